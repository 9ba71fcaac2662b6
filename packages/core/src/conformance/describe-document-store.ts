import type { DocumentStore } from '../store/document-store.ts';
import { registerChapters } from './chapter.ts';
import { documentsChapter } from './documents-chapter.ts';

/** How the suite gets at a document store. */
export interface DocumentStoreHarness {
  /** Opens an empty store. Called before each test. */
  create(): Promise<DocumentStore>;
}

/** Registers the tests that every `DocumentStore` must pass. */
export function describeDocumentStore(name: string, harness: DocumentStoreHarness): void {
  registerChapters(`${name} keeps the DocumentStore contract`, [documentsChapter], {
    open: () => harness.create(),
    close: (store) => store.close(),
  });
}
