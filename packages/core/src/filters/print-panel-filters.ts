import { VIEWS } from '../query/view-record.ts';
import { DEFAULT_PANEL_FILTERS } from './panel-filters.ts';
import type { PanelFilters } from './panel-filters.ts';
import type { TimeRange } from './time-range.ts';

/**
 * Writes filters as query parameters, without leading `?`. What is as in `defaults` is left out, so a plain link stays
 * plain.
 *
 * ```
 *   time            7d, or two moments: 2026-06-01T00:00:00.000Z,2026-06-02T00:00:00.000Z
 *   env             one for each environment; * for all of them, empty for none
 *   filter.traces   the text of traces; filter.observations, … those of the others
 * ```
 */
export function printPanelFilters(
  filters: PanelFilters,
  defaults: PanelFilters = DEFAULT_PANEL_FILTERS,
): string {
  const parameters = new URLSearchParams();
  const time = printTimeRange(filters.time);
  if (time !== printTimeRange(defaults.time)) parameters.set('time', time);
  const environments = printEnvironments(filters.environments);
  if (JSON.stringify(environments) !== JSON.stringify(printEnvironments(defaults.environments))) {
    for (const environment of environments) parameters.append('env', environment);
  }
  for (const view of VIEWS) {
    const text = filters.texts[view] ?? '';
    if (text !== (defaults.texts[view] ?? '')) parameters.set(`filter.${view}`, text);
  }
  return parameters.toString();
}

function printTimeRange(range: TimeRange): string {
  return 'preset' in range ? range.preset : `${printMoment(range.from)},${printMoment(range.to)}`;
}

/** For people where a date says it exactly. */
function printMoment(moment: number): string {
  const date = new Date(moment);
  return date.getTime() === moment ? date.toISOString() : String(moment);
}

function printEnvironments(environments: PanelFilters['environments']): readonly string[] {
  if (environments === null) return ['*'];
  return environments.length === 0 ? [''] : environments;
}
