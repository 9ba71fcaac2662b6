import type { MediaStore, SearchPart, TraceStore } from '@oriel/core';
import { readOnlyMedia } from './read-only.ts';

const WHERE: readonly SearchPart[] = ['payloads', 'metadata'];

/**
 * Media that a payload refers to which is seen through a window: others are not there. Who knows the bytes knows their
 * id, so an id alone proves nothing.
 */
export function mediaInScope(media: MediaStore, seen: TraceStore): MediaStore {
  return {
    ...readOnlyMedia(media),
    async read(id, options) {
      if (!/^[\w-]{22}$/.test(id)) return null;
      const filter = { search: `|id=${id}|`, in: WHERE };
      const [traces, observations] = await Promise.all([
        seen.listTraces({ filter, limit: 1 }, options),
        seen.listObservations({ filter, limit: 1 }, options),
      ]);
      const isReferred = traces.items.length > 0 || observations.items.length > 0;
      return isReferred ? media.read(id, options) : null;
    },
  };
}
