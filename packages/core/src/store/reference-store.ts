import { referenceDocumentStore } from './reference-document-store.ts';
import { referenceMediaStore } from './reference-media-store.ts';
import { referenceTraceStore } from './reference-trace-store.ts';
import type { ReferenceStoreOptions } from './reference-trace-store.ts';
import type { Store } from './store.ts';

/**
 * A store in memory that defines what the others have to answer: patches folded by the merge rules, queries
 * answered by looking at every record. Right at any size, quick at small ones.
 */
export function referenceStore(options: ReferenceStoreOptions = {}): Required<Store> {
  return {
    traces: referenceTraceStore(options),
    documents: referenceDocumentStore(),
    media: referenceMediaStore(),
  };
}
