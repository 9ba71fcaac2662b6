import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';

/** Bytes that were written as JSON numbers. */
export interface DumpedBytes {
  readonly bytes: Uint8Array;
  /** It was a Node buffer, which says so; all else is only numbers that could be bytes. */
  readonly isBuffer: boolean;
}

/** Fewer numbers are as likely something else. */
const FEWEST = 8;

/**
 * Reads `{type: 'Buffer', data: [137, 80, …]}`, `{"0": 137, "1": 80, …}` (a typed array through `JSON.stringify`) and
 * a plain list; `null` for everything else.
 */
export function readDumpedBytes(value: JsonValue): DumpedBytes | null {
  if (Array.isArray(value)) return fromList(value as readonly JsonValue[], false);
  if (!isJsonObject(value)) return null;
  const { type, data } = value;
  if (type === 'Buffer' && Array.isArray(data)) return fromList(data as readonly JsonValue[], true);
  return typeof value['0'] === 'number' ? fromIndexes(value) : null;
}

function fromList(list: readonly JsonValue[], isBuffer: boolean): DumpedBytes | null {
  if (list.length < (isBuffer ? 1 : FEWEST) || !isByte(list[0])) return null;
  const bytes = new Uint8Array(list.length);
  for (let index = 0; index < list.length; index += 1) {
    const byte = list[index];
    if (!isByte(byte)) return null;
    bytes[index] = byte;
  }
  return { bytes, isBuffer };
}

function fromIndexes(object: JsonObject): DumpedBytes | null {
  const bytes: number[] = [];
  for (const key in object) {
    const byte = object[key];
    if (key !== String(bytes.length) || !isByte(byte)) return null;
    bytes.push(byte);
  }
  return bytes.length < FEWEST ? null : { bytes: Uint8Array.from(bytes), isBuffer: false };
}

function isByte(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && value >= 0 && value <= 255 && Number.isInteger(value);
}
