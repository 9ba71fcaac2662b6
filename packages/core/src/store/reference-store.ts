import type { DocumentStore } from './document-store.ts';
import type { MediaStore } from './media-store.ts';
import { referenceDocumentStore } from './reference-document-store.ts';
import { referenceMediaStore } from './reference-media-store.ts';
import { referenceTraceStore } from './reference-trace-store.ts';
import type { ReferenceStoreOptions } from './reference-trace-store.ts';
import type { TraceStore } from './trace-store.ts';

/** All three contracts. */
export interface ReferenceStore {
  readonly traces: TraceStore;
  readonly documents: DocumentStore;
  readonly media: MediaStore;
}

/**
 * A store in memory that defines what the others have to answer: patches folded by the merge rules, queries
 * answered by looking at every record. Right at any size, quick at small ones.
 */
export function referenceStore(options: ReferenceStoreOptions = {}): ReferenceStore {
  return {
    traces: referenceTraceStore(options),
    documents: referenceDocumentStore(),
    media: referenceMediaStore(),
  };
}
