import { MAX_BINS, MAX_GROUPS, timeUnitFor } from '@oriel/core';
import type { AggregateQuery, Filter, GroupOrder, Measure, TimeUnit } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';
import { COLUMNS } from './columns.ts';
import type { Column } from './columns.ts';
import { FilterParts } from './filter-parts.ts';
import { METRIC_VIEWS } from './metric-fields.ts';
import type { MetricView } from './metric-fields.ts';
import { readFilter } from './read-filter.ts';

/** A question of Langfuse's metrics: ours, and how the answer names its values. */
export interface MetricsQuestion {
  readonly query: AggregateQuery;
  /** By place: the dimensions' names. */
  readonly dimensions: readonly string[];
  /** By place: `sum_totalCost`. */
  readonly metrics: readonly string[];
  /** Most rows of the answer. */
  readonly rowLimit: number;
}

const AGGREGATIONS = ['sum', 'avg', 'min', 'max', 'p50', 'p75', 'p90', 'p95', 'p99'] as const;
const UNITS: readonly TimeUnit[] = ['minute', 'hour', 'day', 'week', 'month'];
const DEFAULT_BINS = 10;
const DEFAULT_ROWS = 100;

/** @throws Refusal 400 - a part of the question is missing or cannot be asked. */
export function readMetricsQuery(value: unknown): MetricsQuestion {
  const question = objectOf(value, 'The parameter `query`');
  const asked = String(question['view']);
  const view = Object.hasOwn(METRIC_VIEWS, asked) ? METRIC_VIEWS[asked] : undefined;
  if (!view) throw bad(`There is no view ${quote(question['view'])}`, Object.keys(METRIC_VIEWS));
  const config = question['config'] == null ? {} : objectOf(question['config'], '`config`');
  const dimensions = listOf(question['dimensions']).map((item) =>
    String(objectOf(item, 'A dimension')['field']),
  );
  const metrics = listOf(question['metrics']).map((item) => objectOf(item, 'A metric'));
  const names = metrics.map(({ measure, aggregation }) => `${String(aggregation)}_${String(measure)}`);
  const rowLimit = Math.min(numberOf(config['row_limit'], DEFAULT_ROWS), MAX_GROUPS);
  if (metrics.length === 0)
    throw bad('The question has no metrics', ['{"metrics": [{"measure": "count", "aggregation": "count"}]}']);
  return {
    dimensions,
    metrics: names,
    rowLimit,
    query: {
      view: view.view,
      measures: metrics.map((metric) => measureOf(metric, view, numberOf(config['bins'], DEFAULT_BINS))),
      dimensions: dimensions.map((name) => dimensionOf(name, view)),
      filter: filterOf(question, view),
      limit: rowLimit,
      order: orderOf(question['orderBy'], names),
      timeBucket: timeBucketOf(question),
    },
  };
}

function measureOf(
  { measure, aggregation }: Record<string, unknown>,
  { measures }: MetricView,
  bins: number,
): Measure {
  const name = String(measure);
  const known = Object.hasOwn(measures, name) ? measures[name] : undefined;
  if (!known) throw bad(`There is no measure ${quote(measure)} in this view`, Object.keys(measures));
  const { field, isDistinct } = known;
  if (field === null || aggregation === 'count') return { aggregate: 'count' };
  if (isDistinct || aggregation === 'uniq') return { aggregate: 'count-distinct', field };
  if (aggregation === 'histogram') return { aggregate: 'histogram', field, bins: Math.min(bins, MAX_BINS) };
  const aggregate = AGGREGATIONS.find((candidate) => candidate === aggregation);
  if (!aggregate)
    throw bad(`There is no aggregation ${quote(aggregation)}`, ['count', ...AGGREGATIONS, 'histogram']);
  return { aggregate, field };
}

function dimensionOf(name: string, { dimensions }: MetricView): string {
  const field = Object.hasOwn(dimensions, name) ? dimensions[name] : undefined;
  // Langfuse cannot group by metadata. A store here can, and nothing else is meant by such a name.
  if (name.startsWith('metadata.')) return name;
  if (field === undefined)
    throw bad(`There is no dimension ${quote(name)} in this view`, Object.keys(dimensions));
  return field;
}

/** Filters name columns or dimensions. */
function filterOf(
  question: Record<string, unknown>,
  { view, dimensions, dataTypes = [] }: MetricView,
): Filter | undefined {
  const ofDimensions = Object.entries(dimensions).map(([name, field]): [string, Column] => [name, { field }]);
  // Of the measures, latencies are in milliseconds here, whatever they are in lists.
  const columns = new Map([...COLUMNS[view], ...ofDimensions, ['latency', { field: 'latency' }] as const]);
  const time = view === 'observations' ? 'startTime' : 'timestamp';
  const filters = question['filters'];
  return new FilterParts()
    .between(time, timeOf(question['fromTimestamp']), timeOf(question['toTimestamp']))
    .anyOf('dataType', dataTypes)
    .add(filters == null ? undefined : readFilter(filters, columns))
    .all();
}

function timeBucketOf(question: Record<string, unknown>): AggregateQuery['timeBucket'] {
  if (question['timeDimension'] == null) return undefined;
  const { granularity } = objectOf(question['timeDimension'], '`timeDimension`');
  if (granularity === 'auto' || granularity === undefined) {
    const from = timeOf(question['fromTimestamp']) ?? null;
    const to = timeOf(question['toTimestamp']) ?? null;
    return { unit: timeUnitFor({ from, to }) };
  }
  const unit = UNITS.find((candidate) => candidate === granularity);
  if (!unit) throw bad(`There is no granularity ${quote(granularity)}`, ['auto', ...UNITS]);
  return { unit };
}

/** Groups are ordered by one thing: the first that is a metric. */
function orderOf(value: unknown, metrics: readonly string[]): GroupOrder | undefined {
  for (const item of listOf(value)) {
    const { field, direction } = objectOf(item, 'An order');
    const measure = metrics.indexOf(String(field));
    const way = direction === 'asc' ? 'asc' : 'desc';
    if (measure >= 0) return { by: 'measure', measure, direction: way };
    if (field !== 'time_dimension') return { by: 'group', direction: way };
  }
  return undefined;
}

function timeOf(value: unknown): number | undefined {
  if (value == null) return undefined;
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) throw bad(`${quote(value)} is no time`, ['2026-01-31T12:00:00Z']);
  return time;
}

function numberOf(value: unknown, byDefault: number): number {
  if (value == null) return byDefault;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw bad(`${quote(value)} is no positive whole number`, [String(byDefault)]);
}

function objectOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw bad(`${what} is no object`, [
    '{"view": "traces", "metrics": [{"measure": "count", "aggregation": "count"}]}',
  ]);
}

function listOf(value: unknown): readonly unknown[] {
  if (value == null) return [];
  if (Array.isArray(value)) return value as readonly unknown[];
  throw bad(`${quote(value)} is no list`, ['[]']);
}

function quote(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}

function bad(problem: string, known: readonly string[]): Refusal {
  return new Refusal(
    400,
    `${problem}, so nothing was measured. Send ${known.length > 1 ? 'one of: ' : ''}${known.join(', ')}.`,
  );
}
