import type { DocumentVersion } from '../model/document.ts';
import type { Media } from '../model/media.ts';
import type { Patch } from '../model/patch.ts';
import type { EpochMs } from '../model/units.ts';
import type { Filter } from '../query/filter.ts';

/** What the first line of every file says, so that nobody needs its name to recognise it. */
export const TRANSFER_FORMAT = 'oriel-export';

/** Version of the lines below. A reader takes this one and those before it: in version 1, no line had a checksum. */
export const TRANSFER_VERSION = 2;

/** The first line. */
export interface TransferHeader {
  readonly format: typeof TRANSFER_FORMAT;
  readonly version: number;
  /** The event time of every patch in the file: what the records say, they said then. */
  readonly exportedAt: EpochMs;
  /** What the host calls the store; `null` when it has no name. */
  readonly source: string | null;
  /** Which traces it holds; `null` for everything. */
  readonly traces: Filter | null;
}

/** One line after the first, as JSON; as in the first, {@link checkedLine} adds a checksum. */
export type TransferLine =
  | { readonly patch: Patch }
  | { readonly document: DocumentVersion }
  /** Its bytes follow, in as many lines of `bytes` as it takes. */
  | { readonly media: Omit<Media, 'sha256'> }
  /** Standard base64. */
  | { readonly bytes: string }
  /** The last line: nothing was cut off. */
  | { readonly end: TransferCounts };

/** How much of everything. */
export interface TransferCounts {
  readonly traces: number;
  readonly observations: number;
  readonly scores: number;
  /** Versions of documents. */
  readonly documents: number;
  readonly media: number;
}
