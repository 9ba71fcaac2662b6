/** Longer bytes seldom repeat, and looking them up would cost more than it saves. */
const MAX_LENGTH = 64;
const MIN_SLOTS = 128;
const MAX_SLOTS = 4096;
const BYTES_PER_SLOT = 64;

/**
 * Text made of parts of one body. Attribute names, models and ids repeat from span to span: what was made of the same
 * bytes before is recognised by them and not made again.
 *
 * A fixed number of slots remembers the last bytes that fell into each, so that hostile bodies cost neither memory
 * nor time.
 */
export class RepeatedBytes {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #make: (start: number, end: number) => string;
  #mask = 0;
  // Plain lists: of a few hundred slots, typed arrays take longer to allocate than a small body to read.
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #texts: string[] = [];

  constructor(bytes: Uint8Array, make: (start: number, end: number) => string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#make = make;
  }

  /** What the bytes from `start` to `end` mean. */
  text(start: number, end: number): string {
    if (end - start > MAX_LENGTH) return this.#make(start, end);
    // Bodies are also looked into without any text being read.
    if (this.#starts.length === 0) this.#addSlots();
    const slot = this.#hash(start, end) & this.#mask;
    const known = this.#starts[slot] ?? 0;
    if (this.#ends[slot] === known + end - start && this.#areSame(known, start, end)) {
      return this.#texts[slot] ?? '';
    }
    const text = this.#make(start, end);
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.#texts[slot] = text;
    return text;
  }

  #addSlots(): void {
    let slots = MIN_SLOTS;
    while (slots < MAX_SLOTS && slots * BYTES_PER_SLOT < this.#bytes.length) slots *= 2;
    this.#mask = slots - 1;
    for (let slot = 0; slot < slots; slot += 1) {
      this.#starts.push(0);
      this.#ends.push(0);
      this.#texts.push('');
    }
  }

  /** Four bytes at a time; the last four may have been part of the four before. */
  #hash(start: number, end: number): number {
    let hash = end - start;
    if (hash >= 4) {
      for (let at = start; at < end - 4; at += 4) hash = mix(hash, this.#view.getInt32(at));
      hash = mix(hash, this.#view.getInt32(end - 4));
    } else {
      for (let at = start; at < end; at += 1) hash = mix(hash, this.#bytes[at] ?? 0);
    }
    return hash ^ (hash >>> 15);
  }

  #areSame(known: number, start: number, end: number): boolean {
    const offset = known - start;
    if (end - start < 4) {
      for (let at = start; at < end; at += 1) {
        if (this.#bytes[at] !== this.#bytes[at + offset]) return false;
      }
      return true;
    }
    for (let at = start; at < end - 4; at += 4) {
      if (this.#view.getInt32(at) !== this.#view.getInt32(at + offset)) return false;
    }
    return this.#view.getInt32(end - 4) === this.#view.getInt32(end - 4 + offset);
  }
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 16);
}
