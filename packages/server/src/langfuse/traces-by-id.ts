import { MAX_PAGE_SIZE } from '@oriel/core';
import type { Trace, TraceId } from '@oriel/core';
import type { Call } from '../route.ts';

/** Finds the traces of a page of records: one read, as a page has no more records than a page of traces. */
export async function readTracesById(
  ids: readonly TraceId[],
  { store, request: { signal } }: Call,
): Promise<(id: TraceId) => Trace | null> {
  if (ids.length === 0) return () => null;
  const filter = { field: 'id', op: 'any-of', value: [...new Set(ids)] } as const;
  const { items } = await store.traces.listTraces({ filter, limit: MAX_PAGE_SIZE }, { signal });
  const traces = new Map(items.map((trace) => [trace.id, trace]));
  return (id) => traces.get(id) ?? null;
}
