import type { FieldAggregate, Measure } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { View } from '../../query/view-record.ts';
import type { Metric } from './metric.ts';
import type { GridPlace } from './place-tiles.ts';

/** The cards of a home page. */
export const HOME_CARDS = [
  'traces',
  'model-costs',
  'scores',
  'traces-by-time',
  'model-usage',
  'user-consumption',
  'scores-by-time',
  'trace-latencies',
  'generation-latencies',
  'observation-latencies',
  'model-latencies',
  'score-analytics',
] as const;
export type HomeCardId = (typeof HOME_CARDS)[number];

/** One card: a question, or several of them under tabs. Plain data. */
export interface HomeCard {
  readonly id: HomeCardId;
  readonly place: GridPlace;
  /** One number for all of it, above. */
  readonly whole?: Metric | undefined;
  /** At least one. */
  readonly tabs: readonly HomeCardTab[];
  /** A field of which a reader may choose one value; the chosen one narrows every tab. */
  readonly pick?: { readonly view: View; readonly field: string } | undefined;
}

export interface HomeCardTab {
  /** Its name in the catalogue of texts. */
  readonly id: string;
  readonly metric: Metric;
}

const COUNT: Measure = { aggregate: 'count' };
const of = (aggregate: FieldAggregate, field: string): Measure => ({ aggregate, field });
const WITH_MODEL: Filter = { field: 'model', op: 'is-not-null' };
const WITH_USER: Filter = { field: 'userId', op: 'is-not-null' };
const CALLS: Filter = { field: 'type', op: '=', value: 'GENERATION' };
const MEASURED: Filter = { field: 'dataType', op: 'any-of', value: ['NUMERIC', 'BOOLEAN'] };
const LATENCIES: readonly Measure[] = (['p50', 'p90', 'p95', 'p99'] as const).map((share) =>
  of(share, 'latency'),
);
const SLOWEST = { by: 'measure', measure: 2, direction: 'desc' } as const;

const latencies = (id: HomeCardId, x: number, view: View, filter?: Filter): HomeCard => ({
  id,
  place: { x, y: 17, w: 4, h: 6 },
  tabs: [
    {
      id: 'latency',
      metric: {
        kind: 'table',
        view,
        measures: LATENCIES,
        dimensions: ['name'],
        order: SLOWEST,
        limit: 50,
        ...(filter && { filter }),
      },
    },
  ],
});

