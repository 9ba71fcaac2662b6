import type { Media } from '@oriel/core';

/** Media that a request announced or brought. */
export interface ParsedMedia extends Media {
  /** Absent from an announcement: the bytes come in a request of their own. */
  readonly bytes?: Uint8Array | undefined;
}
