import type { DocumentKind, DocumentStore, DocumentVersion } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';
import type { Call } from '../route.ts';

/** @throws Refusal 501 - the store has no place for documents, or none that this sender may see. */
export function documentsOf({ store }: Call): DocumentStore {
  if (store.documents) return store.documents;
  throw new Refusal(
    501,
    'This collector keeps no documents for these credentials. Use the secret key, and a store with `documents`.',
  );
}

const PAGE = 1000;

/** The newest version of every document of a kind, by name. */
export async function readAllDocuments(
  documents: DocumentStore,
  kind: DocumentKind,
  signal: AbortSignal,
): Promise<readonly DocumentVersion[]> {
  const found: DocumentVersion[] = [];
  let cursor: string | undefined;
  do {
    const page = await documents.list({ kind, limit: PAGE, cursor }, { signal });
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
