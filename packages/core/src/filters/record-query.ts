import type { EpochMs } from '../model/units.ts';
import type { Filter } from '../query/filter.ts';
import type { RecordQuery } from '../query/page.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import type { View } from '../query/view-record.ts';
import { allOf } from './narrow-query.ts';
import type { PanelFilters } from './panel-filters.ts';
import { timeFilter } from './time-filter.ts';
import { timeBounds } from './time-range.ts';
import type { TimeBounds } from './time-range.ts';

/** Made of traces, these have no one time and no one environment. */
const GROUPS: readonly View[] = ['sessions', 'users'];
/** A text that cannot be read must never show, or delete, more than it was meant to. */
const NOTHING: Filter = { or: [] };
const NO_JOBS: Filter = { not: { field: 'environment', op: 'starts-with', value: 'langfuse-' } };

/**
 * What a list, an aggregate or a facet query of a view asks for.
 *
 * ```
 *                                 traces  observations  scores      sessions  users
 *   time, environments            filter     filter     filter       traces   traces
 *   text of traces                filter     traces     traces       traces   traces
 *   text of the view itself         –        filter     filter       filter   filter
 * ```
 *
 * Time is when a record began: `startTime`, of scores `timestamp`. Nothing meets a text with mistakes in it.
 *
 * @param bounds - what the time of the filters means. Default: what it means now.
 */
export function recordQuery(
  filters: PanelFilters,
  view: View,
  now: EpochMs,
  bounds: TimeBounds = timeBounds(filters.time, now),
): RecordQuery {
  const isGroup = GROUPS.includes(view);
  const place = isGroup ? 'traces' : view;
  const where = allOf([timeFilter(place, bounds), inEnvironments(filters.environments)]);
  const ofTraces = read(filters.texts.traces, 'traces');
  if (view === 'traces') return query(allOf([where, ofTraces]));
  const own = read(filters.texts[view], view);
  return isGroup ? query(own, allOf([where, ofTraces])) : query(allOf([where, own]), ofTraces);
}

function query(filter: Filter | undefined, traces?: Filter): RecordQuery {
  return { ...(filter && { filter }), ...(traces && { traces }) };
}

function inEnvironments(environments: PanelFilters['environments']): Filter {
  if (environments === null) return NO_JOBS;
  const [only] = environments;
  return environments.length === 1 && only !== undefined
    ? { field: 'environment', op: '=', value: only }
    : { field: 'environment', op: 'any-of', value: environments };
}

function read(text: string | undefined, view: View): Filter | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  return allOf([parseFilterText(text, view).filter ?? NOTHING]);
}
