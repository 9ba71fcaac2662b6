/** Pages in the order of the sidebar. */
export const PAGES = [
  'home',
  'traces',
  'observations',
  'sessions',
  'users',
  'costs',
  'quality',
  'releases',
  'dashboards',
  'settings',
] as const;
export type PageName = (typeof PAGES)[number];

/** Where the reader is. */
export interface DashboardRoute {
  readonly page: PageName;
  /** The trace, session, user or dashboard that the page shows; `null` for the page of all of them. */
  readonly id: string | null;
  /** What is seen of it, as query parameters without `?`. */
  readonly query: string;
}

/** Pages of which each item has one. */
const WITH_ITEMS: ReadonlySet<PageName> = new Set(['traces', 'sessions', 'users', 'dashboards']);

/**
 * Reads an address. What makes no sense is the home page: an address that somebody cut still opens.
 *
 * ```
 *   /                         home
 *   /traces?time=1d           all traces of a day
 *   /traces/order-4711        one of them, by any id
 * ```
 */
export function parseRoute(address: string): DashboardRoute {
  const [path, query = ''] = splitOnce(address, '?');
  const [first, second] = splitOnce(path.replace(/^\/+|\/+$/gu, ''), '/');
  const page = PAGES.find((name) => name === first) ?? 'home';
  const id = second !== undefined && WITH_ITEMS.has(page) ? decode(second) : null;
  return { page, id: id === '' ? null : id, query };
}

/** The address of a route, the inverse of {@link parseRoute}. */
export function printRoute({ page, id, query }: DashboardRoute): string {
  const path = page === 'home' ? '/' : `/${page}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  return query === '' ? path : `${path}?${query}`;
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** Hand-typed ids may hold a bare `%`. */
function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
