import { mediaAddress } from '@oriel/core';
import type { Bytes, MediaContent, MediaId } from '@oriel/core';

export interface MediaLimits {
  /** Longest media that is kept. Default 256 MiB, and no more than the store takes. */
  readonly maxBytes?: Bytes | undefined;
  /** Most bytes of media that are kept of one payload. Default 512 MiB. */
  readonly maxTotalBytes?: Bytes | undefined;
}

/** How media came into a payload, as Langfuse's reference tokens say it (reference 2.5). */
export type MediaSource = 'base64_data_uri' | 'bytes';

const DEFAULT_MAX_BYTES: Bytes = 256 * 1024 * 1024;
const DEFAULT_MAX_TOTAL: Bytes = 512 * 1024 * 1024;

/** The media of one payload: each once, within limits. */
export class MediaCollector {
  readonly #maxBytes: Bytes;
  readonly #maxTotalBytes: Bytes;
  readonly #found = new Map<MediaId, MediaContent>();
  #total: Bytes = 0;
  #leftOut = 0;

  constructor({ maxBytes = DEFAULT_MAX_BYTES, maxTotalBytes = DEFAULT_MAX_TOTAL }: MediaLimits) {
    this.#maxBytes = maxBytes;
    this.#maxTotalBytes = maxTotalBytes;
  }

  get media(): readonly MediaContent[] {
    return [...this.#found.values()];
  }

  /** How many were too long. */
  get leftOut(): number {
    return this.#leftOut;
  }

  /** True for media that is too long by itself, so that it need not even be decoded. */
  isTooLong(length: Bytes): boolean {
    return length > this.#maxBytes;
  }

  /** What stands in the payload instead of media that is not kept. */
  refuse(contentType: string, length: Bytes): string {
    this.#leftOut += 1;
    const why = this.isTooLong(length)
      ? `more than the ${this.#maxBytes} that one may have`
      : `more than is left of the ${this.#maxTotalBytes} that a payload may have`;
    return `<media left out: ${contentType} of ${length} bytes, ${why}>`;
  }

  /** What stands in the payload instead of the bytes: their reference, or why they were left out. */
  take(bytes: Uint8Array, contentType: string, source: MediaSource): string {
    const address = mediaAddress(bytes);
    if (!this.#found.has(address.id)) {
      const isOver = this.isTooLong(bytes.length) || this.#total + bytes.length > this.#maxTotalBytes;
      if (isOver) return this.refuse(contentType, bytes.length);
      this.#total += bytes.length;
      this.#found.set(address.id, { ...address, contentType, contentLength: bytes.length, bytes });
    }
    return `@@@langfuseMedia:type=${contentType}|id=${address.id}|source=${source}@@@`;
  }
}
