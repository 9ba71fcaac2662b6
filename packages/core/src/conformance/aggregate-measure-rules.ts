import { expect } from 'vitest';
import type { Measure } from '../query/aggregate/aggregate-query.ts';
import { call, COUNT, groupsOf, valuesOf } from './aggregate-samples.ts';
import type { Rule } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

/** What the measures of an aggregate are. */
export const aggregateMeasureRules: readonly Rule<TraceStoreSubject>[] = [
  {
    title: 'counts, adds and averages what has a value, without the noise of binary fractions',
    async check({ store }) {
      await store.write([call('a', 0.1), call('b', 0.2), call('c', 0.7), call('d', null)]);
      const answer = await valuesOf(store, [
        COUNT,
        ...(['sum', 'avg', 'min', 'max', 'count-distinct'] as const).map((aggregate) => ({
          aggregate,
          field: 'totalCost',
        })),
      ]);
      expect(answer).toEqual([4, 1, 0.333333333333, 0.1, 0.7, 3]);
    },
  },
  {
    title: 'takes percentiles linearly between the closest ranks',
    async check({ store }) {
      await store.write([4, 1, 3, 2].map((cost) => call(`c${cost}`, cost)));
      const percentiles = ['p50', 'p75', 'p90', 'p95', 'p99'] as const;
      const measures = percentiles.map((aggregate) => ({ aggregate, field: 'totalCost' }));
      expect(await valuesOf(store, measures)).toEqual([2.5, 3.25, 3.7, 3.85, 3.97]);
    },
  },
  {
    title: 'is null where there is nothing to compute of, and one row of zeros and nulls without records',
    async check({ store }) {
      const measures: Measure[] = [
        COUNT,
        { aggregate: 'count-distinct', field: 'model' },
        { aggregate: 'sum', field: 'totalCost' },
        { aggregate: 'p95', field: 'latency' },
        { aggregate: 'histogram', field: 'latency', bins: 3 },
      ];
      expect(await valuesOf(store, measures)).toEqual([0, 0, null, null, null]);
      await store.write([call('a', null)]);
      expect(await valuesOf(store, measures)).toEqual([1, 0, null, null, null]);
    },
  },
  {
    title: 'draws all histograms of an answer over the same ranges',
    async check({ store }) {
      await store.write([
        call('1', 0, { model: 'a' }),
        call('2', 3, { model: 'a' }),
        call('3', 10, { model: 'b' }),
        call('4', 5, { model: 'b' }),
      ]);
      const measures: Measure[] = [{ aggregate: 'histogram', field: 'totalCost', bins: 4 }];
      expect(await groupsOf(store, { view: 'observations', measures, dimensions: ['model'] })).toEqual([
        [['a'], { min: 0, max: 10, counts: [1, 1, 0, 0] }],
        [['b'], { min: 0, max: 10, counts: [0, 0, 1, 1] }],
      ]);
    },
  },
  {
    title: 'counts what is sent again once, and what is corrected as corrected',
    async check({ store }) {
      const measures: Measure[] = [COUNT, { aggregate: 'sum', field: 'totalCost' }];
      await store.write([call('a', 1), call('b', 2)]);
      await store.write([call('a', 1)]);
      expect(await valuesOf(store, measures)).toEqual([2, 3]);
      await store.write([{ ...call('a', 5), at: 9 }]);
      expect(await valuesOf(store, measures)).toEqual([2, 7]);
      await store.deleteTraces(['t']);
      expect(await valuesOf(store, measures)).toEqual([0, null]);
    },
  },
];
