import { scratchIntegers } from '../columns/scratch.ts';
import { bucketStart, nextBucketStart } from '@oriel/core';
import type { EpochMs, Milliseconds, TimeBucket } from '@oriel/core';

const MINUTE: Milliseconds = 60_000;
const QUARTER: Milliseconds = 15 * MINUTE;
/** Slots of time that are kept in a list instead of a map: two years of quarters of an hour. */
const LISTED = 2 ** 16;

/** A slot of time in which more than one bucket begins. */
const MIXED = 0xffff_ffff;

/** A stretch of time that lies in one bucket. */
interface Run {
  from: EpochMs;
  /** Exclusive. */
  until: EpochMs;
}

/**
 * Core's `bucketStart` for many moments, which are mostly close to the one before: the last answer holds as long as
 * they stay between `from` and `until`.
 *
 *     moments   ·  · ··   · ·│·    ·
 *     slots     ├──┼──┼──┼──┼──┼──┼──   a quarter of an hour lies in one bucket almost always; of minutes, a minute
 *     bucket    ├─────── 0 ──┼─ 1 ───
 *     run          [─ 0 ─────)          known so far: the bucket is asked for once, slots once at most
 */
export class BucketFinder {
  /** When each bucket begins, as they were met; `null` for moments that are in none. */
  readonly starts: (EpochMs | null)[] = [];
  /** The place in `starts` of the moment last asked for. */
  place = 0;
  /** Since when that is so. */
  from: EpochMs = NaN;
  /** Until when (exclusive) that is so. */
  until: EpochMs = NaN;

  readonly #bucket: TimeBucket;
  readonly #width: Milliseconds;
  readonly #isLong: boolean;
  readonly #places = new Map<EpochMs | null, number>();
  /** What is known of long buckets, by place. */
  readonly #runs: (Run | undefined)[] = [];
  /** By slot, a place + 1, {@link MIXED}, or 0 where nobody has asked; others are in the map. */
  readonly #list = scratchIntegers(LISTED).fill(0);
  readonly #others = new Map<number, number>();
  /** The first slot of the list. */
  #first = NaN;

  constructor(bucket: TimeBucket) {
    this.#bucket = bucket;
    this.#width = bucket.unit === 'minute' ? MINUTE : QUARTER;
    this.#isLong = bucket.unit !== 'minute' && bucket.unit !== 'hour';
  }

  /** Sets `place`, `from` and `until` to those of a moment. */
  find(moment: EpochMs): void {
    const slot = Math.floor(moment / this.#width);
    if (Number.isNaN(this.#first)) this.#first = slot - LISTED / 2;
    const at = slot - this.#first;
    const isListed = at >= 0 && at < LISTED;
    const entry = (isListed ? this.#list[at] : this.#others.get(slot)) || this.#learn(slot);
    if (entry === MIXED) {
      this.place = this.#placeOf(moment);
      this.from = this.until = NaN;
      return;
    }
    this.place = entry - 1;
    const run = this.#runs[this.place];
    const isInRun = run !== undefined && moment >= run.from && moment < run.until;
    this.from = isInRun ? run.from : slot * this.#width;
    this.until = isInRun ? run.until : (slot + 1) * this.#width;
  }

  #placeOf(moment: EpochMs): number {
    const start = bucketStart(moment, this.#bucket);
    const place = this.#places.get(start) ?? this.starts.push(start) - 1;
    this.#places.set(start, place);
    return place;
  }

  #learn(slot: number): number {
    const from = slot * this.#width;
    const until = from + this.#width;
    const place = this.#placeOf(from);
    const isMixed = place !== this.#placeOf(until - 1);
    const entry = isMixed ? MIXED : place + 1;
    const at = slot - this.#first;
    if (at >= 0 && at < LISTED) this.#list[at] = entry;
    else this.#others.set(slot, entry);
    if (this.#isLong && !isMixed) this.#extendRun(place, slot);
    return entry;
  }

  /** From a slot in a long bucket on, everything is in it up to the slot in which the next one begins. */
  #extendRun(place: number, slot: number): void {
    const from = slot * this.#width;
    const start = this.starts[place] ?? null;
    // Platforms do not know the clocks of antiquity: buckets may begin after what is in them.
    if (start === null || start > from) return;
    const next = nextBucketStart(start, this.#bucket);
    const end = next === null ? slot : Math.floor(next / this.#width);
    if (end <= slot) return;
    const run = (this.#runs[place] ??= { from, until: end * this.#width });
    run.from = Math.min(run.from, from);
    const [first, last] = [slot - this.#first, end - this.#first].map((at) => Math.max(0, at));
    this.#list.fill(place + 1, first, last);
  }
}
