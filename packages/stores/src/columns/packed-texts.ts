import type { Bytes } from '@oriel/core';
import { grown } from './grow.ts';
import { IntegerColumn } from './integer-column.ts';
import type { PartReader, PartWriter } from './saved-parts.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Stands in front of the 16 bytes of a UUID. UTF-8 never has it. */
const UUID_MARK = 0xff;
/** UTF-8 cannot say it. */
const HALF_CHARACTER = /\p{Surrogate}/u;
/** Before which bytes a UUID's text has a dash. */
const DASHES = [4, 6, 8, 10];

/**
 * Texts by place, side by side in UTF-8, with UUIDs as their 16 bytes: a quarter of what as many strings of JavaScript
 * take. Places are given once, in order, and kept.
 */
export class PackedTexts {
  #bytes = new Uint8Array(0);
  /** Where each text ends, which is where the next one begins. */
  readonly #ends = new IntegerColumn();
  /** Texts with half a character, as they are. */
  readonly #odd = new Map<number, string>();
  #count = 0;
  #used = 0;

  /** The place of a text that is added. */
  push(text: string): number {
    const packed = pack(text);
    if (HALF_CHARACTER.test(text)) this.#odd.set(this.#count, text);
    if (this.#used + packed.length > this.#bytes.length) {
      this.#bytes = grown(this.#bytes, this.#used + packed.length);
    }
    this.#bytes.set(packed, this.#used);
    this.#used += packed.length;
    this.#ends.set(this.#count, this.#used);
    return this.#count++;
  }

  get(place: number): string {
    const odd = this.#odd.get(place);
    if (odd !== undefined) return odd;
    const start = place === 0 ? 0 : this.#ends.get(place - 1);
    return unpack(this.#bytes.subarray(start, this.#ends.get(place)));
  }

  get count(): number {
    return this.#count;
  }

  get memoryUsage(): Bytes {
    return this.#bytes.byteLength + this.#ends.memoryUsage;
  }

  save(parts: PartWriter): void {
    parts.numbers('bytes', this.#bytes.subarray(0, this.#used));
    parts.json('count', this.#count);
    parts.json('odd', [...this.#odd]);
    this.#ends.save(parts.under('ends'));
  }

  load(parts: PartReader): void {
    this.#bytes = parts.bytes('bytes');
    this.#used = this.#bytes.length;
    this.#count = parts.json('count') as number;
    for (const [place, text] of parts.json('odd') as [number, string][]) this.#odd.set(place, text);
    this.#ends.load(parts.under('ends'));
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function pack(text: string): Uint8Array {
  const bytes: number[] = [];
  let from = 0;
  for (const { 0: uuid, index } of text.matchAll(UUID)) {
    bytes.push(...encoder.encode(text.slice(from, index)), UUID_MARK);
    const digits = uuid.replaceAll('-', '');
    for (let i = 0; i < 32; i += 2) bytes.push(Number.parseInt(digits.slice(i, i + 2), 16));
    from = index + uuid.length;
  }
  if (from === 0) return encoder.encode(text);
  bytes.push(...encoder.encode(text.slice(from)));
  return Uint8Array.from(bytes);
}

function unpack(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  // The bytes of a UUID may have the mark among them, so they are passed over before it is looked for again.
  for (let mark = bytes.indexOf(UUID_MARK); mark >= 0; mark = bytes.indexOf(UUID_MARK, from)) {
    text += decoder.decode(bytes.subarray(from, mark));
    from = mark + 17;
    for (let at = mark + 1; at < from; at += 1) {
      if (DASHES.includes(at - mark - 1)) text += '-';
      text += (0x100 + (bytes[at] ?? 0)).toString(16).slice(1);
    }
  }
  return text + decoder.decode(bytes.subarray(from));
}
