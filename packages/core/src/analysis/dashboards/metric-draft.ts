import type { FieldAggregate, Measure, TimeUnit } from '../../query/aggregate/aggregate-query.ts';
import { VIEW_FIELDS } from '../../query/fields/view-fields.ts';
import { parseFilterText } from '../../query/text/parse-filter-text.ts';
import { printFilterText } from '../../query/text/print-filter-text.ts';
import type { View } from '../../query/view-record.ts';
import type { Metric, MetricKind } from './metric.ts';
import { metricProblem } from './read-dashboard.ts';

/** A metric as somebody fills it into a form. */
export interface MetricDraft {
  readonly kind: MetricKind;
  readonly view: View;
  readonly aggregate: 'count' | FieldAggregate;
  /** Field of the measure; of no meaning where records are counted. */
  readonly field: string;
  /** Up to two, empty ones are none. */
  readonly dimensions: readonly string[];
  /** In the grammar of {@link parseFilterText}. */
  readonly filterText: string;
  readonly limit: number;
  readonly timeUnit: TimeUnit | '';
}

export const NEW_METRIC_DRAFT: MetricDraft = {
  kind: 'bars',
  view: 'traces',
  aggregate: 'count',
  field: 'latency',
  dimensions: [],
  filterText: '',
  limit: 10,
  timeUnit: '',
};

const BINS = 20;

/**
 * What a form says, as a metric; or why it is none.
 *
 * @param before - the metric it was made of: what the form does not show is kept, if it still fits.
 */
export function draftedMetric(
  draft: MetricDraft,
  before?: Metric,
): { readonly metric: Metric | null; readonly problem: string | null } {
  const { kind, view, aggregate, field, filterText, limit, timeUnit } = draft;
  const parsed = parseFilterText(filterText, view);
  if (parsed.filter === null) return { metric: null, problem: parsed.errors[0]?.message ?? '' };
  const dimensions =
    kind === 'number' || kind === 'histogram' ? [] : draft.dimensions.filter((name) => name !== '');
  const measure = draftedMeasure(kind, aggregate, field);
  const rest = kind === 'table' && before?.view === view ? before.measures.slice(1) : [];
  const metric: Metric = {
    ...(before?.view === view && { traces: before.traces, order: before.order, splitBy: before.splitBy }),
    kind,
    view,
    measures: [measure, ...rest],
    ...(dimensions.length > 0 && { dimensions }),
    // A condition that has no words is kept until somebody writes another.
    ...(filterText.trim() === ''
      ? isWordless(before, view) && { filter: before?.filter }
      : { filter: parsed.filter }),
    limit,
    ...(timeUnit !== '' && { timeUnit }),
    ...(before?.better && { better: before.better }),
  };
  const clean = JSON.parse(JSON.stringify(metric)) as Metric;
  const problem = metricProblem(clean);
  return problem === null ? { metric: clean, problem } : { metric: null, problem };
}

/** Whether a metric has a condition that the grammar of filters cannot say. */
export function isWordless(metric: Metric | undefined, view: View): boolean {
  return (
    metric?.filter !== undefined && metric.view === view && printFilterText(metric.filter, view) === null
  );
}

function draftedMeasure(kind: MetricKind, aggregate: 'count' | FieldAggregate, field: string): Measure {
  if (kind === 'histogram') return { aggregate: 'histogram', field, bins: BINS };
  return aggregate === 'count' ? { aggregate } : { aggregate, field };
}

/** A metric as a form shows it. */
export function metricDraft(metric: Metric): MetricDraft {
  const { kind, view, measures, dimensions = [], filter, limit, timeUnit } = metric;
  const [measure] = measures;
  return {
    ...NEW_METRIC_DRAFT,
    kind,
    view,
    aggregate: !measure || measure.aggregate === 'histogram' ? 'count' : measure.aggregate,
    field: measure && 'field' in measure ? measure.field : NEW_METRIC_DRAFT.field,
    dimensions,
    filterText: (filter && printFilterText(filter, view)) ?? '',
    limit: limit ?? NEW_METRIC_DRAFT.limit,
    timeUnit: timeUnit ?? '',
  };
}

/** Fields that can be summed up or averaged. */
export function measurableFields(view: View): readonly string[] {
  return fieldsOf(view, ['number', 'duration', 'any']);
}

/** Fields that make groups people can read. */
export function groupingFields(view: View): readonly string[] {
  return fieldsOf(view, ['text', 'texts', 'boolean', 'any']).filter(
    (field) => field !== 'statusMessage' && field !== 'id',
  );
}

function fieldsOf(view: View, types: readonly string[]): readonly string[] {
  return Object.entries(VIEW_FIELDS[view])
    .filter(([, { type }]) => types.includes(type))
    .map(([name]) => name);
}
