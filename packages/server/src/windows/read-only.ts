import { StoreError } from '@oriel/core';
import type { DocumentStore, MediaStore, TraceStore } from '@oriel/core';

/** Traces that may be read and not changed. */
export function readOnlyTraces(traces: TraceStore): TraceStore {
  return {
    ...traces,
    capabilities: { ...traces.capabilities, writable: false },
    write: refuse,
    deleteTraces: refuse,
  };
}

/** Documents that may be read and not changed. */
export function readOnlyDocuments(documents: DocumentStore): DocumentStore {
  return { ...documents, write: refuse, setLabel: refuse, delete: refuse };
}

/** Media that may be read and not added to. */
export function readOnlyMedia(media: MediaStore): MediaStore {
  return { ...media, write: refuse };
}

function refuse(): Promise<never> {
  return Promise.reject(
    new StoreError('forbidden', 'Nothing was changed: these credentials may only read. Use the secret key.'),
  );
}
