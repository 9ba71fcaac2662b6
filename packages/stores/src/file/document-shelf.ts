import type { DocumentKind, DocumentName, DocumentVersion } from '@oriel/core';

/** Where a document store keeps documents. It makes one change at a time. */
export interface DocumentShelf {
  /** Oldest first: version n is at n − 1. Empty when there is no such document. */
  read(name: DocumentName): Promise<readonly DocumentVersion[]>;

  /** Puts all versions of a document in place of those before, as a whole or not at all; durable once it resolves. */
  replace(name: DocumentName, versions: readonly DocumentVersion[]): Promise<void>;

  /** An unknown name is no error. */
  remove(name: DocumentName): Promise<void>;

  /** The names of all documents of a kind, in any order. */
  names(kind: DocumentKind): Promise<readonly string[]>;

  close(): Promise<void>;
}
