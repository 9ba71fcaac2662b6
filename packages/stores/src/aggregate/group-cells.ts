import type { EpochMs, TimeBucket } from '@oriel/core';
import { scratchIntegers } from '../columns/scratch.ts';
import { BucketFinder } from './bucket-finder.ts';
import { sizesOf } from './group-rows.ts';
import type { Members } from './group-rows.ts';

/** Cells that are counted in a list of all there may be; more are numbered as they are met. */
const MAX_LISTED = 1_000_000;

/** Members by where they are answered: in which place, in which time bucket. */
export interface Cells extends Members {
  /** When each bucket begins, in no order; `null` for moments that are in none, and where nobody asked for buckets. */
  readonly starts: readonly (EpochMs | null)[];
  /** The cell of a place and a bucket; -1 for one without members. */
  readonly cellOf: (place: number, bucket: number) => number;
}

/** Where groups are answered. */
export interface Places {
  /** The place of each group. */
  readonly ofGroup: Uint32Array;
  /** Places are below this. */
  readonly count: number;
}

/** The members of groups, put into places without regard to time. */
export function placeCells({ groups, places }: Members, { ofGroup, count }: Places): Cells {
  const cells = scratchIntegers(groups.length);
  for (let i = 0; i < cells.length; i += 1) cells[i] = ofGroup[groups[i] ?? 0] ?? 0;
  return { places, groups: cells, sizes: sizesOf(cells, count), starts: [null], cellOf: (place) => place };
}

/** The members of groups, put into places and the buckets of their moments, of which each member has one. */
export function bucketCells(
  members: Members,
  { ofGroup, count }: Places,
  moments: Float64Array,
  bucket: TimeBucket,
): Cells {
  const finder = new BucketFinder(bucket);
  const { groups, places } = members;
  const cells = scratchIntegers(groups.length);
  let i = 0;
  while (i < cells.length) {
    finder.find(moments[i] ?? NaN);
    const { from, until, place } = finder;
    const first = place * count;
    // All neighbours that are in the same bucket; NaN is in none.
    do {
      cells[i] = first + (ofGroup[groups[i] ?? 0] ?? 0);
      i += 1;
    } while (i < cells.length && (moments[i] ?? NaN) >= from && (moments[i] ?? NaN) < until);
  }
  const { starts } = finder;
  if (starts.length * count <= MAX_LISTED) {
    const sizes = sizesOf(cells, starts.length * count);
    const cellOf = (place: number, at: number) => at * count + place;
    return { places, groups: cells, sizes, starts, cellOf };
  }
  return { places, starts, ...numberCells(cells, count) };
}

/** Numbers the cells that have members, in place. */
function numberCells(cells: Uint32Array, count: number): Pick<Cells, 'groups' | 'sizes' | 'cellOf'> {
  const numbers = new Map<number, number>();
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? 0;
    let number = numbers.get(cell);
    if (number === undefined) numbers.set(cell, (number = numbers.size));
    cells[i] = number;
  }
  return {
    groups: cells,
    sizes: sizesOf(cells, numbers.size),
    cellOf: (place, bucket) => numbers.get(bucket * count + place) ?? -1,
  };
}
