import type { Measure } from '../../query/aggregate/aggregate-query.ts';
import { findField } from '../../query/fields/view-fields.ts';
import type { View } from '../../query/view-record.ts';

/**
 * What a number counts, which is how it is written: records, milliseconds, US dollars, tokens, tokens per second, a
 * share of one, a moment (epoch milliseconds), or nothing in particular.
 */
export type ChartUnit = 'count' | 'duration' | 'cost' | 'tokens' | 'rate' | 'share' | 'time' | 'number';

/** The unit of a measure's numbers; of a histogram, that of its ranges. */
export function measureUnit(view: View, measure: Measure): ChartUnit {
  if (measure.aggregate === 'count' || measure.aggregate === 'count-distinct') return 'count';
  const { field } = measure;
  const type = findField(view, field)?.type;
  if (type === 'duration') return 'duration';
  if (type === 'time') return 'time';
  if (field.startsWith('cost.') || field.endsWith('Cost')) return 'cost';
  if (field.startsWith('usage.') || field.endsWith('Tokens')) return 'tokens';
  if (field === 'tokensPerSecond') return 'rate';
  if (field === 'sampleRate') return 'share';
  const isWhole = measure.aggregate === 'sum' || measure.aggregate === 'min' || measure.aggregate === 'max';
  return isWhole && field.endsWith('Count') ? 'count' : 'number';
}

/** Nothing counted is zero; of anything else, nothing measured is no number at all. */
export function isCountMeasure(measure: Measure): boolean {
  return measure.aggregate === 'count' || measure.aggregate === 'count-distinct';
}
