import type { DocumentKind, DocumentVersion } from '../model/document.ts';
import type { JsonValue } from '../model/json.ts';
import type { EpochMs } from '../model/units.ts';
import type { Page } from '../query/page.ts';
import type { CallOptions } from './call-options.ts';

/** Versioned JSON documents by kind and name: prompts, saved views, dashboards, prices. */
export interface DocumentStore {
  /** Version of this contract the store was written against. */
  readonly contract: 1;

  /**
   * Adds the next version. It becomes `latest`.
   *
   * @throws `conflict` - `expectedVersion` is not the newest version (0 for a document that must not exist yet).
   */
  write(document: DocumentWrite, options?: CallOptions): Promise<DocumentVersion>;

  /** One version: the newest, the numbered or the labelled one; `null` when there is none. */
  read(reference: DocumentReference, options?: CallOptions): Promise<DocumentVersion | null>;

  /** The newest version of every document of a kind, by name. */
  list(query: DocumentListQuery, options?: CallOptions): Promise<Page<DocumentVersion>>;

  /** All versions of one document, newest first; empty when there is none. */
  listVersions(reference: DocumentName, options?: CallOptions): Promise<readonly DocumentVersion[]>;

  /**
   * Points a label at one version, away from the version it pointed at.
   *
   * @throws `not-found` - the document has no such version.
   * @throws `bad-query` - `latest`, which the store keeps itself.
   */
  setLabel(label: DocumentLabel, options?: CallOptions): Promise<void>;

  /** Forgets a document with all its versions. An unknown name is no error. */
  delete(reference: DocumentName, options?: CallOptions): Promise<void>;

  /** Safe to call twice; later calls reject with `closed`. */
  close(): Promise<void>;
}

export interface DocumentName {
  readonly kind: DocumentKind;
  readonly name: string;
}

export interface DocumentWrite extends DocumentName {
  readonly body: JsonValue;
  /** Labels to point at the new version. Default: none. */
  readonly labels?: readonly string[] | undefined;
  /** Newest version the writer knows; the write fails if there is a newer one. Default: not checked. */
  readonly expectedVersion?: number | undefined;
  /** When it was first written; for copies of documents. Default: now. */
  readonly createdAt?: EpochMs | undefined;
}

export interface DocumentReference extends DocumentName {
  /** Default: the newest, unless `label` is given. */
  readonly version?: number | undefined;
  readonly label?: string | undefined;
}

export interface DocumentLabel extends DocumentName {
  readonly version: number;
  readonly label: string;
}

export interface DocumentListQuery {
  readonly kind: DocumentKind;
  /** Most items of the page. Default 50. */
  readonly limit?: number | undefined;
  /** `nextCursor` of the page before. Default: the first page. */
  readonly cursor?: string | undefined;
}
