import { canonicalJson } from '../model/canonical-json.ts';
import type { JsonValue } from '../model/json.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import type { View } from '../query/view-record.ts';
import type { PanelFilters } from './panel-filters.ts';
import type { SavedView } from './saved-view.ts';

/** The filters of a page that look at what was saved, and at the rest as before. */
export function applySavedView(present: PanelFilters, saved: SavedView): PanelFilters {
  const { view, text, time, environments } = saved;
  return {
    time: time ?? present.time,
    environments: environments === undefined ? present.environments : environments,
    texts: { ...present.texts, [view]: text },
  };
}

/** What a page looks at now, to save it: the text of a view, the time and the environments. */
export function savedViewOf(filters: PanelFilters, view: View): SavedView {
  const { time, environments, texts } = filters;
  return { view, text: texts[view] ?? '', time, environments };
}

/** Whether the page looks at it already. Texts that say the same, such as `env:a` and `environment:a`, are the same. */
export function isSavedViewShown(filters: PanelFilters, saved: SavedView): boolean {
  const { view, text, time, environments } = saved;
  const isSameTime = time === undefined || isSame(time, filters.time);
  const isSamePlace = environments === undefined || isSame(environments, filters.environments);
  return isSameTime && isSamePlace && isSame(meaning(text, view), meaning(filters.texts[view] ?? '', view));
}

function meaning(text: string, view: View): unknown {
  return parseFilterText(text, view).filter ?? text;
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalJson(one as JsonValue) === canonicalJson(other as JsonValue);
}
