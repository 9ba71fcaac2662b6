import type { ComparedMeasure } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/** What a measure is called. */
export function measureName(
  measure: ComparedMeasure,
  { messages }: PanelPresentation<'releaseCompare'>,
): string {
  const own = messages.releaseCompare;
  switch (measure.kind) {
    case 'traces':
      return own.traces;
    case 'error-rate':
      return own.errorRate;
    case 'latency':
      return own.latency[measure.percentile];
    case 'cost':
      return own.cost;
    case 'tokens':
      return own.tokens;
    case 'score':
      return own.score(measure.name);
    case 'score-value':
      break;
  }
  return own.scoreValue(measure.name, measure.value);
}

/** A value of a measure in its unit. */
export function measureValue(
  measure: ComparedMeasure,
  value: number | null,
  { format, messages }: PanelPresentation<'releaseCompare'>,
): string {
  if (value === null) return messages.releaseCompare.noValue;
  switch (measure.kind) {
    case 'traces':
      return format.count(value);
    case 'error-rate':
    case 'score-value':
      return format.share(value);
    case 'latency':
      return value < 0 ? `-${format.duration(-value)}` : format.duration(value);
    case 'cost':
      return format.cost(value);
    case 'tokens':
      return format.tokens(Math.round(value));
    case 'score':
      break;
  }
  return measure.dataType === 'BOOLEAN' ? format.share(value) : format.number(value);
}

/** A difference, with its sign. */
export function measureDifference(
  measure: ComparedMeasure,
  difference: number | null,
  presentation: PanelPresentation<'releaseCompare'>,
): string {
  const text = measureValue(measure, difference, presentation);
  return difference !== null && difference > 0 ? `+${text}` : text;
}

/** A relative difference as a percentage, with its sign. */
export function relativeText(
  relative: number | null,
  { format }: PanelPresentation<'releaseCompare'>,
): string | null {
  if (relative === null) return null;
  return relative > 0 ? `+${format.share(relative)}` : format.share(relative);
}
