import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { findInsights, lossLedger } from '@oriel/core';
import { CLIENTS } from './facts/client-facts.ts';
import { listScenarios, readRecording } from './read-recording.ts';
import { replay } from './replay.ts';
import type { ReplayedTrace } from './read-back.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

async function tracesOf(client: string, scenario: string): Promise<readonly ReplayedTrace[]> {
  const { requests } = await readRecording(join(FIXTURES, client, scenario));
  return (await replay(requests)).traces;
}

/** Every finding of a scenario as its code and the name it is about. */
async function findingsOf(client: string, scenario: string) {
  const traces = await tracesOf(client, scenario);
  return traces.flatMap((trace) => findInsights(trace, { payloads: trace.payloads }).insights);
}

it('finds where a failing LangGraph pipeline broke, and which steps failed of it', async () => {
  const errors = (await findingsOf('langfuse-langchain-v3', 'failing-pipeline')).filter(
    ({ finding }) => finding.code === 'error-origin',
  );

  expect(errors.map(({ finding }) => finding)).toMatchInlineSnapshot(`
    [
      {
        "code": "error-origin",
        "count": 1,
        "isFatal": true,
        "isRecovered": false,
        "message": "RangeError: disk quota exceeded: 磁盘已满",
        "name": "save",
        "outermost": "pricing-pipeline",
        "spread": 1,
      },
    ]
  `);
});

it('takes the interrupt of a graph for a pause, not for an error', async () => {
  const found = await findingsOf('langfuse-langchain-v5', 'approval');

  expect(found.filter(({ finding }) => finding.code === 'error-origin')).toEqual([]);
});

it('says which counts of the AI SDK only repeat others', async () => {
  const [trace] = await tracesOf('ai-sdk-v7', 'travel-agent-full');
  const losses = trace ? lossLedger(trace, { payloads: trace.payloads }).losses : [];

  expect(losses.map(({ code, count }) => [code, count])).toMatchInlineSnapshot(`
    [
      [
        "unpriced",
        3,
      ],
      [
        "counted-once",
        2,
      ],
      [
        "missing-payload",
        4,
      ],
    ]
  `);
});

it('finds evidence that exists in every recording', async () => {
  for (const client of CLIENTS) {
    for (const scenario of await listScenarios(join(FIXTURES, client))) {
      for (const trace of await tracesOf(client, scenario)) {
        const ids = new Set(trace.observations.map(({ id }) => id));
        const { insights } = findInsights(trace, { payloads: trace.payloads });
        const { losses } = lossLedger(trace, { payloads: trace.payloads });
        const evidence = [...insights, ...losses].flatMap((one) => one.evidence);
        expect(evidence.filter((id) => !ids.has(id))).toEqual([]);
      }
    }
  }
});
