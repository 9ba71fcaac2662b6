import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printTrace } from '@oriel/core/testing';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import { checkFacts } from './facts/check-facts.ts';
import { RECORDING_FACTS } from './facts/recording-facts.ts';
import { listScenarios, readRecording } from './read-recording.ts';
import { replay } from './replay.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** Clients whose vocabularies are read so far. */
const CLIENTS = [
  'langfuse-js-v3',
  'langfuse-langchain-v3',
  'langfuse-otel-v5',
  'langfuse-langchain-v5',
  'otlp-transport',
];

const scenarios = await Promise.all(
  CLIENTS.map(async (client) =>
    (await listScenarios(join(FIXTURES, client))).map((name) => `${client}/${name}`),
  ),
);

describe.each(scenarios.flat())('%s', (scenario) => {
  const recording = readRecording(join(FIXTURES, scenario));

  it('comes out as its program knows it was', async () => {
    const { requests, facts } = await recording;
    const replayed = await replay(requests);

    expect(replayed.rejected).toEqual([]);
    checkFacts(RECORDING_FACTS, facts, {
      replay: replayed,
      requestCount: requests.length - replayed.ignored.length,
    });
  });

  it('draws as it did before', async () => {
    const { requests } = await recording;
    const { traces } = await replay(requests);
    const drawing = traces
      .map((trace) => printTrace(trace, { trace: trace.payload, observations: [...trace.payloads.values()] }))
      .join('\n');

    await expect(drawing).toMatchFileSnapshot(join(FIXTURES, `${scenario}.txt`));
  });

  it('is the same when every request comes twice', async () => {
    const { requests } = await recording;
    const twice = await replay([...requests, ...requests]);
    const once = await replay(requests);

    expect({ ...twice, ignored: [] }).toEqual({ ...once, ignored: [] });
  });

  it('is the same when the last request comes first', async () => {
    const { requests } = await recording;
    const reversed = await replay(requests.toReversed());
    const inOrder = await replay(requests);

    expect({ ...reversed, ignored: [] }).toEqual({ ...inOrder, ignored: [] });
  });

  it('is recognised by its bytes alone', async () => {
    const { requests } = await recording;
    const bare = await replay(await withoutDescription(requests));
    const described = await replay(requests);

    expect({ ...bare, ignored: [] }).toEqual({ ...described, ignored: [] });
  });
});

/** Bodies with trace data or media and nothing said about them. Nobody could tell what a request to manage prompts is. */
async function withoutDescription(requests: readonly RawPayload[]): Promise<RawPayload[]> {
  const parsed = await Promise.all(requests.map((request) => parsePayload(request)));
  return requests.filter((_, index) => parsed[index]?.ignored === null).map(({ body }) => ({ body }));
}
