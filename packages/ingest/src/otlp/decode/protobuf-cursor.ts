import { msFromNanoHalves } from '../../time/unix-nanos.ts';
import type { EpochMs } from '@oriel/core';
import { int64Value } from './int64-value.ts';
import { hexId } from './otlp-ids.ts';
import { TextReader } from './text-reader.ts';

/**
 * - `cut`: the bytes end before the message does.
 * - `malformed`: the bytes are no protobuf message.
 */
export type ProtobufFaultKind = 'cut' | 'malformed';

/** Ends the reading of one message. Caught where the next message begins; never leaves this folder. */
export class ProtobufFault extends Error {
  readonly kind: ProtobufFaultKind;

  constructor(kind: ProtobufFaultKind) {
    super(kind);
    this.name = 'ProtobufFault';
    this.kind = kind;
  }
}

/** What ended the reading of a message before its end; `null` when nothing did. */
export function faultOf(read: () => void): ProtobufFault | null {
  try {
    read();
    return null;
  } catch (fault) {
    if (fault instanceof ProtobufFault) return fault;
    throw fault;
  }
}

/** How the bytes of a field are laid out: the lowest three bits of its tag. */
export const VARINT = 0;
export const FIXED_64 = 1;
export const BYTES = 2;
const FIXED_32 = 5;

const MAX_VARINT_BYTES = 10;
/** Up to here seven bits a byte fit into a double. */
const MAX_EXACT_VARINT_BYTES = 7;

/**
 * Reads protobuf from bytes, front to back. Positions are public so that callers can come back to one.
 *
 * A field is known by its tag, which is its number and its layout: a known number in a layout it must not have is
 * an unknown field.
 */
export class ProtobufCursor {
  position = 0;
  /** Of the field that {@link nextField} found: its number times 8, plus its layout. */
  tag = 0;
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #texts: TextReader;
  /** Where the last trace id stands: spans of one trace follow each other. */
  #traceIdAt = 0;
  #traceId: string | null = null;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#texts = new TextReader(bytes, this.#view);
  }

  /** Moves to the next field of a message that ends at `end`; false at its end. */
  nextField(end: number): boolean {
    if (this.position >= end) {
      if (this.position > end) throw new ProtobufFault('malformed');
      return false;
    }
    const tag = this.varint();
    this.tag = tag;
    if (tag < 8) throw new ProtobufFault('malformed');
    return true;
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
    const end = this.varint() + this.position;
    if (end > limit) throw new ProtobufFault(limit < this.bytes.length ? 'malformed' : 'cut');
    return end;
  }

  skip(limit: number): void {
    const layout = this.tag % 8;
    if (layout === VARINT) this.varint();
    else if (layout === FIXED_64) this.#advance(8);
    else if (layout === BYTES) this.position = this.wholeFieldEnd(limit);
    else if (layout === FIXED_32) this.#advance(4);
    else throw new ProtobufFault('malformed');
  }

  varint(): number {
    const byte = this.bytes[this.position];
    // Nearly all tags and lengths are one byte.
    if (byte === undefined || byte >= 0x80) return this.#longVarint();
    this.position += 1;
    return byte;
  }

  #longVarint(): number {
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
    return this.#texts.text(start, end);
  }

  /**
   * 16 bytes as hex digits; `null` for none, which is all zeros. Ids of another length come from other messages, such
   * as metrics, that were sent to the wrong place.
   */
  traceId(limit: number): string | null {
    const end = this.wholeFieldEnd(limit);
    const start = this.position;
    this.position = end;
    if (end - start !== 16) return null;
    if (this.#traceId === null || !this.#areSame(start, this.#traceIdAt)) {
      this.#traceId = hexId(this.bytes, start, end);
      this.#traceIdAt = start;
    }
    return this.#traceId;
  }

  /** 8 bytes as hex digits, as in {@link traceId}. */
  spanId(limit: number): string | null {
    const end = this.wholeFieldEnd(limit);
    const start = this.position;
    this.position = end;
    return end - start === 8 ? hexId(this.bytes, start, end) : null;
  }

  /** A view of the bytes, not a copy. */
  chunk(limit: number): Uint8Array {
    const end = this.wholeFieldEnd(limit);
    const chunk = this.bytes.subarray(this.position, end);
    this.position = end;
    return chunk;
  }

  #areSame(a: number, b: number): boolean {
    const view = this.#view;
    for (let at = 0; at < 16; at += 4) {
      if (view.getInt32(a + at) !== view.getInt32(b + at)) return false;
    }
    return true;
  }

  #advance(length: number): number {
    const start = this.position;
    this.position += length;
    if (this.position > this.bytes.length) throw new ProtobufFault('cut');
    return start;
  }
}
