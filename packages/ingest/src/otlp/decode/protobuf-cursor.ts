import { msFromNanoHalves } from '../../time/unix-nanos.ts';
import type { EpochMs } from '@oriel/core';
import { int64Value } from './int64-value.ts';

/**
 * - `cut`: the bytes end before the message does.
 * - `malformed`: the bytes are no protobuf message.
 * - `deep`: values nest deeper than is read.
 */
export type ProtobufFaultKind = 'cut' | 'malformed' | 'deep';

/** Ends the reading of one message. Caught where the next message begins; never leaves this folder. */
export class ProtobufFault extends Error {
  readonly kind: ProtobufFaultKind;

  constructor(kind: ProtobufFaultKind) {
    super(kind);
    this.name = 'ProtobufFault';
    this.kind = kind;
  }
}

/** How the bytes of a field are laid out. */
export const VARINT = 0;
export const FIXED_64 = 1;
export const BYTES = 2;
const FIXED_32 = 5;

const MAX_VARINT_BYTES = 10;
/** Up to here seven bits a byte fit into a double. */
const MAX_EXACT_VARINT_BYTES = 7;
/** Text longer than this is left to the platform's decoder; shorter is faster byte by byte. */
const SHORT_TEXT = 64;

/** Reads protobuf from bytes, front to back. Positions are public so that callers can come back to one. */
export class ProtobufCursor {
  position = 0;
  /** Number and layout of the field that {@link nextField} found. */
  field = 0;
  layout = 0;
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #decoder = new TextDecoder();
  readonly #names = new Map<number, string>();

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Moves to the next field of a message that ends at `end`; false at its end. */
  nextField(end: number): boolean {
    if (this.position >= end) {
      if (this.position > end) throw new ProtobufFault('malformed');
      return false;
    }
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.layout = tag % 8;
    if (this.field === 0) throw new ProtobufFault('malformed');
    return true;
  }

  /** True when the field has this number and this layout. */
  is(field: number, layout: number): boolean {
    return this.field === field && this.layout === layout;
  }

  /**
   * Where the length-delimited field ends that begins here, inside a message that ends at `limit`. Past the end of
   * all bytes when the body was cut off.
   */
  fieldEnd(limit: number): number {
    const end = this.varint() + this.position;
    if (end > limit && limit < this.bytes.length) throw new ProtobufFault('malformed');
    return end;
  }

  /** Like {@link fieldEnd} for a field that must be whole. */
  wholeFieldEnd(limit: number): number {
    const end = this.fieldEnd(limit);
    if (end > this.bytes.length) throw new ProtobufFault('cut');
    return end;
  }

  skip(limit: number): void {
    if (this.layout === VARINT) this.varint();
    else if (this.layout === FIXED_64) this.#advance(8);
    else if (this.layout === BYTES) this.position = this.wholeFieldEnd(limit);
    else if (this.layout === FIXED_32) this.#advance(4);
    else throw new ProtobufFault('malformed');
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < MAX_VARINT_BYTES; count += 1) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new ProtobufFault('cut');
      this.position += 1;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
    throw new ProtobufFault('malformed');
  }

  /** A signed integer: digits where a double would not be exact. */
  int64(): number | string {
    const start = this.position;
    const value = this.varint();
    if (this.position - start <= MAX_EXACT_VARINT_BYTES) return value;
    let exact = 0n;
    for (let index = this.position - 1; index >= start; index -= 1) {
      exact = (exact << 7n) | BigInt((this.bytes[index] ?? 0) & 0x7f);
    }
    return int64Value(BigInt.asIntN(64, exact));
  }

  double(): number {
    const start = this.#advance(8);
    return this.#view.getFloat64(start, true);
  }

  /** A point in time from nanoseconds; `null` for 0, which means none. */
  time(): EpochMs | null {
    const start = this.#advance(8);
    return msFromNanoHalves(this.#view.getUint32(start, true), this.#view.getUint32(start + 4, true)) || null;
  }

  text(limit: number): string {
    const end = this.wholeFieldEnd(limit);
    const start = this.position;
    this.position = end;
    return end - start <= SHORT_TEXT ? this.#shortText(start, end) : this.#decode(start, end);
  }

  /** Text that repeats a lot, such as attribute names: decoded once, then recognised. */
  name(limit: number): string {
    const end = this.wholeFieldEnd(limit);
    const start = this.position;
    this.position = end;
    let hash = end - start;
    for (let index = start; index < end; index += 1)
      hash = (Math.imul(hash, 31) + (this.bytes[index] ?? 0)) | 0;
    const known = this.#names.get(hash);
    if (known !== undefined && this.#isSame(known, start, end)) return known;
    const name = this.#shortText(start, end);
    this.#names.set(hash, name);
    return name;
  }

  /** A view of the bytes, not a copy. */
  chunk(limit: number): Uint8Array {
    const end = this.wholeFieldEnd(limit);
    const chunk = this.bytes.subarray(this.position, end);
    this.position = end;
    return chunk;
  }

  #advance(length: number): number {
    const start = this.position;
    this.position += length;
    if (this.position > this.bytes.length) throw new ProtobufFault('cut');
    return start;
  }

  #shortText(start: number, end: number): string {
    const codes: number[] = [];
    for (let index = start; index < end; index += 1) {
      const byte = this.bytes[index] ?? 0;
      if (byte >= 0x80) return this.#decode(start, end);
      codes.push(byte);
    }
    return String.fromCharCode(...codes);
  }

  #decode(start: number, end: number): string {
    return this.#decoder.decode(this.bytes.subarray(start, end));
  }

  /** Names with other than ASCII characters are simply decoded again. */
  #isSame(name: string, start: number, end: number): boolean {
    if (name.length !== end - start) return false;
    for (let index = start; index < end; index += 1) {
      if (name.charCodeAt(index - start) !== this.bytes[index]) return false;
    }
    return true;
  }
}
