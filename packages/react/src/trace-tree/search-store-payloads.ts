import type { TraceId, TraceStore } from '@oriel/core';
import type { SearchPayloads } from './use-tree-search.ts';

/** Large enough that a trace is not asked about too often, small enough that hits show while others are looked for. */
const PAGE = 200;

/** Lets the store look into the payloads of a trace, page by page: it has them at hand, and may be far away. */
export function searchStorePayloads(store: TraceStore, traceId: TraceId): SearchPayloads {
  return async function* search(text, signal) {
    const filter = {
      and: [
        { field: 'traceId', op: '=', value: traceId },
        { search: text, in: ['payloads', 'metadata'] },
      ],
    } as const;
    let cursor: string | undefined;
    do {
      const query = { filter, order: { field: 'startTime', direction: 'asc' }, limit: PAGE, cursor } as const;
      const page = await store.listObservations(query, { signal });
      yield page.items.map(({ id }) => id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  };
}
