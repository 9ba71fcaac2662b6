import type { Bytes } from '../model/units.ts';

const LINE_BREAK = 0x0a;

/** Longest line that is read: an engine's longest text is not much longer. */
const MAX_LINE: Bytes = 256 * 1024 * 1024;

/** One line without its break; `null` when it was too long to be held. */
export type SplitLine = Uint8Array | null;

/** Cuts a stream of bytes into lines. In UTF-8, the byte of a line break is nothing else. */
export class LineSplitter {
  #parts: Uint8Array[] = [];
  #length = 0;

  /** The lines that end in a chunk. */
  *push(chunk: Uint8Array): Generator<SplitLine> {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(LINE_BREAK, start);
      if (end === -1) break;
      this.#keep(chunk.subarray(start, end));
      yield this.#take();
      start = end + 1;
    }
    this.#keep(chunk.subarray(start));
  }

  /** What came after the last line break, if anything. */
  *end(): Generator<SplitLine> {
    if (this.#length > 0) yield this.#take();
  }

  #keep(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > MAX_LINE) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  #take(): SplitLine {
    const [first, ...others] = this.#parts;
    const length = this.#length;
    this.#parts = [];
    this.#length = 0;
    if (length > MAX_LINE) return null;
    if (first === undefined) return new Uint8Array();
    if (others.length === 0) return first;
    const line = new Uint8Array(length);
    let offset = 0;
    for (const part of [first, ...others]) {
      line.set(part, offset);
      offset += part.length;
    }
    return line;
  }
}
