import { beforeEach, expect, it } from 'vitest';
import { drawTrace } from '@oriel/core/testing';
import { testCollector } from './testing/test-collector.ts';
import type { TestCollector } from './testing/test-collector.ts';

/** The first hour of a day, a column of the drawing 100 ms. */
const DAY = Date.parse('2026-01-31T00:00:00Z');
const RANGE = { fromTimestamp: '2026-01-30T00:00:00Z', toTimestamp: '2026-02-02T00:00:00Z' };

let test: TestCollector;

beforeEach(async () => {
  test = testCollector();
  const first = drawTrace(
    `
    agent     |==========
      llm     |====
      tool    |    ==  ERROR no such city
  `,
    { traceId: 'first', startTime: DAY },
  );
  const second = drawTrace(
    `
    agent     |==
      llm     |==
  `,
    { traceId: 'second', startTime: DAY + 86_400_000 },
  );
  const amounts = { usage: { input: 10, output: 5 }, cost: { input: 0.1, output: 0.2 } };
  await test.store.traces.write([
    ...[...first, ...second].map((patch) =>
      patch.name === 'llm' ? { ...patch, model: 'm', ...amounts } : patch,
    ),
    { kind: 'trace', id: 'first', at: DAY, name: 'turn', userId: 'ada', metadata: { plan: 'pro' } },
    { kind: 'trace', id: 'second', at: DAY, name: 'turn', userId: 'bob', metadata: { plan: 2 } },
    {
      kind: 'score',
      id: 's',
      at: DAY,
      traceId: 'first',
      name: 'tone',
      value: 'kind',
      dataType: 'CATEGORICAL',
    },
  ]);
});

const measure = async (question: object) => {
  const query = encodeURIComponent(JSON.stringify({ ...RANGE, ...question }));
  return (await test.ask('GET', `/api/public/metrics?query=${query}`)) as { data: unknown };
};

const metric = (aggregation: string, name: string) => ({ aggregation, measure: name });

it('measures by groups and by days', async () => {
  const { data } = await measure({
    view: 'observations',
    dimensions: [{ field: 'name' }],
    metrics: [metric('count', 'count'), metric('avg', 'latency'), metric('sum', 'totalTokens')],
    filters: [{ type: 'stringOptions', column: 'type', operator: 'any of', value: ['GENERATION', 'TOOL'] }],
    timeDimension: { granularity: 'day' },
    orderBy: [{ field: 'count_count', direction: 'desc' }],
  });
  const [one, two] = ['2026-01-31T00:00:00.000Z', '2026-02-01T00:00:00.000Z'];
  expect(data).toEqual([
    { name: 'llm', time_dimension: one, count_count: 1, avg_latency: 400, sum_totalTokens: 15 },
    { name: 'llm', time_dimension: two, count_count: 1, avg_latency: 200, sum_totalTokens: 15 },
    { name: 'tool', time_dimension: one, count_count: 1, avg_latency: 200, sum_totalTokens: null },
  ]);
});

it('draws histograms as ranges with counts', async () => {
  const question = { view: 'traces', metrics: [metric('histogram', 'latency')], config: { bins: 2 } };
  expect((await measure(question)).data).toEqual([
    {
      histogram_latency: [
        [200, 600, 1],
        [600, 1000, 1],
      ],
    },
  ]);
});

it('groups by metadata, which Langfuse does not', async () => {
  const question = {
    view: 'traces',
    dimensions: [{ field: 'metadata.plan' }],
    metrics: [metric('count', 'count')],
  };
  const { data } = await measure(question);
  expect(data).toEqual(
    expect.arrayContaining([
      { 'metadata.plan': 'pro', count_count: 1 },
      { 'metadata.plan': 2, count_count: 1 },
    ]),
  );
});

it('counts scores of a kind, and different users', async () => {
  const scores = {
    view: 'scores-categorical',
    dimensions: [{ field: 'stringValue' }],
    metrics: [metric('count', 'count')],
  };
  expect((await measure(scores)).data).toEqual([{ stringValue: 'kind', count_count: 1 }]);
  const users = { view: 'traces', metrics: [metric('uniq', 'uniqueUserIds')] };
  expect((await measure(users)).data).toEqual([{ uniq_uniqueUserIds: 2 }]);
});

it('says what there is when something is asked for that there is not', async () => {
  const query = encodeURIComponent(JSON.stringify({ view: 'traces', metrics: [metric('sum', 'joy')] }));
  const response = await test.send('GET', `/api/public/v2/metrics?query=${query}`);
  expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('totalCost')]);
});

it('sums up days and models', async () => {
  expect(await test.ask('GET', '/api/public/metrics/daily?limit=1')).toEqual({
    data: [
      {
        date: '2026-02-01',
        countTraces: 1,
        countObservations: 2,
        totalCost: 0.3,
        usage: expect.arrayContaining([
          {
            model: 'm',
            countObservations: 1,
            countTraces: 1,
            inputUsage: 10,
            outputUsage: 5,
            totalUsage: 15,
            totalCost: 0.3,
          },
        ]) as unknown,
      },
    ],
    meta: { page: 1, limit: 1, totalItems: 2, totalPages: 2 },
  });
});

it.each([
  ['seconds of latency', { type: 'number', column: 'latency', operator: '>', value: 0.5 }, ['first']],
  [
    'a member of metadata',
    { type: 'stringObject', column: 'metadata', key: 'plan', operator: '=', value: 'pro' },
    ['first'],
  ],
  [
    'a number in metadata',
    { type: 'stringObject', column: 'metadata', key: 'plan', operator: '=', value: '2' },
    ['second'],
  ],
  [
    'the beginning of a name',
    { type: 'string', column: 'userId', operator: 'starts with', value: 'b' },
    ['second'],
  ],
  [
    'what it is not',
    { type: 'stringOptions', column: 'userId', operator: 'none of', value: ['ada'] },
    ['second'],
  ],
  ['errors', { type: 'number', column: 'errorCount', operator: '>=', value: 1 }, ['first']],
  [
    'a label it was given',
    { type: 'categoryOptions', column: 'score_categories', key: 'tone', operator: 'any of', value: ['kind'] },
    ['first'],
  ],
  [
    'nothing at all',
    { type: 'null', column: 'release', operator: 'is null', value: '' },
    ['first', 'second'],
  ],
  ['a time', { type: 'datetime', column: 'timestamp', operator: '<', value: '2026-01-01T00:00:00Z' }, []],
] as const)('finds traces by %s', async (_, condition, ids) => {
  const filter = encodeURIComponent(JSON.stringify([condition]));
  const { data } = (await test.ask(
    'GET',
    `/api/public/traces?orderBy=id.asc&filter=${filter}`,
  )) as unknown as {
    data: readonly { id: string }[];
  };
  expect(data.map(({ id }) => id)).toEqual(ids);
});
