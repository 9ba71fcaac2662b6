import { histogramBin, PERCENTILES, withoutNoise } from '@oriel/core';
import type { Histogram, Measure, MeasureValue, Percentile } from '@oriel/core';
import { scratchFloats, scratchIntegers } from '../columns/scratch.ts';
import type { EncodedField } from './encode-field.ts';
import type { Members } from './group-rows.ts';
import { numberPairs } from './number-pairs.ts';
import { selectNth } from './select-nth.ts';
import type { SomeNumbers } from '../views/view-column.ts';

/** How fields of the rows are read, each at most once. */
export interface MeasuredFields {
  /** One for each row; NaN where it has no number. */
  numbers(field: string): Float64Array;
  encoded(field: string): EncodedField;
  /** Those of the rows that have one, where few do; `null` where it is as well to ask for all. */
  someNumbers(field: string): SomeNumbers | null;
}

/** Measures of every group, a list for each measure: core's `measurer`, over columns. */
export function measureGroups(
  measures: readonly Measure[],
  members: Members,
  fields: MeasuredFields,
): MeasureValue[][] {
  /** Several percentiles of one field share the numbers side by side. */
  const sideBySide = new Map<string, NumbersByGroup>();
  const numbersByGroup = (field: string): NumbersByGroup => {
    const known = sideBySide.get(field) ?? putSideBySide(members, fields.numbers(field));
    sideBySide.set(field, known);
    return known;
  };
  return measures.map((measure) => {
    if (measure.aggregate === 'count') return [...countMembers(members)];
    if (measure.aggregate === 'count-distinct') return countDistinct(members, fields.encoded(measure.field));
    if (measure.aggregate in PERCENTILES) {
      return percentiles(numbersByGroup(measure.field), PERCENTILES[measure.aggregate as Percentile]);
    }
    const some = members.isEachOnce && isTotal(measure) ? fields.someNumbers(measure.field) : null;
    if (some) return measureNumbers(measure, membersAt(members, some.places), some.numbers);
    return measureNumbers(measure, members, fields.numbers(measure.field));
  });
}

const isTotal = ({ aggregate }: Measure) => aggregate === 'sum' || aggregate === 'avg';

/** Some of the members, as if their rows were all there are. */
function membersAt({ groups, groupCount }: Members, places: Uint32Array): Members {
  const some = { places: scratchIntegers(places.length), groups: scratchIntegers(places.length) };
  for (let i = 0; i < places.length; i += 1) {
    some.places[i] = i;
    some.groups[i] = groups[places[i] ?? 0] ?? 0;
  }
  return { ...some, groupCount, isEachOnce: true };
}

function measureNumbers(measure: Measure, members: Members, numbers: Float64Array): MeasureValue[] {
  if (measure.aggregate === 'histogram') return histograms(members, numbers, measure.bins);
  if (measure.aggregate === 'min') return extremes(members, numbers, (a, b) => a < b);
  if (measure.aggregate === 'max') return extremes(members, numbers, (a, b) => a > b);
  const sums = totals(members, numbers);
  return sums.map(measure.aggregate === 'avg' ? average : ({ sum }) => sum);
}

interface Total {
  /** `null` where there was nothing to add. */
  readonly sum: number | null;
  readonly count: number;
}

function average({ sum, count }: Total): number | null {
  return sum === null ? null : withoutNoise(sum / count);
}

function countMembers({ groups, groupCount }: Members): Uint32Array {
  const counts = new Uint32Array(groupCount);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  return counts;
}

