import { beforeAll, describe, expect, it } from 'vitest';
import type { Trace } from '../../model/trace.ts';
import type { Patch } from '../../model/patch.ts';
import { percentile } from '../../query/aggregate/percentile.ts';
import type { RecordQuery } from '../../query/page.ts';
import { referenceStore } from '../../store/reference-store.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { compareSides } from './compare-sides.ts';
import type { SideComparison, MeasureComparison } from './comparison.ts';

let store: TraceStore;
let traces: readonly Trace[];

beforeAll(async () => {
  ({ traces: store } = referenceStore());
  for (const batch of generateTraffic({ seed: 5, days: 6, tracesPerDay: 120, regressedDays: 2 })) {
    await store.write(batch);
  }
  traces = (await store.listTraces({ limit: 1000 })).items;
});

const release = (op: 'starts-with', value: string): RecordQuery => ({
  filter: {
    and: [
      { field: 'release', op, value },
      { field: 'environment', op: '=', value: 'production' },
      { field: 'name', op: '=', value: 'support-chat' },
    ],
  },
});
const BEFORE = release('starts-with', '2.30.');
const AFTER = release('starts-with', '2.31.');

function measureOf({ measures }: SideComparison, kind: string, detail?: string): MeasureComparison {
  const found = measures.find(
    ({ measure }) =>
      measure.kind === kind &&
      (detail === undefined || Object.values(measure).some((value) => value === detail)),
  );
  if (!found) throw new Error(`There is no ${kind}.`);
  return found;
}

describe('two releases side by side', () => {
  it('have the numbers that a recount by hand has', async () => {
    const comparison = await compareSides(store, { baseline: BEFORE, candidate: AFTER });
    const sides = [
      ['baseline', '2.30.'],
      ['candidate', '2.31.'],
    ] as const;
    for (const [side, prefix] of sides) {
      const own = traces.filter(
        (trace) =>
          trace.release?.startsWith(prefix) &&
          trace.environment === 'production' &&
          trace.name === 'support-chat',
      );
      const latencies = own.flatMap(({ latency }) => latency ?? []).toSorted((a, b) => a - b);
      const costs = own.flatMap(({ cost }) => cost['total'] ?? []);
      expect(own.length).toBeGreaterThan(30);
      expect(measureOf(comparison, 'traces')[side].value).toBe(own.length);
      expect(measureOf(comparison, 'error-rate')[side].value).toBeCloseTo(
        own.filter(({ level }) => level === 'ERROR').length / own.length,
        12,
      );
      expect(measureOf(comparison, 'latency', 'p50')[side].value).toBe(percentile(latencies, 0.5));
      expect(measureOf(comparison, 'latency', 'p95')[side].value).toBe(percentile(latencies, 0.95));
      expect(measureOf(comparison, 'cost')[side].value).toBeCloseTo(
        costs.reduce((sum, cost) => sum + cost, 0) / costs.length,
        9,
      );
    }
  });

  it('show the regression: slower and dearer, in so many words', async () => {
    const comparison = await compareSides(store, { baseline: BEFORE, candidate: AFTER });

    expect(measureOf(comparison, 'cost')).toMatchObject({ verdict: 'worse', method: 'welch' });
    expect(measureOf(comparison, 'latency', 'p50')).toMatchObject({
      verdict: 'worse',
      method: 'order-statistics',
    });
    expect(measureOf(comparison, 'tokens').verdict).toBe('higher');
    expect(['worse', 'mixed']).toContain(comparison.verdict);
  });

  it('differ in nothing from themselves', async () => {
    const { measures, verdict } = await compareSides(store, { baseline: BEFORE, candidate: BEFORE });

    expect(verdict).toBe('no-clear-difference');
    for (const { difference, interval, verdict: one } of measures) {
      expect([0, null]).toContain(difference);
      expect(['no-clear-difference', 'too-few', 'not-compared']).toContain(one);
      expect(interval === null || (interval.low <= 0 && interval.high >= 0)).toBe(true);
    }
  });

  it('conclude nothing from a handful of traces', async () => {
    const few = traces.slice(0, 12).map(({ id }) => id);
    const { verdict, measures } = await compareSides(store, {
      baseline: BEFORE,
      candidate: { filter: { field: 'id', op: 'any-of', value: few } },
    });

    expect(verdict).toBe('too-few');
    expect(measureOf({ measures } as SideComparison, 'cost')).toMatchObject({
      verdict: 'too-few',
      interval: null,
    });
  });

  it('take the directions of scores from those who know them', async () => {
    const scored = referenceStore().traces;
    const patches = Array.from({ length: 120 }, (_, index): Patch[] => {
      const isAfter = index % 2 === 1;
      const name = isAfter ? 'after' : 'before';
      const at = index;
      const traceId = `t${index}`;
      const score = { kind: 'score', at, timestamp: at, traceId, source: 'API' } as const;
      return [
        { kind: 'trace', at, id: traceId, isRecord: true, release: name },
        {
          ...score,
          id: `n${index}`,
          name: 'quality',
          dataType: 'NUMERIC',
          value: (isAfter ? 0.4 : 0.6) + (index % 7) / 50,
        },
        {
          ...score,
          id: `b${index}`,
          name: 'toxic',
          dataType: 'BOOLEAN',
          value: isAfter || index % 8 === 0 ? 1 : 0,
        },
        {
          ...score,
          id: `c${index}`,
          name: 'topic',
          dataType: 'CATEGORICAL',
          value: isAfter ? 'refund' : 'order',
        },
      ];
    }).flat();
    await scored.write(patches);
    const sides = {
      baseline: { filter: { field: 'release', op: '=', value: 'before' } },
      candidate: { filter: { field: 'release', op: '=', value: 'after' } },
    } as const;

    const plain = await compareSides(scored, sides);
    expect(measureOf(plain, 'score', 'quality').verdict).toBe('lower');
    expect(measureOf(plain, 'score', 'toxic')).toMatchObject({
      verdict: 'higher',
      baseline: { value: 15 / 60, count: 60 },
      candidate: { value: 1, count: 60 },
    });
    expect(measureOf(plain, 'score-value', 'refund')).toMatchObject({ difference: 1, verdict: 'higher' });

    const judged = await compareSides(scored, sides, {
      scoreDirections: { quality: 'higher', toxic: 'lower' },
    });
    expect(measureOf(judged, 'score', 'quality').verdict).toBe('worse');
    expect(measureOf(judged, 'score', 'toxic').verdict).toBe('worse');
  });
});
