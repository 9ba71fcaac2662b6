import { StoreError } from '@oriel/core';
import type { DocumentKind, DocumentStore } from '@oriel/core';
import { readOnlyDocuments } from './read-only.ts';

/** Documents of some kinds, to be read. Of others there are none. */
export function someDocuments(documents: DocumentStore, kinds: readonly DocumentKind[]): DocumentStore {
  const isShown = ({ kind }: { readonly kind: DocumentKind }) => kinds.includes(kind);
  return {
    ...readOnlyDocuments(documents),
    read: async (reference, options) => (isShown(reference) ? documents.read(reference, options) : null),
    list: async (query, options) => {
      if (isShown(query)) return documents.list(query, options);
      if (query.cursor === undefined) return { items: [], nextCursor: null };
      throw new StoreError('bad-cursor', 'That is not a cursor of this list. Start again without one.');
    },
    listVersions: async (name, options) => (isShown(name) ? documents.listVersions(name, options) : []),
  };
}
