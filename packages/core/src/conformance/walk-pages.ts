import type { View, ViewItems } from '../query/view-record.ts';
import type { Page, PageQuery } from '../query/page.ts';
import type { TraceStore } from '../store/trace-store.ts';

/** Far more pages than any test has: a store that hands out cursors for ever is broken. */
const MAX_PAGES = 10_000;

type List<V extends View> = (query?: PageQuery) => Promise<Page<ViewItems[V]>>;

/** The method that lists a view. */
export function listOf<V extends View>(store: TraceStore, view: V): List<V> {
  const lists: { readonly [W in View]: List<W> } = {
    traces: (query) => store.listTraces(query),
    observations: (query) => store.listObservations(query),
    sessions: (query) => store.listSessions(query),
    users: (query) => store.listUsers(query),
    scores: (query) => store.listScores(query),
  };
  return lists[view];
}

/** Every item of a list, page by page; `between` runs after each page but the last. */
export async function walkPages<V extends View>(
  store: TraceStore,
  view: V,
  query: PageQuery = {},
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<ViewItems[V][]> {
  const list = listOf(store, view);
  const items: ViewItems[V][] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const answer: Page<ViewItems[V]> = await list({ ...query, cursor });
    items.push(...answer.items);
    if (answer.nextCursor === null) return items;
    cursor = answer.nextCursor;
    await between(page);
  }
  throw new Error(`The list of ${view} did not end after ${MAX_PAGES} pages.`);
}
