import type { AggregateQuery } from '@oriel/core';

/** A question of a home dashboard in both languages. The columns of the SQL are dimensions, bucket in ms, measures. */
export interface Question {
  readonly name: string;
  readonly query: AggregateQuery;
  readonly sql: string;
}

const LATENCIES = (['p95', 'p50', 'p90', 'p99'] as const).map((aggregate) => ({
  aggregate,
  field: 'latency',
}));
const QUANTILES = [0.95, 0.5, 0.9, 0.99].map((share) => `quantile_cont(latency, ${share})`).join(', ');
const DAY = "epoch_ms(date_trunc('day', start))";
const generations = { field: 'type', op: '=', value: 'GENERATION' } as const;
const byDay = { unit: 'day' } as const;

/** The panels of the home dashboard, and a breakdown by metadata. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'traces by name',
    query: { view: 'traces', measures: [{ aggregate: 'count' }], dimensions: ['name'] },
    sql: 'SELECT name, count(*) FROM traces GROUP BY 1 ORDER BY 2 DESC LIMIT 100',
  },
  {
    name: 'costs and tokens by model',
    query: {
      view: 'observations',
      measures: [
        { aggregate: 'sum', field: 'totalCost' },
        { aggregate: 'sum', field: 'totalTokens' },
      ],
      dimensions: ['model'],
    },
    sql: 'SELECT model, sum(cost), sum(tokens) FROM observations GROUP BY 1 ORDER BY 2 DESC LIMIT 100',
  },
  {
    name: 'scores by name, source and type',
    query: {
      view: 'scores',
      measures: [{ aggregate: 'count' }, { aggregate: 'avg', field: 'value' }],
      dimensions: ['name', 'source', 'dataType'],
    },
    sql: 'SELECT name, source, type, count(*), avg(value) FROM scores GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 100',
  },
  {
    name: 'traces over time',
    query: { view: 'traces', measures: [{ aggregate: 'count' }], timeBucket: byDay },
    sql: `SELECT ${DAY}, count(*) FROM traces GROUP BY 1 ORDER BY 1`,
  },
  {
    name: 'observations by level over time',
    query: {
      view: 'observations',
      measures: [{ aggregate: 'count' }],
      dimensions: ['level'],
      timeBucket: byDay,
    },
    sql: `SELECT level, ${DAY}, count(*) FROM observations GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    name: 'costs by model over time',
    query: {
      view: 'observations',
      measures: [{ aggregate: 'sum', field: 'totalCost' }],
      dimensions: ['model'],
      timeBucket: byDay,
    },
    sql: `SELECT model, ${DAY}, sum(cost) FROM observations GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    name: 'consumption by user',
    query: {
      view: 'traces',
      measures: [{ aggregate: 'sum', field: 'totalCost' }, { aggregate: 'count' }],
      dimensions: ['userId'],
      limit: 20,
    },
    sql: 'SELECT user_id, sum(cost), count(*) FROM traces GROUP BY 1 ORDER BY 2 DESC LIMIT 20',
  },
  {
    name: 'scores over time',
    query: {
      view: 'scores',
      measures: [{ aggregate: 'avg', field: 'value' }],
      dimensions: ['name'],
      timeBucket: byDay,
    },
    sql: `SELECT name, ${DAY}, avg(value) FROM scores GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    name: 'latency percentiles of traces by name',
    query: { view: 'traces', measures: LATENCIES, dimensions: ['name'] },
    sql: `SELECT name, ${QUANTILES} FROM traces GROUP BY 1 ORDER BY 2 DESC LIMIT 100`,
  },
  {
    name: 'latency percentiles of generations by name',
    query: { view: 'observations', filter: generations, measures: LATENCIES, dimensions: ['name'] },
    sql: `SELECT name, ${QUANTILES} FROM observations WHERE type = 'GENERATION' GROUP BY 1 ORDER BY 2 DESC LIMIT 100`,
  },
  {
    name: 'latency percentiles of observations by name',
    query: { view: 'observations', measures: LATENCIES, dimensions: ['name'] },
    sql: `SELECT name, ${QUANTILES} FROM observations GROUP BY 1 ORDER BY 2 DESC LIMIT 100`,
  },
  {
    name: 'latency percentiles of models over time',
    query: {
      view: 'observations',
      filter: generations,
      measures: LATENCIES,
      dimensions: ['model'],
      timeBucket: byDay,
    },
    sql: `SELECT model, ${DAY}, ${QUANTILES} FROM observations WHERE type = 'GENERATION' GROUP BY 1, 2 ORDER BY 1, 2`,
  },
  {
    name: 'traces and costs by a metadata key',
    query: {
      view: 'traces',
      measures: [{ aggregate: 'count' }, { aggregate: 'sum', field: 'totalCost' }],
      dimensions: ['metadata.tenant'],
    },
    sql: 'SELECT tenant, count(*), sum(cost) FROM traces GROUP BY 1 ORDER BY 2 DESC LIMIT 100',
  },
];
