import { MAX_PAGE_SIZE } from '@oriel/core';
import type { Page, Observation, TraceId, TraceStore } from '@oriel/core';
import type { SearchLogPayloads } from './use-payload-search.ts';

/** Lets the store search the payloads of one trace, page by page. */
export function searchStore(store: TraceStore, traceId: TraceId): SearchLogPayloads {
  return async function* search(text, signal) {
    const filter = {
      and: [
        { field: 'traceId', op: '=' as const, value: traceId },
        { search: text, in: ['payloads' as const, 'metadata' as const] },
      ],
    };
    let cursor: string | null = null;
    do {
      const page: Page<Observation> = await store.listObservations(
        { filter, limit: MAX_PAGE_SIZE, ...(cursor !== null && { cursor }) },
        { signal },
      );
      yield { found: page.items.map(({ id }) => id), share: null };
      cursor = page.nextCursor;
    } while (cursor !== null);
  };
}
