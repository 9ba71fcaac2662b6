import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Trace } from '../../model/trace.ts';
import { bucketStart } from '../../query/aggregate/time-buckets.ts';
import { referenceStore } from '../../store/reference-store.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { totalCost } from '../usage/total-cost.ts';
import { pulseBuckets, pulseQueries } from './pulse.ts';
import { walkRecords } from './walk-records.ts';

const store = referenceStore().traces;
// Over the night in which clocks in Berlin go back.
const filled = (async () => {
  const traffic = generateTraffic({ days: 2, tracesPerDay: 40, until: Date.UTC(2025, 9, 27) });
  for (const patches of traffic) await store.write(patches);
})();

it('is a recount by time, without gaps, in any zone and unit', async () => {
  await filled;
  const traces: Trace[] = [];
  for await (const page of walkRecords(store, 'traces', {})) traces.push(...page);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('hour' as const, 'day' as const, 'week' as const),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'Australia/Lord_Howe'),
      fc.constantFrom(undefined, 'production', 'staging'),
      async (unit, timeZone, environment) => {
        const filter = environment && ({ field: 'environment', op: '=', value: environment } as const);
        const { all, errors } = pulseQueries('traces', filter ? { filter } : {}, { unit, timeZone });
        const buckets = pulseBuckets(await store.aggregate(all), await store.aggregate(errors), {
          unit,
          timeZone,
        });
        const kept = traces.filter((trace) => environment === undefined || trace.environment === environment);
        expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(kept.length);
        expect(buckets.slice(1).map(({ start }) => start)).toEqual(
          buckets.slice(0, -1).map(({ end }) => end),
        );
        for (const bucket of buckets) {
          const inside = kept.filter(
            ({ startTime }) => bucketStart(startTime, { unit, timeZone }) === bucket.start,
          );
          expect(bucket.count).toBe(inside.length);
          expect(bucket.errors).toBe(inside.filter(({ level }) => level === 'ERROR').length);
          const costs = inside.flatMap(({ cost }) => totalCost(cost) ?? []);
          expect(bucket.cost === null).toBe(costs.length === 0);
          expect(bucket.cost ?? 0).toBeCloseTo(
            costs.reduce((sum, cost) => sum + cost, 0),
            9,
          );
          const latencies = inside.flatMap(({ latency }) => latency ?? []).toSorted((a, b) => a - b);
          expect(bucket.p50).toBe(latencies.length === 0 ? null : middle(latencies));
        }
      },
    ),
    { numRuns: 12 },
  );
});

it('shows the whole range that was asked for', () => {
  const nothing = { rows: [], groupCount: 1 };
  const range = { from: Date.UTC(2025, 0, 1, 10, 30), to: Date.UTC(2025, 0, 1, 14) };
  const buckets = pulseBuckets(nothing, nothing, { unit: 'hour' }, range);

  expect(buckets.map(({ start }) => new Date(start).getUTCHours())).toEqual([10, 11, 12, 13]);
  expect(pulseBuckets(nothing, nothing, { unit: 'hour' })).toEqual([]);
});

function middle(sorted: readonly number[]): number {
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0;
  return low + (high - low) / 2;
}
