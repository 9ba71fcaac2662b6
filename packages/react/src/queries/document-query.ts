import { queryOptions } from '@tanstack/react-query';
import { MAX_PAGE_SIZE, StoreError } from '@oriel/core';
import type { DocumentKind, DocumentReference, DocumentStore, DocumentVersion, Store } from '@oriel/core';
import { storeKey } from './query-keys.ts';
import { readPolicy } from './read-policy.ts';

/** Stores do not tell of changed documents: what was read is looked at again after this, in milliseconds. */
const FRESH_MS = 15_000;

/** Key and fetcher of the newest versions of all documents of a kind, by name. */
export function documentListQuery(store: Store, kind: DocumentKind) {
  return queryOptions<readonly DocumentVersion[]>({
    ...readPolicy,
    staleTime: FRESH_MS,
    queryKey: documentListKey(store, kind),
    queryFn: async ({ signal }) => {
      const found: DocumentVersion[] = [];
      let cursor: string | undefined;
      do {
        const page = await documentsOf(store).list({ kind, limit: MAX_PAGE_SIZE, cursor }, { signal });
        found.push(...page.items);
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      return found;
    },
  });
}

/** Key and fetcher of one version of a document; `null` when there is none. */
export function documentQuery(store: Store, reference: DocumentReference) {
  return queryOptions<DocumentVersion | null>({
    ...readPolicy,
    staleTime: FRESH_MS,
    queryKey: [...documentKey(store, reference), reference],
    queryFn: ({ signal }) => documentsOf(store).read(reference, { signal }),
  });
}

/** Start of the key of the list of a kind. */
export function documentListKey(store: Store, kind: DocumentKind) {
  return [...storeKey(store.traces), 'document-list', kind] as const;
}

/** Start of the keys of all versions of a document. */
export function documentKey(store: Store, { kind, name }: Pick<DocumentReference, 'kind' | 'name'>) {
  return [...storeKey(store.traces), 'document', kind, name] as const;
}

/** @throws `unsupported` - the store has no place for documents. */
export function documentsOf({ documents }: Store): DocumentStore {
  if (documents) return documents;
  throw new StoreError(
    'unsupported',
    'This store keeps no documents, so there is nothing to read and nowhere to save. Give the provider a store with `documents`.',
  );
}
