import type { TimeRange } from '@oriel/core';
import type { Format } from '../format/create-format.ts';
import type { PanelMessages } from '../messages/messages.ts';

/** A range in words: `Last hour`, `Nov 1, 08:00 – Nov 2, 09:00`. */
export function timeRangeLabel(
  range: TimeRange,
  { filterBar }: Pick<PanelMessages, 'filterBar'>,
  format: Format,
): string {
  if ('preset' in range) return filterBar.presets[range.preset];
  return `${format.shortTime(range.from)} – ${format.shortTime(range.to)}`;
}
