import { MAX_ID_LENGTH } from '@oriel/core';
import type { JsonValue } from '@oriel/core';

/** Character codes of the two digits of a byte. */
const DIGITS = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const FIRST = Uint8Array.from({ length: 256 }, (_, byte) => DIGITS[byte >> 4] ?? 0);
const SECOND = Uint8Array.from({ length: 256 }, (_, byte) => DIGITS[byte & 15] ?? 0);

const ONLY_ZEROS = /^0+$/;

/** What a span without usable ids costs, and what to do about it. */
export const BAD_IDS =
  'The span has no usable trace id and span id, so it belongs nowhere and was left out. ' +
  'Send 16 and 8 bytes that are not all zero.';

/** The 8 or 16 bytes of an id as lower-case hex; `null` for the all-zero id, which means none. */
export function hexId(bytes: Uint8Array, start: number, end: number): string | null {
  let sum = 0;
  for (let index = start; index < end; index += 1) sum |= bytes[index] ?? 0;
  if (sum === 0) return null;
  return end - start === 8
    ? hexOfEight(bytes, start)
    : hexOfEight(bytes, start) + hexOfEight(bytes, start + 8);
}

/** All at once: the engine makes one text of many characters faster than of many short texts. */
function hexOfEight(bytes: Uint8Array, at: number): string {
  const a = bytes[at] ?? 0;
  const b = bytes[at + 1] ?? 0;
  const c = bytes[at + 2] ?? 0;
  const d = bytes[at + 3] ?? 0;
  const e = bytes[at + 4] ?? 0;
  const f = bytes[at + 5] ?? 0;
  const g = bytes[at + 6] ?? 0;
  const h = bytes[at + 7] ?? 0;
  // prettier-ignore
  return String.fromCharCode(
    FIRST[a] ?? 0, SECOND[a] ?? 0, FIRST[b] ?? 0, SECOND[b] ?? 0, FIRST[c] ?? 0, SECOND[c] ?? 0,
    FIRST[d] ?? 0, SECOND[d] ?? 0, FIRST[e] ?? 0, SECOND[e] ?? 0, FIRST[f] ?? 0, SECOND[f] ?? 0,
    FIRST[g] ?? 0, SECOND[g] ?? 0, FIRST[h] ?? 0, SECOND[h] ?? 0,
  );
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
