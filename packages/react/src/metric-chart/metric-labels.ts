import type { ChartGroup, GroupValue, Measure, Metric } from '@oriel/core';
import { valueWord } from '../messages/value-word.ts';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

type Presentation = PanelPresentation<'chart' | 'metric'>;
type Texts = Presentation['messages'];

/** The name of a field. */
export function fieldLabel(field: string, { metric }: Pick<Texts, 'metric'>): string {
  return Object.hasOwn(metric.fields, field) ? (metric.fields[field] ?? field) : field;
}

/** What a measure computes. */
export function measureLabel(view: Metric['view'], measure: Measure, messages: Texts): string {
  const { metric } = messages;
  if (measure.aggregate === 'count') return metric.count[view];
  const field = fieldLabel(measure.field, messages);
  return measure.aggregate === 'sum' ? field : metric.measure(metric.aggregates[measure.aggregate], field);
}

/** The names of columns of a table: what all of them measure is not said again by each. */
export function measureLabels(
  view: Metric['view'],
  measures: readonly Measure[],
  messages: Texts,
): readonly string[] {
  const fields = new Set(measures.flatMap((measure) => ('field' in measure ? [measure.field] : [])));
  return measures.map((measure) =>
    fields.size === 1 && measures.length > 1 && measure.aggregate !== 'count' && measure.aggregate !== 'sum'
      ? messages.metric.aggregates[measure.aggregate]
      : measureLabel(view, measure, messages),
  );
}

/** One value of a dimension. */
function valueLabel(
  value: GroupValue,
  dimension: string | undefined,
  { messages, format }: Presentation,
): string {
  if (value === null || value === '') return messages.chart.none;
  if (typeof value === 'boolean') return value ? messages.yes : messages.no;
  if (typeof value === 'number') return format.number(value);
  return valueWord(dimension, value, messages);
}

/** A group in words: the values of its dimensions; the measure where there are none. */
export function groupLabel(
  { group, isRest }: ChartGroup,
  { view, measures: [measure], dimensions = [] }: Pick<Metric, 'view' | 'measures' | 'dimensions'>,
  presentation: Presentation,
): string {
  const { messages } = presentation;
  if (isRest) return messages.chart.other;
  if (group.length === 0) return measure ? measureLabel(view, measure, messages) : messages.chart.total;
  return group.map((value, index) => valueLabel(value, dimensions[index], presentation)).join(' · ');
}
