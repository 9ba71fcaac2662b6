import type { MediaStoreCapabilities } from '../store/media-store.ts';
import type { Store } from '../store/store.ts';
import type { TraceStoreCapabilities } from '../store/trace-store.ts';

/** What a store on the far side of a wire is, for the near side to say the same. */
export interface ServedStore {
  readonly traces: TraceStoreCapabilities;
  readonly documents: boolean;
  readonly media: MediaStoreCapabilities | null;
}

/** A store, described to those who will reach it over a wire. */
export function describeServed({ traces, documents, media }: Store): ServedStore {
  return {
    traces: { ...traces.capabilities },
    documents: documents !== undefined,
    media: media ? { ...media.capabilities } : null,
  };
}
