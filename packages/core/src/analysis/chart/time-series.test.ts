import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { trafficContents } from '../../conformance/traffic-contents.ts';
import { answerAggregate } from '../../query/aggregate/answer-aggregate.ts';
import type { AggregateQuery, TimeUnit } from '../../query/aggregate/aggregate-query.ts';
import { bucketStart, nextBucketStart } from '../../query/aggregate/time-buckets.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { shownGroups } from './chart-groups.ts';
import { MAX_CHART_BUCKETS, timeSpanBuckets } from './time-span-buckets.ts';
import { timeSeries } from './time-series.ts';

/** The Monday after clocks in Berlin went back. */
const NOW = Date.UTC(2026, 9, 26, 12);
const contents = trafficContents(
  [...generateTraffic({ seed: 3, days: 4, tracesPerDay: 20, until: NOW })].flat(),
);
const traces = contents.traces.map(({ structure }) => structure.trace);

const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'Australia/Lord_Howe', 'America/St_Johns');
const unit = fc.constantFrom<TimeUnit>('hour', 'day', 'week', 'month');
const span = fc.record({
  from: fc.option(fc.integer({ min: NOW - 5 * 86_400_000, max: NOW })),
  to: fc.option(fc.integer({ min: NOW - 4 * 86_400_000, max: NOW + 86_400_000 })),
});

it('has each record in the bucket of its moment, and quiet buckets between', () => {
  fc.assert(
    fc.property(zone, unit, span, (timeZone, bucketUnit, asked) => {
      const timeBucket = { unit: bucketUnit, timeZone };
      const query: AggregateQuery = {
        view: 'traces',
        measures: [{ aggregate: 'count' }, { aggregate: 'max', field: 'latency' }],
        dimensions: ['environment'],
        timeBucket,
        limit: 1,
      };
      const answer = answerAggregate(contents, query);
      const counts = timeSeries(query, answer, asked);
      const slowest = timeSeries(query, answer, asked, 1);
      for (const [place, from] of counts.buckets.entries()) {
        const members = traces.filter(({ startTime }) => bucketStart(startTime, timeBucket) === from);
        const sum = counts.series.reduce((total, { values }) => total + (values[place] ?? 0), 0);
        expect(sum).toBe(members.length);
        const most = Math.max(...slowest.series.map(({ values }) => values[place] ?? -Infinity));
        expect(most).toBe(Math.max(-Infinity, ...members.map(({ latency }) => latency ?? -Infinity)));
        expect(from).toBeGreaterThan(counts.buckets[place - 1] ?? -Infinity);
      }
      const drawn = counts.series.flatMap(({ values }) => values).reduce<number>((a, b) => a + (b ?? 0), 0);
      expect(drawn).toBe(traces.length);
      expect(shownGroups(answer)).toEqual({ shown: 1, all: new Set(traces.map((t) => t.environment)).size });
    }),
  );
});

it('counts nothing as 0 and measures nothing as a gap', () => {
  const query: AggregateQuery = {
    view: 'traces',
    measures: [{ aggregate: 'count' }, { aggregate: 'p95', field: 'latency' }],
    timeBucket: { unit: 'hour' },
  };
  const row = (bucket: number, values: readonly number[]) => ({ group: [], isRest: false, bucket, values });
  const hour = 3_600_000;
  const answer = { rows: [row(0, [2, 80]), row(3 * hour, [1, 90])], groupCount: 1 };
  expect(timeSeries(query, answer).series[0]?.values).toEqual([2, 0, 0, 1]);
  const latencies = timeSeries(query, answer, { from: -hour, to: 5 * hour }, 1);
  expect(latencies.series[0]?.values).toEqual([null, 80, null, null, 90, null]);
  expect(latencies.end).toBe(5 * hour);
});

it('draws a span of ages by what is in it, with a gap after each run', () => {
  const day = 86_400_000;
  const bucket = { unit: 'minute' } as const;
  const { buckets } = timeSpanBuckets({ from: 0, to: 400 * day }, bucket, [300 * day, 0, 60_000]);
  expect(buckets).toEqual([0, 60_000, 120_000, 300 * day]);
  expect(buckets.length).toBeLessThan(MAX_CHART_BUCKETS);
});

it('breaks days where the clock does', () => {
  const timeZone = 'Europe/Berlin';
  const from = Date.UTC(2026, 9, 23, 22);
  const { buckets, end } = timeSpanBuckets({ from, to: NOW }, { unit: 'day', timeZone }, []);
  expect(buckets.map((at, index) => ((buckets[index + 1] ?? end) - at) / 3_600_000)).toEqual([24, 25, 24]);
  expect(nextBucketStart(buckets[1] ?? 0, { unit: 'day', timeZone })).toBe(buckets[2]);
});
