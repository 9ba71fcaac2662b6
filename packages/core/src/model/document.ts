import type { JsonValue } from './json.ts';
import type { EpochMs } from './units.ts';

/** What a document can be: one namespace of names each. */
export const DOCUMENT_KINDS = [
  'prompt',
  'dataset',
  'dataset-item',
  'dataset-run',
  'dataset-run-item',
  'model-price',
  'saved-view',
  'dashboard',
  'score-config',
  'comment',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One version of a named JSON document. */
export interface DocumentVersion {
  readonly kind: DocumentKind;
  readonly name: string;
  /** 1, 2, 3, … without gaps. */
  readonly version: number;
  readonly body: JsonValue;
  /** Labels that point at this version now, sorted. `latest` is kept by the store. */
  readonly labels: readonly string[];
  readonly createdAt: EpochMs;
}
