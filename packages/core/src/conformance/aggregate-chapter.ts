import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import type {
  AggregateQuery,
  GroupValue,
  Measure,
  MeasureValue,
} from '../query/aggregate/aggregate-query.ts';
import { answerAggregate } from '../query/aggregate/answer-aggregate.ts';
import { VIEWS } from '../query/view-record.ts';
import type { TraceStore } from '../store/trace-store.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Chapter, Rule } from './chapter.ts';
import { queryGenerator } from './generate-query.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { GENERATED_COUNTS } from './generated-counts.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { trafficContents } from './traffic-contents.ts';

const COUNT: Measure = { aggregate: 'count' };

export const aggregateChapter: Chapter<TraceStoreSubject> = {
  title: 'aggregate',
  rules: [
    {
      title: 'counts, adds and averages what has a value, without the noise of binary fractions',
      async check({ store }) {
        await store.write([call('a', 0.1), call('b', 0.2), call('c', 0.7), call('d', null)]);
        const answer = await values(store, [
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
        expect(await values(store, measures)).toEqual([2.5, 3.25, 3.7, 3.85, 3.97]);
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
        expect(await values(store, measures)).toEqual([0, 0, null, null, null]);
        await store.write([call('a', null)]);
        expect(await values(store, measures)).toEqual([1, 0, null, null, null]);
      },
    },
    {
      title: 'counts a record in the group of each of its tags, and one without any in the group of null',
      async check({ store }) {
        await store.write([trace('a', { tags: ['x', 'y'] }), trace('b', { tags: ['x'] }), trace('c', {})]);
        expect(await groups(store, { view: 'traces', measures: [COUNT], dimensions: ['tags'] })).toEqual([
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
        expect(await groups(store, query)).toEqual([
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
        expect(await groups(store, { ...query, dimensions: ['tags'], limit: 1 })).toEqual([
          [['all'], 7, 4],
          [[], 7, 4],
        ]);
        expect(await groups(store, { ...query, limit: 4 })).toHaveLength(4);
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
          const rows = await groups(store, { view: 'observations', measures, dimensions: ['model'], order });
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
      title: 'splits groups by the days, weeks and months of a time zone, from the earliest on',
      async check({ store }) {
        // In Berlin, Sunday 26 October 2025 has 25 hours; the second trace is on Monday there, not in UTC.
        const moments = ['2025-10-26T22:59:59.9Z', '2025-10-26T23:00:00Z', '2025-10-31T23:30:00Z'];
        await store.write(moments.map((moment) => trace(moment, { timestamp: Date.parse(moment) })));
        const starts = async (unit: 'hour' | 'day' | 'week' | 'month', timeZone?: string) => {
          const timeBucket = timeZone === undefined ? { unit } : { unit, timeZone };
          const { rows } = await store.aggregate({ view: 'traces', measures: [COUNT], timeBucket });
          return rows.map(({ bucket, values: [count] }) => `${iso(bucket)} ${JSON.stringify(count)}`);
        };
        expect(await starts('hour')).toEqual([
          '2025-10-26T22:00Z 1',
          '2025-10-26T23:00Z 1',
          '2025-10-31T23:00Z 1',
        ]);
        expect(await starts('day')).toEqual(['2025-10-26T00:00Z 2', '2025-10-31T00:00Z 1']);
        expect(await starts('day', 'Europe/Berlin')).toEqual([
          '2025-10-25T22:00Z 1',
          '2025-10-26T23:00Z 1',
          '2025-10-31T23:00Z 1',
        ]);
        expect(await starts('week', 'Europe/Berlin')).toEqual(['2025-10-19T22:00Z 1', '2025-10-26T23:00Z 2']);
        expect(await starts('month', 'Europe/Berlin')).toEqual([
          '2025-09-30T22:00Z 2',
          '2025-10-31T23:00Z 1',
        ]);
      },
    },
    {
      title: 'chooses the largest groups over all of the time, and gives each its buckets',
      async check({ store }) {
        const minute = 60_000;
        await store.write([
          trace('1', { name: 'a', timestamp: 0 }),
          trace('2', { name: 'b', timestamp: minute }),
          trace('3', { name: 'b', timestamp: 3 * minute }),
          trace('4', { name: 'c', timestamp: minute }),
        ]);
        const { rows } = await store.aggregate({
          view: 'traces',
          measures: [COUNT],
          dimensions: ['name'],
          timeBucket: { unit: 'minute' },
          limit: 1,
        });
        expect(rows.map(({ group, isRest, bucket }) => [group[0] ?? isRest, bucket])).toEqual([
          ['b', minute],
          ['b', 3 * minute],
          [true, 0],
          [true, minute],
        ]);
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
        expect(await groups(store, { view: 'observations', measures, dimensions: ['model'] })).toEqual([
          [['a'], { min: 0, max: 10, counts: [1, 1, 0, 0] }],
          [['b'], { min: 0, max: 10, counts: [0, 0, 1, 1] }],
        ]);
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
        expect(await groups(store, query)).toEqual([[[], 2, 3]]);
        const traces = { field: 'environment', op: '=', value: 'prod' } as const;
        expect(await groups(store, { ...query, traces })).toEqual([[[], 1, 1]]);
      },
    },
    {
      title: 'counts what is sent again once, and what is corrected as corrected',
      async check({ store }) {
        const measures: Measure[] = [COUNT, { aggregate: 'sum', field: 'totalCost' }];
        await store.write([call('a', 1), call('b', 2)]);
        await store.write([call('a', 1)]);
        expect(await values(store, measures)).toEqual([2, 3]);
        await store.write([{ ...call('a', 5), at: 9 }]);
        expect(await values(store, measures)).toEqual([2, 7]);
        await store.deleteTraces(['t']);
        expect(await values(store, measures)).toEqual([0, null]);
      },
    },
    {
      title: 'refuses a question that does not fit, even when there is nothing to ask about',
      async check({ store }) {
        const wrong = [
          { view: 'spans' },
          { view: 'toString' },
          { measures: [] },
          { measures: [{ aggregate: 'median', field: 'latency' }] },
          { measures: [{ aggregate: 'constructor', field: 'latency' }] },
          { measures: [null] },
          { measures: [{ aggregate: 'sum' }] },
          { measures: [{ aggregate: 'sum', field: 'name' }] },
          { measures: [{ aggregate: 'avg', field: 'startTime' }] },
          { measures: [{ aggregate: 'p50', field: 'nobody' }] },
          { measures: [{ aggregate: 'histogram', field: 'latency', bins: 0 }] },
          { measures: [{ aggregate: 'histogram', field: 'latency', bins: 101 }] },
          { dimensions: ['nobody'] },
          { dimensions: ['input'] },
          { dimensions: 'name' },
          { dimensions: ['id', 'id', 'id', 'id', 'id'] },
          { limit: 0 },
          { limit: 1001 },
          { timeBucket: { unit: 'year' } },
          { timeBucket: { unit: 'day', timeZone: 'Mars/Olympus' } },
          { order: { by: 'measure', measure: 1, direction: 'asc' } },
          { order: { by: 'group' } },
          { order: { by: 'time', direction: 'asc' } },
          { filter: { field: 'nobody', op: '=', value: 1 } },
          { traces: { field: 'model', op: '=', value: 1 } },
        ];
        for (const part of wrong) {
          const query = { view: 'observations', measures: [COUNT], ...part } as AggregateQuery;
          await expect(store.aggregate(query)).rejects.toMatchObject({ code: 'bad-query' });
        }
      },
    },
    ...VIEWS.map((view): Rule<TraceStoreSubject> => ({
      title: `answers ${GENERATED_COUNTS.aggregate[view]} generated questions about ${view} as the reference evaluator does`,
      async check({ store }) {
        const traffic = generateOddTraffic({ seed: 62, traces: 30 });
        const contents = trafficContents(traffic);
        await store.write(traffic);
        const generator = queryGenerator(view, contents, seededRandom(view.length + 300));
        for (let count = 0; count < GENERATED_COUNTS.aggregate[view]; count += 1) {
          const query = generator.aggregate();
          const answer = await store.aggregate(query);
          expect({ query, answer }).toEqual({ query, answer: answerAggregate(contents, query) });
        }
      },
    })),
  ],
};

function trace(id: string, fields: Partial<Patch & { kind: 'trace' }>): Patch {
  return { kind: 'trace', id, at: 1, ...fields };
}

/** A call of a model that cost so many dollars; `null` when nobody priced it. */
function call(id: string, cost: number | null, fields: Partial<Patch & { kind: 'observation' }> = {}): Patch {
  const priced = cost === null ? {} : { cost: { total: cost } };
  return { kind: 'observation', id, traceId: 't', at: 1, startTime: 1, ...priced, ...fields };
}

/** The measures of all observations together. */
async function values(store: TraceStore, measures: readonly Measure[]): Promise<readonly MeasureValue[]> {
  const { rows } = await store.aggregate({ view: 'observations', measures });
  expect(rows).toHaveLength(1);
  return rows[0]?.values ?? [];
}

async function groups(
  store: TraceStore,
  query: AggregateQuery,
): Promise<(readonly [readonly GroupValue[], ...MeasureValue[]])[]> {
  const { rows } = await store.aggregate(query);
  return rows.map(({ group, values: measured }) => [group, ...measured]);
}

function iso(moment: number | null): string {
  return new Date(moment ?? Number.NaN).toISOString().replace(':00.000Z', 'Z');
}
