import { MAX_REPEATED, RepeatedBytes } from './repeated-bytes.ts';

/**
 * Bytes that become text at once. Whoever keeps a text cut from them keeps all of them, so they are few. Windows
 * hardly overlap: all texts kept of a body hold no more than about the length of the body.
 */
const WINDOW = 1024;

/** Reads bytes as Latin-1, one character each, which the decoders of the web platform cannot. */
const NodeBuffer = (globalThis as { readonly Buffer?: typeof Buffer }).Buffer;

const repeatedTexts = new RepeatedBytes();

/**
 * The texts of one body. Short ones repeat and are recognised by their bytes. Long ones, as far as they are ASCII, are
 * cut from larger parts of the body: asking the platform costs more than the text itself.
 */
export class TextReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #buffer: Buffer | undefined;
  // A byte order mark is a character of the text here, not a sign for its reader.
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #window = '';
  #windowStart = 0;

  constructor(bytes: Uint8Array, view: DataView) {
    this.#bytes = bytes;
    this.#view = view;
    this.#buffer = NodeBuffer?.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  text(start: number, end: number): string {
    const length = end - start;
    if (length <= MAX_REPEATED) return repeatedTexts.text(this.#bytes, this.#view, start, end, this.#decode);
    if (this.#buffer === undefined || length > WINDOW / 2 || !this.#isAscii(start, end)) {
      return this.#decode(start, end);
    }
    if (start < this.#windowStart || end > this.#windowStart + this.#window.length) {
      this.#windowStart = start;
      this.#window = this.#buffer.toString('latin1', start, start + WINDOW);
    }
    return this.#window.slice(start - this.#windowStart, end - this.#windowStart);
  }

  readonly #decode = (start: number, end: number): string =>
    this.#decoder.decode(this.#bytes.subarray(start, end));

  /** Four bytes at a time; the last four may have been part of the four before. */
  #isAscii(start: number, end: number): boolean {
    let bits = this.#view.getInt32(end - 4, true);
    for (let at = start; at < end - 4; at += 4) bits |= this.#view.getInt32(at, true);
    return (bits & 0x80808080) === 0;
  }
}
