import type { Filter } from '../../query/filter.ts';
import type { RecordQuery } from '../../query/page.ts';
import type { View, ViewItems } from '../../query/view-record.ts';

/** Which records are meant: some by their keys, or all that a query finds except some. Plain JSON. */
export type RecordSelection =
  | { readonly kind: 'some'; readonly ids: readonly string[] }
  | { readonly kind: 'all'; readonly exceptIds: readonly string[] };

/** What tells a record from all others of its view: its id, of observations together with their trace's. */
export function recordKey(record: ViewItems[View]): string {
  return 'parentId' in record ? JSON.stringify([record.traceId, record.id]) : record.id;
}

/** The query that finds the selected records of another query, and nothing else. */
export function selectedQuery(view: View, query: RecordQuery, selection: RecordSelection): RecordQuery {
  if (selection.kind === 'all' && selection.exceptIds.length === 0) return query;
  const filter: Filter =
    selection.kind === 'some'
      ? keysFilter(view, selection.ids)
      : { not: keysFilter(view, selection.exceptIds) };
  return { ...query, filter: query.filter ? { and: [query.filter, filter] } : filter };
}

/** Finds the records with these keys. */
function keysFilter(view: View, keys: readonly string[]): Filter {
  if (view !== 'observations') return { field: 'id', op: 'any-of', value: keys };
  const byTrace = new Map<string, string[]>();
  for (const key of keys) {
    const [traceId, id] = JSON.parse(key) as [string, string];
    byTrace.set(traceId, [...(byTrace.get(traceId) ?? []), id]);
  }
  return {
    or: [...byTrace].map(([traceId, ids]) => ({
      and: [
        { field: 'traceId', op: '=', value: traceId },
        { field: 'id', op: 'any-of', value: ids },
      ],
    })),
  };
}
