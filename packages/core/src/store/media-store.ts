import type { MediaId } from '../model/ids.ts';
import type { Media } from '../model/media.ts';
import type { Bytes } from '../model/units.ts';
import type { CallOptions } from './call-options.ts';

/** Bytes by content: the same bytes have the same id and are kept once. */
export interface MediaStore {
  /** Version of this contract the store was written against. */
  readonly contract: 1;

  readonly capabilities: MediaStoreCapabilities;

  /** @throws `too-large` - more bytes than `capabilities.maxBytes`. */
  write(media: MediaWrite, options?: CallOptions): Promise<Media>;

  /** `null` when the store has no such bytes. */
  read(id: MediaId, options?: CallOptions): Promise<MediaContent | null>;

  /** Safe to call twice; later calls reject with `closed`. */
  close(): Promise<void>;
}

export interface MediaStoreCapabilities {
  /** Longest media it takes. */
  readonly maxBytes: Bytes;
}

export interface MediaWrite {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface MediaContent extends Media {
  readonly bytes: Uint8Array;
}
