import { mediaAddress } from '../model/media-id.ts';
import type { Media } from '../model/media.ts';
import type { Bytes } from '../model/units.ts';
import type { MediaContent } from '../store/media-store.ts';
import { fromBase64 } from './base64.ts';

/** Media whose bytes come line by line, or why they did not come together. */
export type AssembledMedia = MediaContent | { readonly problem: string };

/** Puts the bytes of one medium together. */
export class MediaAssembler {
  readonly #announced: Omit<Media, 'sha256'>;
  readonly #parts: Uint8Array[] = [];
  #length: Bytes = 0;
  #problem: string | null = null;
  /** Where it was announced. */
  readonly line: number;

  constructor(announced: Omit<Media, 'sha256'>, line: number, maxBytes: Bytes) {
    this.#announced = announced;
    this.line = line;
    if (announced.contentLength > maxBytes) {
      this.#problem = `The media has ${announced.contentLength} bytes and at most ${maxBytes} are taken.`;
    }
  }

  get isWhole(): boolean {
    return this.#length >= this.#announced.contentLength;
  }

  add(base64: string): void {
    const bytes = fromBase64(base64);
    if (bytes === null) this.#problem ??= 'Bytes of the media are not base64.';
    // What is lost in one line still counts, so that the other lines of the same media are not taken for strays.
    this.#length += bytes?.length ?? Math.floor((base64.length / 4) * 3);
    if (this.#problem === null && bytes) this.#parts.push(bytes);
  }

  /** @returns the media, if they are what was announced. */
  finish(): AssembledMedia {
    const { id, contentType, contentLength } = this.#announced;
    if (this.#problem !== null) return { problem: this.#problem };
    if (this.#length !== contentLength) {
      return { problem: `The media was announced with ${contentLength} bytes and ${this.#length} came.` };
    }
    const bytes = new Uint8Array(contentLength);
    let offset = 0;
    for (const part of this.#parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    const address = mediaAddress(bytes);
    if (address.id !== id) return { problem: `The bytes of the media are not those of ${id}.` };
    return { ...address, contentType, contentLength, bytes };
  }
}