/** What a home page shows (reference 4.6), in the order of reading. */
export const homeCards: readonly HomeCard[] = [
  {
    id: 'traces',
    place: { x: 0, y: 0, w: 4, h: 5 },
    whole: { kind: 'number', view: 'traces', measures: [COUNT] },
    tabs: [
      {
        id: 'names',
        metric: {
          kind: 'horizontal-bars',
          view: 'traces',
          measures: [COUNT],
          dimensions: ['name'],
          limit: 20,
        },
      },
    ],
  },
  {
    id: 'model-costs',
    place: { x: 4, y: 0, w: 4, h: 5 },
    whole: { kind: 'number', view: 'observations', measures: [of('sum', 'totalCost')], better: 'less' },
    tabs: [
      {
        id: 'models',
        metric: {
          kind: 'table',
          view: 'observations',
          measures: [of('sum', 'totalCost'), of('sum', 'totalTokens')],
          dimensions: ['model'],
          filter: WITH_MODEL,
          limit: 20,
        },
      },
    ],
  },
  {
    id: 'scores',
    place: { x: 8, y: 0, w: 4, h: 5 },
    whole: { kind: 'number', view: 'scores', measures: [COUNT] },
    tabs: [
      {
        id: 'names',
        metric: {
          kind: 'table',
          view: 'scores',
          measures: [COUNT, of('avg', 'value')],
          dimensions: ['name', 'source', 'dataType'],
          limit: 50,
          hasTotal: false,
        },
      },
    ],
  },
  {
    id: 'traces-by-time',
    place: { x: 0, y: 5, w: 6, h: 6 },
    tabs: [
      { id: 'traces', metric: { kind: 'bars', view: 'traces', measures: [COUNT] } },
      {
        id: 'levels',
        metric: { kind: 'bars', view: 'observations', measures: [COUNT], dimensions: ['level'] },
      },
    ],
  },
  {
    id: 'model-usage',
    place: { x: 6, y: 5, w: 6, h: 6 },
    pick: { view: 'observations', field: 'model' },
    tabs: [
      {
        id: 'cost-by-model',
        metric: {
          kind: 'bars',
          view: 'observations',
          measures: [of('sum', 'totalCost')],
          dimensions: ['model'],
          filter: WITH_MODEL,
          limit: 7,
        },
      },
      {
        id: 'cost-by-type',
        metric: {
          kind: 'bars',
          view: 'observations',
          measures: [of('sum', 'totalCost')],
          filter: WITH_MODEL,
          splitBy: 'cost',
        },
      },
      {
        id: 'usage-by-model',
        metric: {
          kind: 'bars',
          view: 'observations',
          measures: [of('sum', 'totalTokens')],
          dimensions: ['model'],
          filter: WITH_MODEL,
          limit: 7,
        },
      },
      {
        id: 'usage-by-type',
        metric: {
          kind: 'bars',
          view: 'observations',
          measures: [of('sum', 'totalTokens')],
          filter: WITH_MODEL,
          splitBy: 'usage',
        },
      },
    ],
  },
  {
    id: 'user-consumption',
    place: { x: 0, y: 11, w: 6, h: 6 },
    tabs: [
      {
        id: 'cost',
        metric: {
          kind: 'horizontal-bars',
          view: 'traces',
          measures: [of('sum', 'totalCost')],
          dimensions: ['userId'],
          filter: WITH_USER,
          limit: 20,
        },
      },
      {
        id: 'count',
        metric: {
          kind: 'horizontal-bars',
          view: 'traces',
          measures: [COUNT],
          dimensions: ['userId'],
          filter: WITH_USER,
          limit: 20,
        },
      },
    ],
  },
  {
    id: 'scores-by-time',
    place: { x: 6, y: 11, w: 6, h: 6 },
    tabs: [
      {
        id: 'average',
        metric: {
          kind: 'line',
          view: 'scores',
          measures: [of('avg', 'value')],
          dimensions: ['name'],
          filter: MEASURED,
          order: { by: 'group', direction: 'asc' },
          limit: 8,
        },
      },
    ],
  },
  latencies('trace-latencies', 0, 'traces'),
  latencies('generation-latencies', 4, 'observations', CALLS),
  latencies('observation-latencies', 8, 'observations'),
  {
    id: 'model-latencies',
    place: { x: 0, y: 23, w: 12, h: 6 },
    pick: { view: 'observations', field: 'model' },
    tabs: (['p50', 'p75', 'p90', 'p95', 'p99'] as const).map((share) => ({
      id: share,
      metric: {
        kind: 'line',
        view: 'observations',
        measures: [of(share, 'latency')],
        dimensions: ['model'],
        filter: { and: [WITH_MODEL, CALLS] },
        limit: 8,
      },
    })),
  },
  {
    id: 'score-analytics',
    place: { x: 0, y: 29, w: 12, h: 6 },
    pick: { view: 'scores', field: 'name' },
    tabs: [
      {
        id: 'trend',
        metric: {
          kind: 'line',
          view: 'scores',
          measures: [of('avg', 'value')],
          dimensions: ['name'],
          filter: MEASURED,
          limit: 8,
        },
      },
      {
        id: 'distribution',
        metric: {
          kind: 'histogram',
          view: 'scores',
          measures: [{ aggregate: 'histogram', field: 'value', bins: 20 }],
          filter: MEASURED,
        },
      },
      {
        id: 'values',
        metric: {
          kind: 'vertical-bars',
          view: 'scores',
          measures: [COUNT],
          dimensions: ['value'],
          filter: { field: 'dataType', op: '!=', value: 'TEXT' },
          limit: 20,
        },
      },
    ],
  },
];
