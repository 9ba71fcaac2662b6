import type { Bytes } from '@oriel/core';
import { grown } from './grow.ts';
import type { PartReader, PartWriter } from './saved-parts.ts';
import { stringBytes } from './string-bytes.ts';

const HEX_DIGITS = 16;
const SLOT_BYTES = 8;

/** Whether a row's id is a text of its own instead of 64 bits. */
const FREE = 0;
const BITS = 1;
const TEXT = 2;

/**
 * Ids by row. The 16 hex digits of an OpenTelemetry id are kept as 64 bits, any other id as its text:
 *
 *     b7ad6b7169203331   high b7ad6b71, low 69203331
 *     order-42/step-1    high: the text's hash, low: its place in the list of texts
 */
export class IdColumn {
  #high = new Uint32Array(0);
  #low = new Uint32Array(0);
  #kind = new Uint8Array(0);
  readonly #texts: (string | undefined)[] = [];
  readonly #freePlaces: number[] = [];
  #textBytes = 0;

  get(row: number): string {
    const low = this.#low[row] ?? 0;
    if (this.#kind[row] === TEXT) return this.#texts[low] ?? '';
    return hex(this.#high[row] ?? 0) + hex(low);
  }

  set(row: number, id: string): void {
    if (row >= this.#kind.length) this.#grow(row + 1);
    const isHex = isHexId(id);
    this.#kind[row] = isHex ? BITS : TEXT;
    this.#high[row] = isHex ? parseHex(id, 0) : hashText(id);
    this.#low[row] = isHex ? parseHex(id, 8) : this.#keepText(id);
  }

  clear(row: number): void {
    if (this.#kind[row] === TEXT) {
      const place = this.#low[row] ?? 0;
      this.#textBytes -= stringBytes(this.#texts[place] ?? '') + SLOT_BYTES;
      this.#texts[place] = undefined;
      this.#freePlaces.push(place);
    }
    this.#kind[row] = FREE;
  }

  /** Equal for equal ids: see {@link hashId}. */
  hash(row: number): number {
    const high = this.#high[row] ?? 0;
    return this.#kind[row] === TEXT ? high : mix(high, this.#low[row] ?? 0);
  }

  /** A test for "this row has the id", to be called with many rows. */
  matcher(id: string): (row: number) => boolean {
    if (!isHexId(id)) {
      return (row) => this.#kind[row] === TEXT && this.#texts[this.#low[row] ?? 0] === id;
    }
    const [high, low] = [parseHex(id, 0), parseHex(id, 8)];
    return (row) => this.#low[row] === low && this.#high[row] === high && this.#kind[row] === BITS;
  }

  /** The order of two rows' ids by code unit. */
  compare(a: number, b: number): number {
    if (this.#kind[a] === BITS && this.#kind[b] === BITS) {
      // Hex digits of one case sort as the bits do.
      return (this.#high[a] ?? 0) - (this.#high[b] ?? 0) || (this.#low[a] ?? 0) - (this.#low[b] ?? 0);
    }
    const [idA, idB] = [this.get(a), this.get(b)];
    return idA < idB ? -1 : idA > idB ? 1 : 0;
  }

  get memoryUsage(): Bytes {
    return this.#high.byteLength * 2 + this.#kind.byteLength + this.#textBytes;
  }

  save(parts: PartWriter): void {
    parts.numbers('high', this.#high);
    parts.numbers('low', this.#low);
    parts.numbers('kind', this.#kind);
    parts.list('texts', this.#texts);
  }

  load(parts: PartReader): void {
    this.#high = parts.words('high');
    this.#low = parts.words('low');
    this.#kind = parts.bytes('kind');
    for (const [place, text] of (parts.json('texts') as (string | null)[]).entries()) {
      this.#texts[place] = text ?? undefined;
      if (text === null) this.#freePlaces.push(place);
      else this.#textBytes += stringBytes(text) + SLOT_BYTES;
    }
  }

  #keepText(id: string): number {
    this.#textBytes += stringBytes(id) + SLOT_BYTES;
    const place = this.#freePlaces.pop() ?? this.#texts.length;
    this.#texts[place] = id;
    return place;
  }

  #grow(length: number): void {
    this.#high = grown(this.#high, length);
    this.#low = grown(this.#low, length);
    this.#kind = grown(this.#kind, length);
  }
}

/** The hash of an id, for finding its row. */
export function hashId(id: string): number {
  return isHexId(id) ? mix(parseHex(id, 0), parseHex(id, 8)) : hashText(id);
}

/** Lower-case hex only: any other spelling would not come back as it was. */
function isHexId(id: string): boolean {
  if (id.length !== HEX_DIGITS) return false;
  for (let i = 0; i < HEX_DIGITS; i += 1) if (digit(id.charCodeAt(i)) < 0) return false;
  return true;
}

function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

function parseHex(id: string, from: number): number {
  let value = 0;
  for (let i = from; i < from + 8; i += 1) value = (value << 4) | digit(id.charCodeAt(i));
  return value >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

/** FNV-1a. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function mix(a: number, b: number): number {
  const hash = Math.imul(a ^ (b >>> 15), 0x85ebca6b) ^ Math.imul(b ^ (a >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
