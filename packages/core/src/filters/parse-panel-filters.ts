import type { EpochMs } from '../model/units.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { VIEWS } from '../query/view-record.ts';
import type { View } from '../query/view-record.ts';
import { DEFAULT_PANEL_FILTERS } from './panel-filters.ts';
import type { PanelFilters } from './panel-filters.ts';
import { TIME_PRESETS } from './time-range.ts';
import type { TimePreset, TimeRange } from './time-range.ts';

/** A part of filters that could not be read. */
export interface DroppedFilter {
  /** Which: `time`, `env`, or `filter.` and the view. */
  readonly name: string;
  readonly value: string;
  /**
   * - `unreadable`: nothing we write looks like this.
   * - `reversed`: a time that ends before it begins.
   * - `mistaken`: a text with mistakes in it ({@link parseFilterText} tells them).
   */
  readonly reason: 'unreadable' | 'reversed' | 'mistaken';
}

export interface ParsedPanelFilters {
  readonly filters: PanelFilters;
  /** What was left as in the defaults since it made no sense, to tell the person who opened the link. */
  readonly dropped: readonly DroppedFilter[];
}

/**
 * Reads what {@link printPanelFilters} wrote with the same `defaults` out of a query string, with or without `?`. Other
 * parameters are the host's own and are passed over. Never fails: a link that was cut still opens.
 */
export function parsePanelFilters(
  query: string,
  defaults: PanelFilters = DEFAULT_PANEL_FILTERS,
): ParsedPanelFilters {
  const parameters = new URLSearchParams(query);
  const dropped: DroppedFilter[] = [];
  const texts = { ...defaults.texts };
  for (const view of VIEWS) {
    const name = `filter.${view}`;
    const text = parameters.get(name);
    if (text === null) continue;
    if (isReadable(text, view)) texts[view] = text;
    else dropped.push({ name, value: text, reason: 'mistaken' });
  }
  const time = parameters.get('time');
  const range = time === null ? defaults.time : parseTimeRange(time);
  if (typeof range === 'string') dropped.push({ name: 'time', value: time ?? '', reason: range });
  return {
    filters: {
      time: typeof range === 'string' ? defaults.time : range,
      environments: parseEnvironments(parameters.getAll('env'), defaults.environments),
      texts: withoutEmpty(texts),
    },
    dropped,
  };
}

function isReadable(text: string, view: View): boolean {
  return parseFilterText(text, view).filter !== null;
}

function parseTimeRange(text: string): TimeRange | 'unreadable' | 'reversed' {
  if (Object.hasOwn(TIME_PRESETS, text)) return { preset: text as TimePreset };
  const [from, to, ...rest] = text.split(',').map(parseMoment);
  if (from == null || to == null || rest.length > 0) return 'unreadable';
  return from < to ? { from, to } : 'reversed';
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/u;
const DATE = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?Z$/u;

function parseMoment(text: string): EpochMs | null {
  const moment = NUMBER.test(text) ? Number(text) : DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isFinite(moment) ? moment : null;
}

function parseEnvironments(
  names: readonly string[],
  fallback: PanelFilters['environments'],
): PanelFilters['environments'] {
  if (names.length === 0) return fallback;
  return names.includes('*') ? null : [...new Set(names.filter((name) => name !== ''))];
}

function withoutEmpty(texts: PanelFilters['texts']): PanelFilters['texts'] {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
}
