import type { EpochMs } from '@oriel/core';

const ISO_WITH_OFFSET = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.(\d+))?)?(?:[Zz]|[+-]\d\d:?\d\d)$/;

/** A point in time from ISO-8601 text with `Z` or an offset; `null` for anything else. Digits below the millisecond are kept. */
export function parseIsoTime(text: string): EpochMs | null {
  const match = ISO_WITH_OFFSET.exec(text);
  if (match === null) return null;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return null;
  const digits = match[1];
  return digits === undefined || digits.length <= 3 ? time : time + Number(`0.${digits.slice(3)}`);
}
