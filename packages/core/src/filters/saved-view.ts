import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { VIEWS } from '../query/view-record.ts';
import type { View } from '../query/view-record.ts';
import type { PanelFilters } from './panel-filters.ts';
import { TIME_PRESETS } from './time-range.ts';
import type { TimePreset, TimeRange } from './time-range.ts';

/** A way of looking at a view that somebody wants back: the body of a document of kind `saved-view`. Plain JSON. */
export interface SavedView {
  readonly view: View;
  /** The view's filter text. */
  readonly text: string;
  /** Absent: whatever time is being looked at. */
  readonly time?: TimeRange | undefined;
  /** Absent: whatever environments are being looked at; `null` as in {@link PanelFilters}. */
  readonly environments?: PanelFilters['environments'] | undefined;
  /** What the panel wants back of itself, such as its columns. Absent: nothing. */
  readonly panel?: JsonValue | undefined;
}

/**
 * Checks a body that came from a store, a file or a link; `null` when it is no saved view, or one with a text that
 * cannot be read. Members that nobody knows are left out.
 */
export function parseSavedView(body: JsonValue): SavedView | null {
  if (!isJsonObject(body)) return null;
  const { view, text, time, environments, panel } = body;
  if (!isView(view) || typeof text !== 'string' || !parseFilterText(text, view).filter) return null;
  const range = time === undefined ? undefined : parseTime(time);
  if (range === null || !isEnvironments(environments)) return null;
  return {
    view,
    text,
    ...(range && { time: range }),
    ...(environments !== undefined && { environments }),
    ...(panel !== undefined && { panel }),
  };
}

function isView(value: JsonValue | undefined): value is View {
  return VIEWS.includes(value as View);
}

function parseTime(value: JsonValue): TimeRange | null {
  if (!isJsonObject(value)) return null;
  const { preset, from, to } = value;
  if (typeof preset === 'string') {
    return Object.hasOwn(TIME_PRESETS, preset) ? { preset: preset as TimePreset } : null;
  }
  return typeof from === 'number' && typeof to === 'number' && from < to ? { from, to } : null;
}

function isEnvironments(value: JsonValue | undefined): value is string[] | null | undefined {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}
