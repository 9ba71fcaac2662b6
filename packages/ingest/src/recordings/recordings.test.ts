import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { printTrace } from '@oriel/core/testing';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import { checkFacts } from './facts/check-facts.ts';
import { CLIENTS, factsOf } from './facts/client-facts.ts';
import { listScenarios, readRecording } from './read-recording.ts';
import { replay } from './replay.ts';
import { shuffle } from './shuffle.ts';
import { splitRequest } from './split-request.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

const scenarios = await Promise.all(
  CLIENTS.map(async (client) =>
    (await listScenarios(join(FIXTURES, client))).map((name) => `${client}/${name}`),
  ),
);

type Requests = readonly RawPayload[];

const split = (requests: Requests) => requests.flatMap(splitRequest);

/** Requests arrive late, again, in any order and cut in other pieces. Nothing of that may show. */
const WAYS: readonly (readonly [
  way: string,
  arrange: (requests: Requests) => Requests | Promise<Requests>,
])[] = [
  ['when every request comes twice', (requests) => [...requests, ...requests]],
  ['when the last request comes first', (requests) => requests.toReversed()],
  ['by its bytes alone', async (requests) => (await withTraceData(requests)).map(bare)],
  ['when every span, log record and event comes in a request of its own', split],
  ['when they come alone and the last comes first', (requests) => split(requests).toReversed()],
  ['when they come alone and shuffled', (requests) => shuffle(split(requests), 1)],
  ['when they come alone, shuffled and twice', (requests) => shuffle(split([...requests, ...requests]), 2)],
  [
    'when they come alone and shuffled, by their bytes alone',
    async (requests) => shuffle(split(await withTraceData(requests)), 3).map(bare),
  ],
];

describe.each(scenarios.flat())('%s', (scenario) => {
  const recording = readRecording(join(FIXTURES, scenario));

  it('comes out as its program knows it was', async () => {
    const { requests, facts } = await recording;
    const replayed = await replay(requests);

    expect(replayed.rejected).toEqual([]);
    checkFacts(factsOf(scenario), facts, {
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

  it.each(WAYS)('is the same %s', async (_, arrange) => {
    const { requests } = await recording;
    const sent = await replay(requests);
    const arranged = await replay(await arrange(requests));

    expect({ ...arranged, ignored: [] }).toEqual({ ...sent, ignored: [] });
  });
});

/** Nobody could tell from its bytes alone what a request to manage prompts is. */
async function withTraceData(requests: Requests): Promise<Requests> {
  const parsed = await Promise.all(requests.map((request) => parsePayload(request)));
  return requests.filter((_, index) => parsed[index]?.ignored === null);
}

/** A body about which nothing is said. */
function bare({ body }: RawPayload): RawPayload {
  return { body };
}
