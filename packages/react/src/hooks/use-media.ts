'use client';

import { useQuery } from '@tanstack/react-query';
import type { MediaId } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import { mediaQuery } from '../queries/media-query.ts';
import { useObjectUrl } from './use-object-url.ts';

/**
 * Loads stored bytes. `url` shows them for as long as the component is there; `data` is `null` when the store does not
 * have them. The content type is what the sender claimed: show bytes only in elements that cannot run them.
 *
 * @example
 * const { url } = useMedia(mediaId);
 * return url && <img src={url} alt="" />;
 */
export function useMedia(mediaId: MediaId) {
  const { store, queryClient } = useStoreContext();
  const query = useQuery(mediaQuery(store, mediaId), queryClient);
  const url = useObjectUrl(query.data?.bytes ?? null, query.data?.contentType ?? null);
  return { ...query, url };
}
