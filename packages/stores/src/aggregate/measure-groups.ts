import { histogramBin, PERCENTILES, withoutNoise } from '@oriel/core';
import type { Histogram, Measure, MeasureValue, Percentile } from '@oriel/core';
import { scratchFloats } from '../columns/scratch.ts';
import type { EncodedField } from './encode-field.ts';
import { inPlaces, sizesOf } from './group-rows.ts';
import type { Members } from './group-rows.ts';
import { numberPairs } from './number-pairs.ts';
import { selectNth } from './select-nth.ts';

/** How fields of the rows are read, each at most once. */
export interface MeasuredFields {
  /** One for each row; NaN where it has no number. Not to be written to. */
  numbers(field: string): Float64Array;
  encoded(field: string): EncodedField;
  /** Those of the rows that have one, where few do; `null` where it is as well to ask for all. */
  someNumbers(field: string): PlacedNumbers | null;
}

/** Numbers of some of the rows. */
export interface PlacedNumbers {
  /** Places among the rows; the same list for fields that the same rows have. */
  readonly places: Uint32Array;
  /** The number at each of the places; NaN where there is none after all. */
  readonly numbers: Float64Array;
}

/** Numbers in groups, side by side with theirs. */
interface GroupedNumbers {
  readonly groups: Uint32Array;
  readonly groupCount: number;
  /** NaN is none. */
  readonly numbers: Float64Array;
  /** How often each group is among `groups`, where somebody has counted. */
  readonly sizes: Uint32Array | null;
}

/** Measures of every group, a list for each measure: core's `measurer`, over columns. */
export function measureGroups(
  measures: readonly Measure[],
  members: Members,
  fields: MeasuredFields,
): MeasureValue[][] {
  const groupedNumbers = numberGrouper(members, fields);
  /** Several percentiles of one field are found together. */
  const shares = new Map<string, Set<number>>();
  for (const measure of measures) {
    const share = shareOf(measure);
    if (share === null || measure.aggregate === 'count') continue;
    shares.set(measure.field, (shares.get(measure.field) ?? new Set()).add(share));
  }
  const found = new Map<string, ReadonlyMap<number, MeasureValue[]>>();
  return measures.map((measure) => {
    if (measure.aggregate === 'count') return [...members.sizes];
    const { aggregate, field } = measure;
    if (aggregate === 'count-distinct') return countDistinct(members, fields.encoded(field));
    if (aggregate === 'histogram')
      return histograms(groupedNumbers(field), fields.numbers(field), measure.bins);
    const share = shareOf(measure);
    if (share === null) return measureNumbers(aggregate, groupedNumbers(field));
    const known = found.get(field) ?? percentiles(groupedNumbers(field), shares.get(field) ?? []);
    found.set(field, known);
    return known.get(share) ?? [];
  });
}

/** How far through the sorted numbers a percentile is; `null` of other measures. */
function shareOf({ aggregate }: Measure): number | null {
  return aggregate in PERCENTILES ? PERCENTILES[aggregate as Percentile] : null;
}

/** Puts numbers of fields beside the groups of their members. */
function numberGrouper(
  { groups, places, sizes }: Members,
  fields: MeasuredFields,
): (field: string) => GroupedNumbers {
  const groupCount = sizes.length;
  const groupsOfSome = new Map<Uint32Array, Uint32Array>();
  return (field) => {
    const some = places === null ? fields.someNumbers(field) : null;
    if (some === null) return { groups, groupCount, sizes, numbers: inPlaces(fields.numbers(field), places) };
    const known = groupsOfSome.get(some.places) ?? inPlaces(groups, some.places);
    groupsOfSome.set(some.places, known);
    return { groups: known, groupCount, sizes: null, numbers: some.numbers };
  };
}

function measureNumbers(aggregate: 'sum' | 'avg' | 'min' | 'max' | Percentile, grouped: GroupedNumbers) {
  if (aggregate === 'min') return extremes(grouped, (a, b) => a < b);
  if (aggregate === 'max') return extremes(grouped, (a, b) => a > b);
  return totals(grouped, aggregate === 'avg');
}

/** Sums that no order of adding changes, or averages: core's `RunningSum`, a group each. */
function totals({ groups, groupCount, numbers }: GroupedNumbers, isAverage: boolean): MeasureValue[] {
  const sums = new Float64Array(groupCount);
  const lost = new Float64Array(groupCount);
  const counts = new Uint32Array(groupCount);
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[i] ?? 0;
    const before = sums[group] ?? 0;
    const sum = before + value;
    const rounded = Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    lost[group] = (lost[group] ?? 0) + rounded;
    sums[group] = sum;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  const found: MeasureValue[] = [];
  for (let group = 0; group < groupCount; group += 1) {
    const count = counts[group] ?? 0;
    const sum = withoutNoise((sums[group] ?? 0) + (lost[group] ?? 0));
    found.push(count === 0 ? null : isAverage ? withoutNoise(sum / count) : sum);
  }
  return found;
}

