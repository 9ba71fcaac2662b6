import type { DocumentStore } from './document-store.ts';
import type { MediaStore } from './media-store.ts';
import type { TraceStore } from './trace-store.ts';

/** Everything a host brings: traces always, documents and media where it has a place for them. */
export interface Store {
  readonly traces: TraceStore;
  readonly documents?: DocumentStore | undefined;
  readonly media?: MediaStore | undefined;
}
