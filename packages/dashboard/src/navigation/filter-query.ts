import { printPanelFilters } from '@oriel/core';
import type { PanelFilters } from '@oriel/core';

/** The parameters of a query that say what is filtered: they go along from page to page. */
export function filterQuery(query: string): string {
  return pick(query, isFilter).toString();
}

/** A query with other filters, and all else as it was. */
export function withFilters(query: string, filters: PanelFilters, defaults: PanelFilters): string {
  const rest = pick(query, (name) => !isFilter(name)).toString();
  return [rest, printPanelFilters(filters, defaults)].filter(Boolean).join('&');
}

/** Names as {@link printPanelFilters} writes them. */
function isFilter(name: string): boolean {
  return name === 'time' || name === 'env' || name.startsWith('filter.');
}

function pick(query: string, isWanted: (name: string) => boolean): URLSearchParams {
  return new URLSearchParams([...new URLSearchParams(query)].filter(([name]) => isWanted(name)));
}
