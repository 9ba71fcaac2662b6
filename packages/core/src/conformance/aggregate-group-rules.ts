import { expect } from 'vitest';
import type { AggregateQuery, Measure } from '../query/aggregate/aggregate-query.ts';
import { call, COUNT, groupsOf, trace } from './aggregate-samples.ts';
import type { Rule } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

/** How an aggregate makes and orders its groups. */
export const aggregateGroupRules: readonly Rule<TraceStoreSubject>[] = [
  {
    title: 'counts a record in the group of each of its tags, and one without any in the group of null',
    async check({ store }) {
      await store.write([trace('a', { tags: ['x', 'y'] }), trace('b', { tags: ['x'] }), trace('c', {})]);
      expect(await groupsOf(store, { view: 'traces', measures: [COUNT], dimensions: ['tags'] })).toEqual([
        [['x'], 2],
        [['y'], 1],
        [[null], 1],
      ]);
    },
  },
  {
    title: 'groups by every combination of dimensions, metadata and scores among them',
    async check({ store }) {
      await store.write([
        trace('a', { metadata: { tenant: { id: 7 } }, release: '1' }),
        trace('b', { metadata: { tenant: { id: 7 } }, release: '2' }),
        trace('c', { metadata: { tenant: { id: '7' } }, release: '2' }),
        { kind: 'score', id: 's', at: 1, name: 'quality', value: 0.5, traceId: 'a' },
        { kind: 'score', id: 't', at: 1, name: 'quality', value: 'poor', traceId: 'b' },
      ]);
      const query: AggregateQuery = {
        view: 'traces',
        measures: [COUNT, { aggregate: 'avg', field: 'scores.quality' }],
        dimensions: ['metadata.tenant.id', 'release'],
        order: { by: 'group', direction: 'asc' },
      };
      expect(await groupsOf(store, query)).toEqual([
        [[7, '1'], 1, 0.5],
        [[7, '2'], 1, null],
        [['7', '2'], 1, null],
      ]);
    },
  },
  {
    title: 'answers the largest groups one by one and the others together as the rest',
    async check({ store }) {
      await store.write(
        ['a', 'a', 'a', 'b', 'b', 'c', 'd'].map((name, index) =>
          trace(`t${index}`, { name, tags: [name, 'all'] }),
        ),
      );
      const query: AggregateQuery = {
        view: 'traces',
        measures: [COUNT, { aggregate: 'count-distinct', field: 'name' }],
        dimensions: ['name'],
        limit: 2,
      };
      expect(await store.aggregate(query)).toEqual({
        groupCount: 4,
        rows: [
          { group: ['a'], isRest: false, bucket: null, values: [3, 1] },
          { group: ['b'], isRest: false, bucket: null, values: [2, 1] },
          { group: [], isRest: true, bucket: null, values: [2, 2] },
        ],
      });
      // A record counts once for each of its groups in the rest: all 7 have a tag of their own besides "all".
      expect(await groupsOf(store, { ...query, dimensions: ['tags'], limit: 1 })).toEqual([
        [['all'], 7, 4],
        [[], 7, 4],
      ]);
      expect(await groupsOf(store, { ...query, limit: 4 })).toHaveLength(4);
    },
  },
  {
    title: 'orders groups by any measure or by themselves, ties upwards, null last',
    async check({ store }) {
      await store.write([
        call('o1', 5, { model: 'b' }),
        call('o2', 5, { model: 'a' }),
        call('o3', 9, { model: 'c' }),
        call('o4', null, { model: 'd' }),
        call('o5', 1),
      ]);
      const ordered = async (order: AggregateQuery['order']) => {
        const measures: Measure[] = [COUNT, { aggregate: 'sum', field: 'totalCost' }];
        const rows = await groupsOf(store, { view: 'observations', measures, dimensions: ['model'], order });
        return rows.map(([[model]]) => model);
      };
      expect(await ordered({ by: 'measure', measure: 1, direction: 'desc' })).toEqual([
        'c',
        'a',
        'b',
        null,
        'd',
      ]);
      expect(await ordered({ by: 'measure', measure: 1, direction: 'asc' })).toEqual([
        null,
        'a',
        'b',
        'c',
        'd',
      ]);
      expect(await ordered({ by: 'group', direction: 'desc' })).toEqual(['d', 'c', 'b', 'a', null]);
      expect(await ordered(undefined)).toEqual(['a', 'b', 'c', 'd', null]);
    },
  },
  {
    title: 'makes sessions and users of the traces asked about alone',
    async check({ store }) {
      await store.write([
        trace('1', { userId: 'ada', environment: 'prod' }),
        trace('2', { userId: 'ada', environment: 'dev' }),
        trace('3', { userId: 'bob', environment: 'dev' }),
      ]);
      const query: AggregateQuery = {
        view: 'users',
        measures: [COUNT, { aggregate: 'sum', field: 'traceCount' }],
      };
      expect(await groupsOf(store, query)).toEqual([[[], 2, 3]]);
      const traces = { field: 'environment', op: '=', value: 'prod' } as const;
      expect(await groupsOf(store, { ...query, traces })).toEqual([[[], 1, 1]]);
    },
  },
];
