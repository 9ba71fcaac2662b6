const SLOT_BITS = 12;
const SLOTS = 2 ** SLOT_BITS;

/** Longest bytes that are remembered, which is how much room a slot has. Longer ones seldom repeat. */
export const MAX_REPEATED = 64;

/**
 * Text of short bytes. Attribute names, models and ids repeat from span to span and from body to body: what was made
 * of the same bytes before is recognised by them and not made again.
 *
 * A fixed number of slots remembers the last bytes that fell into each, so that hostile bodies cost neither memory
 * nor time.
 */
export class RepeatedBytes {
  // A first body brings the room: who reads no protobuf needs none.
  #kept = new Uint8Array();
  #view = new DataView(this.#kept.buffer);
  #lengths = new Uint8Array();
  readonly #texts: string[] = [];

  /**
   * What some bytes mean, {@link MAX_REPEATED} of them at most.
   *
   * @param view - of the same bytes.
   * @param make - makes the text where it is not known; always the same of the same bytes.
   */
  text(
    bytes: Uint8Array,
    view: DataView,
    start: number,
    end: number,
    make: (start: number, end: number) => string,
  ): string {
    if (this.#texts.length === 0) this.#addSlots();
    const length = end - start;
    const slot = hash(bytes, view, start, end) >>> (32 - SLOT_BITS);
    const room = slot * MAX_REPEATED;
    if (this.#lengths[slot] === length && this.#isKept(room, bytes, view, start, end)) {
      return this.#texts[slot] ?? '';
    }
    const text = make(start, end);
    for (let at = 0; at < length; at += 1) this.#kept[room + at] = bytes[start + at] ?? 0;
    this.#lengths[slot] = length;
    this.#texts[slot] = text;
    return text;
  }

  #addSlots(): void {
    this.#kept = new Uint8Array(SLOTS * MAX_REPEATED);
    this.#view = new DataView(this.#kept.buffer);
    this.#lengths = new Uint8Array(SLOTS);
    for (let slot = 0; slot < SLOTS; slot += 1) this.#texts.push('');
  }

  /** Four bytes at a time; the last four may have been part of the four before. */
  #isKept(room: number, bytes: Uint8Array, view: DataView, start: number, end: number): boolean {
    const kept = this.#view;
    const offset = room - start;
    if (end - start < 4) {
      for (let at = start; at < end; at += 1) {
        if (bytes[at] !== this.#kept[at + offset]) return false;
      }
      return true;
    }
    for (let at = start; at < end - 4; at += 4) {
      if (view.getInt32(at, true) !== kept.getInt32(at + offset, true)) return false;
    }
    return view.getInt32(end - 4, true) === kept.getInt32(end - 4 + offset, true);
  }
}

/** Its highest bits depend on every byte. */
function hash(bytes: Uint8Array, view: DataView, start: number, end: number): number {
  let mixed = end - start;
  if (mixed >= 4) {
    for (let at = start; at < end - 4; at += 4) mixed = mix(mixed, view.getInt32(at, true));
    return mix(mixed, view.getInt32(end - 4, true));
  }
  for (let at = start; at < end; at += 1) mixed = mix(mixed, bytes[at] ?? 0);
  return mixed;
}

function mix(mixed: number, word: number): number {
  return Math.imul(((mixed << 5) | (mixed >>> 27)) ^ word, 0x9e3779b1);
}
