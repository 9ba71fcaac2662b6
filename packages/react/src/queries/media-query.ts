import { queryOptions } from '@tanstack/react-query';
import type { MediaContent, MediaId, Store } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/** Key and fetcher of stored bytes; `null` when the store has none, or keeps no media at all. */
export function mediaQuery(store: Store, mediaId: MediaId) {
  return queryOptions<MediaContent | null>({
    ...readPolicy,
    queryKey: [...storeKey(store.traces), 'media', mediaId],
    queryFn: async ({ signal }) => (await store.media?.read(mediaId, { signal })) ?? null,
    structuralSharing: false,
  });
}
