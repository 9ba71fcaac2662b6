import { canonicalJson } from '@oriel/core';
import type { EpochMs, JsonValue } from '@oriel/core';

/** What was said of a field, and when. */
interface Said {
  readonly value: JsonValue;
  readonly at: EpochMs;
  readonly rank: 0 | 1;
}

/** Characters of a register in front of its value. */
export const STAMP_LENGTH = 17;

/**
 * A register as a text of which the largest (or the smallest) is the one that counts by core's merge rules, so that
 * ClickHouse's `max` and `min` fold them:
 *
 *     c2798d3a1c40 8000  1  "gpt-4o"
 *     event time, in     0 create,   the value as canonical JSON,
 *     order as text      1 update    which breaks the last tie
 */
export function encodeRegister(register: Said): string {
  return encodeStamp(register) + canonicalJson(wellFormed(register.value));
}

/** The time of a register, in an order that texts keep. */
export function encodeStamp({ at, rank }: Pick<Said, 'at' | 'rank'>): string {
  return orderedHex(at) + String(rank);
}

const view = new DataView(new ArrayBuffer(8));

/** The bits of a number as 16 hex digits that compare as the numbers do. */
function orderedHex(value: number): string {
  // Adding 0 makes one zero of the two.
  view.setFloat64(0, value + 0);
  const bits = view.getBigUint64(0);
  const isNegative = bits >> 63n === 1n;
  const ordered = isNegative ? ~bits & 0xffff_ffff_ffff_ffffn : bits | (1n << 63n);
  return ordered.toString(16).padStart(16, '0');
}

/** ClickHouse keeps texts as UTF-8, which has no halves of characters: each becomes U+FFFD. */
function wellFormed(value: JsonValue): JsonValue {
  return typeof value === 'string' ? wellFormedText(value) : value;
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

export function wellFormedText(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD');
}
