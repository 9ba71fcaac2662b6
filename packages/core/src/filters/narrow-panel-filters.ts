import type { Filter } from '../query/filter.ts';
import { filterTextParts } from '../query/text/filter-text-parts.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { printFilterText } from '../query/text/print-filter-text.ts';
import type { View } from '../query/view-record.ts';
import type { PanelFilters } from './panel-filters.ts';
import type { TimeRange } from './time-range.ts';

/**
 * The filters of a page that shows, of what another page showed, the records of a view that meet a condition: what is
 * behind a bar of a chart, or a row of a sum.
 *
 * ```
 *   level:ERROR OR level:WARNING   and   model = gpt-5
 *   (level:ERROR OR level:WARNING) model:gpt-5
 * ```
 *
 * `null` where the condition has no words, or the present text of the view has mistakes: more would show than was meant.
 *
 * @param time - when they began. Default: as before.
 */
export function narrowPanelFilters(
  present: PanelFilters,
  view: View,
  condition: Filter,
  time: TimeRange = present.time,
): PanelFilters | null {
  const text = (present.texts[view] ?? '').trim();
  const words = printFilterText(condition, view);
  if (words === null || parseFilterText(text, view).errors.length > 0) return null;
  const sides = [text, words].filter(Boolean);
  const kept =
    sides.length < 2
      ? sides
      : sides.map((side) => (filterTextParts(side, view) === null ? `(${side})` : side));
  return { ...present, time, texts: { ...present.texts, [view]: joined(kept, view) } };
}

/** Two phrases side by side would be read as one. */
function joined(sides: readonly string[], view: View): string {
  const ends = sides.map((side) => filterTextParts(side, view) ?? []);
  const isPhrase = (part: { readonly filter: Filter } | undefined) =>
    part !== undefined && 'search' in part.filter;
  const joint = isPhrase(ends[0]?.at(-1)) && isPhrase(ends[1]?.[0]) ? ' AND ' : ' ';
  return sides.join(joint);
}
