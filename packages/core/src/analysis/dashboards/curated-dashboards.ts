import type { FieldAggregate, Measure } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { Dashboard, Widget } from './dashboard.ts';
import type { Metric } from './metric.ts';

const COUNT: Measure = { aggregate: 'count' };
const of = (aggregate: FieldAggregate, field: string): Measure => ({ aggregate, field });
const COST = of('sum', 'totalCost');
const P95 = of('p95', 'latency');

const CALLS: Filter = { field: 'type', op: '=', value: 'GENERATION' };
const WITH_MODEL: Filter = { field: 'model', op: 'is-not-null' };
const WITH_USER: Filter = { field: 'userId', op: 'is-not-null' };
const NUMERIC: Filter = { field: 'dataType', op: '=', value: 'NUMERIC' };
const CATEGORICAL: Filter = { field: 'dataType', op: '=', value: 'CATEGORICAL' };

type Row = readonly [id: string, title: string, w: number, h: number, metric: Metric];

/** Widgets in rows of the grid, from the inline start on. */
function inRows(rows: readonly Row[]): readonly Widget[] {
  let [x, y, height] = [0, 0, 0];
  return rows.map(([id, title, w, h, metric]) => {
    if (x + w > 12) [x, y, height] = [0, y + height, 0];
    const place = { x, y, w, h };
    [x, height] = [x + w, Math.max(height, h)];
    return { id, title, place, metric };
  });
}

/** How long things take: traces, models, first tokens (reference 4.9). */
const LATENCY_DASHBOARD: Dashboard = {
  format: 1,
  title: 'Latency',
  widgets: inRows([
    [
      'latency-by-name',
      'p95 latency by trace',
      12,
      6,
      { kind: 'line', view: 'traces', measures: [P95], dimensions: ['name'], limit: 8 },
    ],
    [
      'latency-by-level',
      'p95 latency by level',
      6,
      6,
      { kind: 'line', view: 'observations', measures: [P95], dimensions: ['level'] },
    ],
    [
      'latency-by-model',
      'p95 latency by model',
      6,
      6,
      {
        kind: 'line',
        view: 'observations',
        measures: [P95],
        dimensions: ['model'],
        filter: WITH_MODEL,
        limit: 8,
      },
    ],
    [
      'first-token-by-model',
      'p95 time to first token by model',
      6,
      6,
      {
        kind: 'line',
        view: 'observations',
        measures: [of('p95', 'timeToFirstToken')],
        dimensions: ['model'],
        filter: { field: 'timeToFirstToken', op: 'is-not-null' },
        limit: 8,
      },
    ],
    [
      'first-token-by-prompt',
      'Average time to first token by prompt',
      6,
      6,
      {
        kind: 'line',
        view: 'observations',
        measures: [of('avg', 'timeToFirstToken')],
        dimensions: ['promptName'],
        filter: {
          and: [
            { field: 'promptName', op: 'is-not-null' },
            { field: 'timeToFirstToken', op: 'is-not-null' },
          ],
        },
        limit: 8,
      },
    ],
    [
      'speed-by-model',
      'Output tokens per second by model',
      6,
      6,
      {
        kind: 'line',
        view: 'observations',
        measures: [of('avg', 'tokensPerSecond')],
        dimensions: ['model'],
        filter: { and: [WITH_MODEL, CALLS] },
        limit: 8,
      },
    ],
    [
      'slowest-users',
      'Longest latency by user',
      6,
      6,
      {
        kind: 'horizontal-bars',
        view: 'traces',
        measures: [of('max', 'latency')],
        dimensions: ['userId'],
        filter: WITH_USER,
      },
    ],
  ]),
};