function extremes(
  { groups, groupCount, numbers }: GroupedNumbers,
  isFurther: (a: number, b: number) => boolean,
): MeasureValue[] {
  const furthest = new Float64Array(groupCount).fill(NaN);
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[i] ?? 0;
    const kept = furthest[group] ?? NaN;
    if (Number.isNaN(kept) || isFurther(value, kept)) furthest[group] = value;
  }
  return Array.from(furthest, (value) => (Number.isNaN(value) ? null : value));
}

/**
 * Exact, linear between the closest ranks: core's `percentile` of several shares, without sorting. Smaller shares are
 * found first, so that those after them are only looked for behind.
 */
function percentiles(grouped: GroupedNumbers, shares: Iterable<number>): ReadonlyMap<number, MeasureValue[]> {
  const { values, starts, ends } = putSideBySide(grouped);
  const ascending = [...shares].toSorted((a, b) => a - b);
  const found = new Map(ascending.map((share): [number, MeasureValue[]] => [share, []]));
  for (let group = 0; group < grouped.groupCount; group += 1) {
    const start = starts[group] ?? 0;
    const end = ends[group] ?? 0;
    let from = start;
    for (const [share, measured] of found) {
      if (start === end) {
        measured.push(null);
        continue;
      }
      const place = (end - start - 1) * share;
      const at = start + Math.floor(place);
      const lower = selectNth(values, from, end, at);
      from = at;
      const fraction = place - Math.floor(place);
      const more = fraction === 0 ? 0 : (least(values, at + 1, end) - lower) * fraction;
      measured.push(withoutNoise(lower + more));
    }
  }
  return found;
}

function least(values: Float64Array, from: number, to: number): number {
  let found = Infinity;
  for (let i = from; i < to; i += 1) {
    const value = values[i] ?? Infinity;
    if (value < found) found = value;
  }
  return found;
}

/** The numbers of each group side by side, in any order: those of group g from `starts[g]` to before `ends[g]`. */
interface NumbersByGroup {
  readonly values: Float64Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

function putSideBySide({ groups, groupCount, numbers, sizes }: GroupedNumbers): NumbersByGroup {
  const ends = new Uint32Array(groupCount);
  let total = 0;
  for (const [group, size] of (sizes ?? sizesOf(groups, groupCount)).entries()) {
    ends[group] = total;
    total += size;
  }
  const starts = ends.slice();
  const values = scratchFloats(total);
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] ?? NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[i] ?? 0;
    const end = ends[group] ?? 0;
    values[end] = value;
    ends[group] = end + 1;
  }
  return { values, starts, ends };
}

function countDistinct({ groups, places, sizes }: Members, field: EncodedField): MeasureValue[] {
  const { codes, members, size, valueAt } = field;
  // Rows with one code have the same values, so each pair of a group and a code is looked at once.
  const { list } = numberPairs(groups, inPlaces(codes, places), sizes.length, size);
  if (members === null) {
    const counts = Array.from(sizes, () => 0);
    for (const [group, code] of list) if (valueAt(code) !== null) counts[group] = (counts[group] ?? 0) + 1;
    return counts;
  }
  const found = Array.from(sizes, () => new Set<number>());
  for (const [group, code] of list) for (const value of members[code] ?? []) found[group]?.add(value);
  return found.map((values) => values.size);
}

/** All groups share the ranges, from the least to the greatest number of all rows. */
function histograms(
  { groups, groupCount, numbers }: GroupedNumbers,
  all: Float64Array,
  bins: number,
): (Histogram | null)[] {
  let min = Infinity;
  let max = -Infinity;
  for (const value of all) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const counts = Array.from({ length: groupCount }, () => Array.from({ length: bins }, () => 0));
  for (let i = 0; i < numbers.length; i += 1) {
    const value = numbers[i] ?? NaN;
    const ofGroup = counts[groups[i] ?? 0];
    if (Number.isNaN(value) || !ofGroup) continue;
    const bin = histogramBin(value, min, max, bins);
    ofGroup[bin] = (ofGroup[bin] ?? 0) + 1;
  }
  return counts.map((ofGroup) => (ofGroup.some((count) => count > 0) ? { min, max, counts: ofGroup } : null));
}
