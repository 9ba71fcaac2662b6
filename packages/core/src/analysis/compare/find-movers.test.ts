import { beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import type { Filter } from '../../query/filter.ts';
import { referenceStore } from '../../store/reference-store.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { compareSides } from './compare-sides.ts';
import { exampleCalls, exampleRuns, exampleTraces } from './example-queries.ts';
import { findMovers, rankMovers } from './find-movers.ts';
import type { Mover } from './find-movers.ts';

const chats = (prefix: string): { readonly filter: Filter } => ({
  filter: {
    and: [
      { field: 'release', op: 'starts-with', value: prefix },
      { field: 'environment', op: '=', value: 'production' },
    ],
  },
});
const sides = { baseline: chats('2.30.'), candidate: chats('2.31.') };

let store: TraceStore;
let movers: readonly Mover[];
const traces = new Map<string, Trace>();
const observations: Observation[] = [];

beforeAll(async () => {
  ({ traces: store } = referenceStore());
  for (const batch of generateTraffic({ seed: 9, days: 4, tracesPerDay: 60, regressedDays: 2 })) {
    await store.write(batch);
  }
  for (const trace of (await store.listTraces({ limit: 1000 })).items) {
    traces.set(trace.id, trace);
    observations.push(...((await store.readTrace(trace.id))?.observations ?? []));
  }
  movers = await findMovers(store, sides);
});

describe('what moved between two sides', () => {
  it('has, for each model, the calls, errors, time, cost and tokens of a recount', () => {
    const isIn = (prefix: string) => (id: string) => {
      const trace = traces.get(id);
      return trace?.environment === 'production' && (trace.release?.startsWith(prefix) ?? false);
    };
    const models = movers.filter(({ kind }) => kind === 'model');
    expect(models.length).toBeGreaterThan(3);
    for (const [side, prefix] of [
      ['baseline', '2.30.'],
      ['candidate', '2.31.'],
    ] as const) {
      const count = [...traces.keys()].filter(isIn(prefix)).length;
      for (const mover of models) {
        const calls = observations.filter(
          ({ model, traceId }) => model === mover.name && isIn(prefix)(traceId),
        );
        const sum = (of: (call: Observation) => number) =>
          calls.reduce((total, call) => total + of(call), 0) / count;
        expect(mover[side].calls).toBeCloseTo(
          sum(() => 1),
          9,
        );
        expect(mover[side].errors).toBeCloseTo(
          sum(({ level }) => (level === 'ERROR' ? 1 : 0)),
          9,
        );
        expect(mover[side].latency).toBeCloseTo(
          sum(({ startTime, endTime }) => (endTime ?? startTime) - startTime),
          6,
        );
        expect(mover[side].cost).toBeCloseTo(
          sum(({ cost }) => cost['total'] ?? 0),
          9,
        );
        expect(mover[side].tokens).toBeCloseTo(
          sum(({ usage }) => usage['total'] ?? 0),
          6,
        );
      }
    }
  });

  it('adds up to the difference of the sides as wholes', async () => {
    const { measures } = await compareSides(store, sides);
    const count = (side: 'baseline' | 'candidate') => measures[0]?.[side].value ?? 0;
    const whole = async (filter: Filter) => {
      const measure = { aggregate: 'sum', field: 'totalCost' } as const;
      const { rows } = await store.aggregate({ view: 'traces', filter, measures: [measure] });
      return (rows[0]?.values[0] ?? 0) as number;
    };
    const difference =
      (await whole(sides.candidate.filter)) / count('candidate') -
      (await whole(sides.baseline.filter)) / count('baseline');
    const ofModels = movers
      .filter(({ kind }) => kind === 'model')
      .reduce((sum, mover) => sum + mover.difference.cost, 0);

    expect(ofModels).toBeCloseTo(difference, 9);
  });

  it('is ranked by how far it moved, whichever way', () => {
    const ranked = rankMovers(movers, 'cost').map(({ difference }) => Math.abs(difference.cost));
    expect(ranked).toEqual(ranked.toSorted((a, b) => b - a));
    expect(ranked.length).toBeGreaterThan(5);
    expect(ranked.at(-1)).toBeGreaterThan(0);
  });
});

describe('examples', () => {
  it('are the slowest, dearest and failed traces of their side', async () => {
    const slowest = await store.listTraces(
      exampleTraces(sides.candidate, { kind: 'latency', percentile: 'p95' }),
    );
    const latencies = slowest.items.map(({ latency }) => latency ?? 0);
    expect(latencies).toEqual(latencies.toSorted((a, b) => b - a));
    expect(slowest.items.every(({ release }) => release?.startsWith('2.31.'))).toBe(true);

    const failed = await store.listTraces(exampleTraces(sides.baseline, { kind: 'error-rate' }));
    expect(failed.items.every(({ level }) => level === 'ERROR')).toBe(true);
  });

  it('are the dearest calls of a model', async () => {
    const [mover] = rankMovers(movers, 'cost').filter(({ kind }) => kind === 'model');
    const query = mover && exampleCalls(sides.candidate, mover, 'cost');
    const calls = await store.listObservations(query ?? {});
    expect(calls.items.length).toBeGreaterThan(0);
    expect(calls.items.every(({ model }) => model === mover?.name)).toBe(true);
  });

  it('are the slowest and the failed traces of a name', async () => {
    const mover = { name: 'support-chat' };
    const slow = await store.listTraces(exampleRuns(sides.candidate, mover, 'latency'));
    expect(slow.items.length).toBeGreaterThan(1);
    expect(slow.items.every(({ name }) => name === mover.name)).toBe(true);
    expect(slow.items[0]?.latency).toBeGreaterThanOrEqual(slow.items[1]?.latency ?? Infinity);
    const failed = await store.listTraces(exampleRuns(sides.candidate, { name: null }, 'errors'));
    expect(failed.items).toEqual([]);
  });

  it('are the lowest scores, or the highest where lower is better', () => {
    const measure = { kind: 'score', name: 'toxic', dataType: 'NUMERIC' } as const;
    expect(exampleTraces({}, measure).order).toEqual({ field: 'scores.toxic', direction: 'asc' });
    expect(exampleTraces({}, measure, { toxic: 'lower' }).order?.direction).toBe('desc');
  });
});