/** Sums that no order of adding changes: core's `RunningSum`, a group each. */
function totals({ places, groups, groupCount }: Members, numbers: Float64Array): Total[] {
  const sums = new Float64Array(groupCount);
  const lost = new Float64Array(groupCount);
  const counts = new Uint32Array(groupCount);
  for (let i = 0; i < places.length; i += 1) {
    const value = numbers[places[i] ?? 0] ?? NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[i] ?? 0;
    const before = sums[group] ?? 0;
    const sum = before + value;
    const rounded = Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    lost[group] = (lost[group] ?? 0) + rounded;
    sums[group] = sum;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return Array.from(counts, (count, group) => ({
    count,
    sum: count === 0 ? null : withoutNoise((sums[group] ?? 0) + (lost[group] ?? 0)),
  }));
}

function extremes(
  { places, groups, groupCount }: Members,
  numbers: Float64Array,
  isFurther: (a: number, b: number) => boolean,
): MeasureValue[] {
  const furthest = new Float64Array(groupCount).fill(NaN);
  for (let i = 0; i < places.length; i += 1) {
    const value = numbers[places[i] ?? 0] ?? NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[i] ?? 0;
    const kept = furthest[group] ?? NaN;
    if (Number.isNaN(kept) || isFurther(value, kept)) furthest[group] = value;
  }
  return Array.from(furthest, (value) => (Number.isNaN(value) ? null : value));
}

/** Exact, linear between the closest ranks: core's `percentile`, without sorting. */
function percentiles({ values, starts }: NumbersByGroup, share: number): MeasureValue[] {
  return Array.from({ length: starts.length - 1 }, (_, group) => {
    const from = starts[group] ?? 0;
    const to = starts[group + 1] ?? 0;
    if (from === to) return null;
    const place = (to - from - 1) * share;
    const lower = selectNth(values, from, to, from + Math.floor(place));
    const fraction = place - Math.floor(place);
    if (fraction === 0) return withoutNoise(lower);
    return withoutNoise(lower + (least(values, from + Math.floor(place) + 1, to) - lower) * fraction);
  });
}

function least(values: Float64Array, from: number, to: number): number {
  let found = Infinity;
  for (let i = from; i < to; i += 1) found = Math.min(found, values[i] ?? Infinity);
  return found;
}

/** The numbers of each group side by side, in any order: those of group g from `starts[g]` to before `starts[g + 1]`. */
interface NumbersByGroup {
  readonly values: Float64Array;
  readonly starts: Uint32Array;
}

function putSideBySide({ places, groups, groupCount }: Members, numbers: Float64Array): NumbersByGroup {
  const starts = new Uint32Array(groupCount + 1);
  for (let i = 0; i < places.length; i += 1) {
    const group = groups[i] ?? 0;
    if (!Number.isNaN(numbers[places[i] ?? 0])) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  }
  for (let group = 1; group <= groupCount; group += 1) {
    starts[group] = (starts[group] ?? 0) + (starts[group - 1] ?? 0);
  }
  const values = scratchFloats(starts[groupCount] ?? 0);
  const next = starts.slice();
  for (let i = 0; i < places.length; i += 1) {
    const value = numbers[places[i] ?? 0] ?? NaN;
    if (Number.isNaN(value)) continue;
    const group = groups[i] ?? 0;
    values[next[group] ?? 0] = value;
    next[group] = (next[group] ?? 0) + 1;
  }
  return { values, starts };
}

function countDistinct(
  { places, groups, groupCount }: Members,
  { codes, members }: EncodedField,
): MeasureValue[] {
  const ofRows = scratchIntegers(places.length);
  for (let i = 0; i < places.length; i += 1) ofRows[i] = codes[places[i] ?? 0] ?? 0;
  // Rows with one code have the same values, so each pair of a group and a code is looked at once.
  const { list } = numberPairs(groups, ofRows, groupCount, members.length);
  const found = Array.from({ length: groupCount }, () => new Set<number>());
  for (const [group, code] of list) for (const value of members[code] ?? []) found[group]?.add(value);
  return found.map(({ size }) => size);
}

/** All groups share the ranges, from the least to the greatest number of all rows. */
function histograms(
  { places, groups, groupCount }: Members,
  numbers: Float64Array,
  bins: number,
): (Histogram | null)[] {
  let min = Infinity;
  let max = -Infinity;
  for (const value of numbers) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const counts = Array.from({ length: groupCount }, () => Array.from({ length: bins }, () => 0));
  for (let i = 0; i < places.length; i += 1) {
    const value = numbers[places[i] ?? 0] ?? NaN;
    const ofGroup = counts[groups[i] ?? 0];
    if (Number.isNaN(value) || !ofGroup) continue;
    const bin = histogramBin(value, min, max, bins);
    ofGroup[bin] = (ofGroup[bin] ?? 0) + 1;
  }
  return counts.map((ofGroup) => (ofGroup.some((count) => count > 0) ? { min, max, counts: ofGroup } : null));
}
