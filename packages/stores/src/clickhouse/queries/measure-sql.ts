import { PERCENTILES } from '@oriel/core';
import type { Histogram, Measure, MeasureValue } from '@oriel/core';
import { withoutNoiseSql } from '../sql/expressions.ts';
import { taggedValues } from '../sql/field-sql.ts';
import type { FieldSql } from '../sql/field-sql.ts';
import { measuredNumber } from './group-sql.ts';

/** Smallest and largest of the values of a histogram, over all records. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a measure needs of each record, as the column `name`. */
export function measureInput(measure: Measure, field: FieldSql | null): string {
  if (measure.aggregate === 'count' || field === null) return '1';
  return measure.aggregate === 'count-distinct' ? taggedValues(field) : measuredNumber(field);
}

/** A measure over the column of its inputs; NULL where there is nothing to compute it of. */
export function measureSql(measure: Measure, input: string, range: RangeSql | null): string {
  const { aggregate } = measure;
  switch (aggregate) {
    case 'count':
      return 'count()';
    case 'count-distinct':
      return `uniqExactArray(${input})`;
    case 'sum':
      return sumSql(input);
    case 'avg':
      return withoutNoiseSql(`${sumSql(input)} / count(${input})`);
    case 'min':
    case 'max':
      return `${aggregate}OrNull(${input})`;
    case 'histogram':
      return histogramSql(input, measure.bins, range);
    case 'p50':
    case 'p75':
    case 'p90':
    case 'p95':
    case 'p99':
    default:
      return percentileSql(input, PERCENTILES[aggregate]);
  }
}

function sumSql(input: string): string {
  return `if(count(${input}) = 0, NULL, ${withoutNoiseSql(`sumKahan(${input})`)})`;
}

/** Exact, linear between the closest ranks, in the very steps of core's `percentile`. */
function percentileSql(input: string, share: number): string {
  const sorted = `arraySort(groupArray(${input}))`;
  const place = `((length(s) - 1) * ${share})`;
  const [lower, upper] = [`s[toUInt32(floor(${place})) + 1]`, `s[toUInt32(ceil(${place})) + 1]`];
  const value = `${lower} + (${upper} - ${lower}) * (${place} - floor(${place}))`;
  return `if(count(${input}) = 0, NULL, ${withoutNoiseSql(`arrayMap(s -> ${value}, [${sorted}])[1]`)})`;
}

/** A range as parameters. */
export interface RangeSql {
  readonly min: string;
  readonly max: string;
}

/** Counts by the place of the bin, as core's `histogramBin` has it. */
function histogramSql(input: string, bins: number, range: RangeSql | null): string {
  if (range === null) return 'map()';
  const { min, max } = range;
  const bin = `if(${max} = ${min}, 0, least(${bins - 1}, floor(((${input} - ${min}) / (${max} - ${min})) * ${bins})))`;
  return `sumMapIf(map(toUInt16(ifNull(${bin}, 0)), toUInt64(1)), isNotNull(${input}))`;
}

/** A measure of a row of an answer. */
export function readMeasure(measure: Measure, value: unknown, range: Range | null): MeasureValue {
  if (measure.aggregate !== 'histogram') return value === null ? null : Number(value);
  return readHistogram(measure.bins, value as Readonly<Record<string, number>>, range);
}

function readHistogram(
  bins: number,
  counted: Readonly<Record<string, number>>,
  range: Range | null,
): Histogram | null {
  if (range === null || Object.keys(counted).length === 0) return null;
  const counts = Array.from({ length: bins }, (_, bin) => counted[bin] ?? 0);
  return { ...range, counts };
}
