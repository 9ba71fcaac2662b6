import { MAX_ID_LENGTH } from '@oriel/core';
import type { JsonValue } from '@oriel/core';

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const ONLY_ZEROS = /^0+$/;

/** What a span without usable ids costs, and what to do about it. */
export const BAD_IDS =
  'The span has no usable trace id and span id, so it belongs nowhere and was left out. ' +
  'Send 16 and 8 bytes that are not all zero.';

/** Bytes of an id as lower-case hex; `null` for the all-zero id, which means none. */
export function hexId(bytes: Uint8Array, start: number, end: number): string | null {
  let hex = '';
  let sum = 0;
  for (let index = start; index < end; index += 1) {
    const byte = bytes[index] ?? 0;
    sum |= byte;
    hex += HEX[byte] ?? '';
  }
  return sum === 0 ? null : hex;
}

/**
 * An id from OTLP JSON: hex digits as the specification says, base64 or a list of bytes as some senders do. Other
 * text is kept as it is, so that its children still find it. `null` for none.
 */
export function idFromJson(value: JsonValue | undefined, length: 8 | 16): string | null {
  if (Array.isArray(value)) {
    const bytes = value as readonly JsonValue[];
    // What is no number is not made one: an object in its place may have a `toString` that is no function.
    if (bytes.length !== length || !bytes.every((byte) => typeof byte === 'number')) return null;
    return hexId(Uint8Array.from(bytes), 0, length);
  }
  if (typeof value !== 'string' || value === '' || value.length > MAX_ID_LENGTH || ONLY_ZEROS.test(value))
    return null;
  if (value.length === length * 2 && /^[0-9a-fA-F]+$/.test(value)) return value.toLowerCase();
  return base64Id(value, length) ?? value;
}

function base64Id(text: string, length: number): string | null {
  // 16 bytes are 22 digits and two signs, 8 bytes are 11 and one.
  if (!/^[A-Za-z0-9+/]{11}(?:=|[A-Za-z0-9+/]{11}==)$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return bytes.length === length ? hexId(bytes, 0, length) : null;
}
