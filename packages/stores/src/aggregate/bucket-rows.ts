import { scratchIntegers } from '../columns/scratch.ts';
import { bucketStart } from '@oriel/core';
import type { EpochMs, TimeBucket } from '@oriel/core';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** Ranges of time that are kept in a list instead of a map: 14 years of quarters of an hour. */
const MAX_LISTED = 500_000;

/** A slot of time in which more than one bucket begins. */
const MIXED = -1;
const UNKNOWN = 0;

/** Time buckets of many moments. */
export interface BucketedRows {
  /** For each moment, its bucket's place in `starts`. */
  readonly places: Uint32Array;
  /** When each bucket begins; `null` for moments that are in none. */
  readonly starts: readonly (EpochMs | null)[];
}

/**
 * Core's `bucketStart` for many moments. A quarter of an hour lies in one bucket almost always (with buckets of minutes,
 * a minute does), so each quarter is asked for once.
 */
export function bucketRows(moments: Float64Array, bucket: TimeBucket): BucketedRows {
  const starts: (EpochMs | null)[] = [];
  const known = new Map<EpochMs | null, number>();
  const placeOf = (moment: EpochMs): number => {
    const start = bucketStart(moment, bucket);
    const place = known.get(start) ?? starts.push(start) - 1;
    known.set(start, place);
    return place;
  };

  const width = bucket.unit === 'minute' ? MINUTE : QUARTER;
  const slots = slotList(moments, width);
  const places = scratchIntegers(moments.length);
  for (let i = 0; i < moments.length; i += 1) {
    const moment = moments[i] ?? 0;
    const slot = Math.floor(moment / width);
    let entry = slots.get(slot);
    if (entry === UNKNOWN) {
      const first = placeOf(slot * width);
      entry = first === placeOf((slot + 1) * width - 1) ? first + 1 : MIXED;
      slots.set(slot, entry);
    }
    places[i] = entry === MIXED ? placeOf(moment) : entry - 1;
  }
  return { places, starts };
}

/** Entries by slot, {@link UNKNOWN} at first: a typed array where the moments are close to each other. */
function slotList(moments: Float64Array, width: number) {
  let least = Infinity;
  let greatest = -Infinity;
  for (const moment of moments) {
    if (moment < least) least = moment;
    if (moment > greatest) greatest = moment;
  }
  const first = Math.floor(least / width);
  const count = Math.floor(greatest / width) - first + 1;
  if (count > 0 && count <= MAX_LISTED) {
    const list = new Int32Array(count);
    return {
      get: (slot: number) => list[slot - first] ?? UNKNOWN,
      set: (slot: number, entry: number) => void (list[slot - first] = entry),
    };
  }
  const map = new Map<number, number>();
  return {
    get: (slot: number) => map.get(slot) ?? UNKNOWN,
    set: (slot: number, entry: number) => void map.set(slot, entry),
  };
}
