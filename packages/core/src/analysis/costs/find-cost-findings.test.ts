import { expect, it } from 'vitest';
import type { ObservationPatch, Patch } from '../../model/patch.ts';
import { referenceStore } from '../../store/reference-store.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { isUnpriced } from '../usage/is-unpriced.ts';
import { findCostFindings } from './find-cost-findings.ts';

const EVERYTHING = { observations: {}, traces: {} };

async function findingsOf(patches: readonly Patch[]) {
  const { traces } = referenceStore();
  await traces.write(patches);
  return findCostFindings(traces, EVERYTHING);
}

let count = 0;
function call(fields: Partial<ObservationPatch>): ObservationPatch {
  count += 1;
  return {
    kind: 'observation',
    at: 1,
    traceId: 't',
    id: `call-${count}`,
    type: 'GENERATION',
    startTime: 1,
    endTime: 2,
    model: 'm',
    ...fields,
  };
}

it('finds models without a price, with what they used', async () => {
  const { traces } = referenceStore();
  const unpriced = new Map<string, { calls: number; tokens: number }>();
  for (const batch of generateTraffic({ seed: 2, days: 2, tracesPerDay: 30 })) await traces.write(batch);
  for (const trace of (await traces.listTraces({ limit: 1000 })).items) {
    for (const one of (await traces.readTrace(trace.id))?.observations ?? []) {
      if (!isUnpriced(one)) continue;
      const sums = unpriced.get(one.model ?? '') ?? { calls: 0, tokens: 0 };
      unpriced.set(one.model ?? '', {
        calls: sums.calls + 1,
        tokens: sums.tokens + (one.usage['total'] ?? 0),
      });
    }
  }
  const { findings } = await findCostFindings(traces, EVERYTHING);
  const found = findings.filter(({ code }) => code === 'unpriced-model');

  expect(unpriced.size).toBeGreaterThan(0);
  expect(found).toEqual([...unpriced].map(([model, sums]) => ({ code: 'unpriced-model', model, ...sums })));
});

it('finds calls that never said what they used, but none that failed or still run', async () => {
  const { findings } = await findingsOf([
    call({}),
    call({ level: 'ERROR' }),
    call({ endTime: null }),
    call({ type: 'SPAN' }),
  ]);
  expect(findings).toEqual([{ code: 'uncounted-model', model: 'm', calls: 1 }]);
});

it('finds details that are counted in the input and beside it', async () => {
  const cost = { total: 1 };
  const { findings } = await findingsOf([
    call({ cost, usage: { input: 100, input_cached_tokens: 80, output: 10, total: 110 } }),
    call({ cost, model: 'fine', usage: { input: 20, input_cached_tokens: 80, output: 10, total: 110 } }),
    call({ cost, model: 'fine', usage: { input: 20, web_search_queries: 3, total: 20 } }),
  ]);
  expect(findings).toEqual([{ code: 'parts-exceed-total', model: 'm', calls: 1, parts: 190, total: 110 }]);
});

it('finds the same tokens by two names', async () => {
  const cost = { total: 1 };
  const { findings } = await findingsOf([
    call({ cost, usage: { input: 100, input_tokens: 100 } }),
    call({ cost, usage: { input: 100 } }),
    call({ cost, usage: { input_tokens: 50 } }),
  ]);
  expect(findings).toEqual([
    { code: 'same-tokens-twice', keys: ['input', 'input_tokens'], calls: 1, tokens: 100 },
  ]);
});

it('finds an agent that reports the usage of its calls once more', async () => {
  const { findings, tracesLookedAt, tracesSuspected } = await findingsOf([
    call({ id: 'agent', type: 'AGENT', name: 'planner', usage: { total: 30 }, cost: { total: 3 } }),
    call({ id: 'step', type: 'SPAN', parentId: 'agent' }),
    call({ parentId: 'step', usage: { total: 10 }, cost: { total: 1 } }),
    call({ parentId: 'agent', usage: { total: 20 }, cost: { total: 2 } }),
    call({ id: 'other', traceId: 'u', type: 'AGENT', usage: { total: 50 }, cost: { total: 5 } }),
    call({ traceId: 'u', parentId: 'other', usage: { total: 10 }, cost: { total: 1 } }),
  ]);
  expect({ tracesLookedAt, tracesSuspected }).toEqual({ tracesLookedAt: 2, tracesSuspected: 2 });
  expect(findings).toEqual([
    {
      code: 'repeated-by-parent',
      name: 'planner',
      steps: 1,
      tokens: 30,
      cost: 3,
      example: { traceId: 't', observationId: 'agent' },
    },
  ]);
});

it('says what sampled traces would have cost', async () => {
  const trace = (id: string, sampleRate: number | undefined, cost: number): Patch[] => [
    { kind: 'trace', at: 1, id, isRecord: true, sampleRate },
    call({ traceId: id, usage: { total: 1 }, cost: { total: cost } }),
  ];
  const { findings } = await findingsOf([
    ...trace('a', 0.1, 2),
    ...trace('b', 0.5, 3),
    ...trace('c', undefined, 4),
  ]);
  expect(findings).toEqual([{ code: 'sampled', traces: 2, cost: 5, estimated: 26 }]);
});

it('finds nothing in a store without traces', async () => {
  expect(await findingsOf([])).toEqual({ findings: [], tracesLookedAt: 0, tracesSuspected: 0 });
});