/** How much there is of everything (reference 4.9). */
const USAGE_DASHBOARD: Dashboard = {
  format: 1,
  title: 'Usage',
  widgets: inRows([
    ['trace-count', 'Traces', 3, 3, { kind: 'number', view: 'traces', measures: [COUNT] }],
    ['observation-count', 'Observations', 3, 3, { kind: 'number', view: 'observations', measures: [COUNT] }],
    [
      'numeric-score-count',
      'Numeric scores',
      3,
      3,
      { kind: 'number', view: 'scores', measures: [COUNT], filter: NUMERIC },
    ],
    [
      'categorical-score-count',
      'Categorical scores',
      3,
      3,
      { kind: 'number', view: 'scores', measures: [COUNT], filter: CATEGORICAL },
    ],
    ['traces-over-time', 'Traces over time', 6, 6, { kind: 'bars', view: 'traces', measures: [COUNT] }],
    [
      'observations-over-time',
      'Observations over time',
      6,
      6,
      { kind: 'bars', view: 'observations', measures: [COUNT] },
    ],
    [
      'numeric-scores-over-time',
      'Numeric scores over time',
      6,
      6,
      { kind: 'bars', view: 'scores', measures: [COUNT], dimensions: ['name'], filter: NUMERIC, limit: 7 },
    ],
    [
      'categorical-scores-over-time',
      'Categorical scores over time',
      6,
      6,
      {
        kind: 'bars',
        view: 'scores',
        measures: [COUNT],
        dimensions: ['name'],
        filter: CATEGORICAL,
        limit: 7,
      },
    ],
    [
      'traces-by-environment',
      'Traces by environment',
      6,
      6,
      { kind: 'bars', view: 'traces', measures: [COUNT], dimensions: ['environment'], limit: 7 },
    ],
    [
      'observations-by-environment',
      'Observations by environment',
      6,
      6,
      { kind: 'bars', view: 'observations', measures: [COUNT], dimensions: ['environment'], limit: 7 },
    ],
  ]),
};

/** What it costs, and who and what costs it (reference 4.9). */
const COST_DASHBOARD: Dashboard = {
  format: 1,
  title: 'Cost',
  widgets: inRows([
    ['cost-over-time', 'Cost over time', 12, 6, { kind: 'bars', view: 'traces', measures: [COST] }],
    ['priced-traces', 'Traces', 3, 3, { kind: 'number', view: 'traces', measures: [COUNT] }],
    [
      'priced-observations',
      'Observations',
      3,
      3,
      { kind: 'number', view: 'observations', measures: [COUNT] },
    ],
    [
      'cost-per-trace',
      'p95 cost per trace',
      6,
      3,
      { kind: 'number', view: 'traces', measures: [of('p95', 'totalCost')], better: 'less' },
    ],
    [
      'cost-by-model',
      'Cost by model',
      6,
      6,
      {
        kind: 'bars',
        view: 'observations',
        measures: [COST],
        dimensions: ['model'],
        filter: WITH_MODEL,
        limit: 7,
      },
    ],
    [
      'cost-by-environment',
      'Cost by environment',
      6,
      6,
      { kind: 'bars', view: 'traces', measures: [COST], dimensions: ['environment'], limit: 7 },
    ],
    [
      'cost-by-user',
      'Top 20 users by cost',
      4,
      8,
      {
        kind: 'horizontal-bars',
        view: 'traces',
        measures: [COST],
        dimensions: ['userId'],
        filter: WITH_USER,
        limit: 20,
      },
    ],
    [
      'cost-by-trace-name',
      'Top 20 traces by cost',
      4,
      8,
      { kind: 'horizontal-bars', view: 'traces', measures: [COST], dimensions: ['name'], limit: 20 },
    ],
    [
      'cost-by-observation-name',
      'Top 20 observations by cost',
      4,
      8,
      { kind: 'horizontal-bars', view: 'observations', measures: [COST], dimensions: ['name'], limit: 20 },
    ],
    [
      'input-cost',
      'p95 input cost per observation',
      6,
      6,
      { kind: 'line', view: 'observations', measures: [of('p95', 'inputCost')] },
    ],
    [
      'output-cost',
      'p95 output cost per observation',
      6,
      6,
      { kind: 'line', view: 'observations', measures: [of('p95', 'outputCost')] },
    ],
  ]),
};

export const CURATED_DASHBOARDS = {
  latency: LATENCY_DASHBOARD,
  usage: USAGE_DASHBOARD,
  cost: COST_DASHBOARD,
} as const;
