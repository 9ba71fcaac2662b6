import type { MediaId } from './ids.ts';
import type { Bytes } from './units.ts';

/** What is known of stored bytes. Identical bytes are stored once. */
export interface Media {
  readonly id: MediaId;
  /** Standard base64 of the SHA-256 of the bytes, 44 characters. */
  readonly sha256: string;
  readonly contentType: string;
  readonly contentLength: Bytes;
}
