import { scratchIntegers } from '../columns/scratch.ts';
import { bucketStart, nextBucketStart } from '@oriel/core';
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
  const isLong = bucket.unit !== 'minute' && bucket.unit !== 'hour';
  /** Finds out about a slot, and about all others of a long bucket. */
  const learn = (slot: number): number => {
    const first = placeOf(slot * width);
    const isMixed = first !== placeOf((slot + 1) * width - 1);
    const entry = isMixed ? MIXED : first + 1;
    slots.set(slot, entry);
    const start = starts[first] ?? null;
    const next = isLong && !isMixed && start !== null ? nextBucketStart(start, bucket) : null;
    if (next !== null) slots.fill(slot, Math.floor(next / width), entry);
    return entry;
  };

  const places = scratchIntegers(moments.length);
  const { list, first } = slots;
  if (list !== null) {
    const base = first * width;
    for (let i = 0; i < moments.length; i += 1) {
      const moment = moments[i] ?? 0;
      // Not negative, so cutting off is rounding down.
      const slot = ((moment - base) / width) >>> 0;
      const entry = list[slot] || learn(slot + first);
      places[i] = entry === MIXED ? placeOf(moment) : entry - 1;
    }
    return { places, starts };
  }
  for (let i = 0; i < moments.length; i += 1) {
    const moment = moments[i] ?? 0;
    const slot = Math.floor(moment / width);
    const entry = slots.get(slot) || learn(slot);
    places[i] = entry === MIXED ? placeOf(moment) : entry - 1;
  }
  return { places, starts };
}

interface Slots {
  /** Entries from slot `first` on; `null` where a map holds them. */
  readonly list: Int32Array | null;
  readonly first: number;
  get(slot: number): number;
  set(slot: number, entry: number): void;
  /** Sets the slots from one to another (exclusive), as far as anybody will ask for them. */
  fill(from: number, to: number, entry: number): void;
}

/** Entries by slot, {@link UNKNOWN} at first: a typed array where the moments are close to each other. */
function slotList(moments: Float64Array, width: number): Slots {
  let least = Infinity;
  let greatest = -Infinity;
  for (let i = 0; i < moments.length; i += 1) {
    const moment = moments[i] ?? 0;
    if (moment < least) least = moment;
    if (moment > greatest) greatest = moment;
  }
  const first = Math.floor(least / width);
  const count = Math.floor(greatest / width) - first + 1;
  if (count > 0 && count <= MAX_LISTED) {
    const list = new Int32Array(count);
    return {
      list,
      first,
      get: (slot) => list[slot - first] ?? UNKNOWN,
      set: (slot, entry) => void (list[slot - first] = entry),
      fill: (from, to, entry) => void list.fill(entry, from - first, to - first),
    };
  }
  const map = new Map<number, number>();
  return {
    list: null,
    first,
    get: (slot) => map.get(slot) ?? UNKNOWN,
    set: (slot, entry) => void map.set(slot, entry),
    fill: () => undefined,
  };
}
