import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query';
import { MAX_PAGE_SIZE, refreshRows } from '@oriel/core';
import type { Filter, Page, PageQuery, TraceId, TraceStore, View, ViewItems } from '@oriel/core';
import { LIST_METHODS, viewOfList } from '../queries/list-kinds.ts';

type Row = ViewItems[View];
type Pages = InfiniteData<Page<Row>, string | undefined>;

/** How many rows may gather in front of the first page before a list begins anew. */
const MAX_HEAD = 2 * MAX_PAGE_SIZE;

/** Whether a query is a list of which more than its first page is loaded: reading it all again at each write is too much. */
export function isLongList({ queryKey, state }: Query): boolean {
  return viewOfList(queryKey[2]) !== null && ((state.data as Pages | undefined)?.pages.length ?? 0) > 1;
}

/**
 * Brings a long list up to date with two reads, however much of it is loaded: one of its beginning, one of the loaded
 * rows that a change of these traces may have touched. When more came than a read holds, the list begins anew.
 */
export async function refreshList(
  queryClient: QueryClient,
  store: TraceStore,
  { queryKey }: Query,
  changed: ReadonlySet<TraceId>,
  signal: AbortSignal,
): Promise<void> {
  const view = viewOfList(queryKey[2]);
  const data = queryClient.getQueryData<Pages>(queryKey);
  if (view === null || !data) return;
  const query = queryKey[3] as PageQuery;
  const list = (part: PageQuery) => store[LIST_METHODS[view]](part, { signal }) as Promise<Page<Row>>;

  const loaded = data.pages.flatMap(({ items }) => items);
  const known = new Set(loaded.map(rowKey));
  const reaches = ({ items }: Page<Row>) => known.has(rowKey(items.at(-1)));
  const first = await list(query);
  const isFar = !reaches(first) && first.nextCursor !== null;
  const head = isFar ? await list({ ...query, limit: MAX_PAGE_SIZE }) : first;
  const inHead = new Set(head.items.map(rowKey));
  const asked = loaded.filter((row) => !inHead.has(rowKey(row)) && mayBeTouched(view, row, changed));

  const again: Row[] = [];
  for (let start = 0; start < asked.length; start += MAX_PAGE_SIZE) {
    const part = asked.slice(start, start + MAX_PAGE_SIZE);
    const page = await list({ ...query, filter: onlyThese(query.filter, view, part), limit: MAX_PAGE_SIZE });
    again.push(...page.items);
  }

  queryClient.setQueryData<Pages>(queryKey, (latest) => {
    if (!latest) return latest;
    const fresh = refreshRows(
      latest.pages.map(({ items }) => items),
      { head: head.items, again, askedIds: new Set(asked.map(rowKey)) },
      rowKey,
    );
    if (!fresh || (fresh[0]?.length ?? 0) > MAX_HEAD) return { pages: [first], pageParams: [undefined] };
    return {
      ...latest,
      pages: latest.pages.map((page, place) => ({ ...page, items: fresh[place] ?? page.items })),
    };
  });
}

/** An observation's id is unique in its trace only. */
function rowKey(row: Row | undefined): string {
  if (!row) return '';
  return JSON.stringify('traceId' in row ? [row.id, row.traceId] : [row.id]);
}

/** Sessions and users are made of traces that are not known here. */
function mayBeTouched(view: View, row: Row, changed: ReadonlySet<TraceId>): boolean {
  if (view === 'traces') return changed.has(row.id);
  if ('traceId' in row) return row.traceId === null || changed.has(row.traceId);
  return true;
}

function onlyThese(filter: Filter | undefined, view: View, rows: readonly Row[]): Filter {
  const parts: Filter[] = [{ field: 'id', op: 'any-of', value: rows.map(({ id }) => id) }];
  if (view === 'observations') {
    const traceIds = new Set(
      rows.flatMap((row) => ('traceId' in row && row.traceId !== null ? [row.traceId] : [])),
    );
    parts.push({ field: 'traceId', op: 'any-of', value: [...traceIds] });
  }
  return { and: filter ? [filter, ...parts] : parts };
}
