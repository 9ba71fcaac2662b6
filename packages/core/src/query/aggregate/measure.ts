import { sumNumbers, withoutNoise } from '../../merge/running-sum.ts';
import type { FieldValue } from '../fields/field.ts';
import { findField } from '../fields/view-fields.ts';
import { listOf } from '../matches.ts';
import type { View, ViewItems, ViewRecord } from '../view-record.ts';
import type { FieldAggregate, Histogram, Measure, MeasureValue, Percentile } from './aggregate-query.ts';
import { histogramBin } from './histogram-bin.ts';
import { percentile } from './percentile.ts';

/** How far through the sorted values each percentile is. */
export const PERCENTILES: Readonly<Record<Percentile, number>> = {
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
};

/** Computes the measures of any of the given records; histograms range over all of them. */
export function measurer<V extends View>(
  view: V,
  measures: readonly Measure[],
  all: readonly ViewRecord<ViewItems[V]>[],
): (members: readonly ViewRecord<ViewItems[V]>[]) => MeasureValue[] {
  type Members = readonly ViewRecord<ViewItems[V]>[];
  const valuesOf = (members: Members, field: string): FieldValue[] =>
    members.map((record) => findField(view, field)?.read(record) ?? null);

  const computations = measures.map((measure): ((members: Members) => MeasureValue) => {
    if (measure.aggregate === 'count') return (members) => members.length;
    if (measure.aggregate !== 'histogram') {
      return (members) => aggregateValues(measure.aggregate, valuesOf(members, measure.field));
    }
    const range = numbersOf(valuesOf(all, measure.field));
    return (members) => histogram(numbersOf(valuesOf(members, measure.field)), range, measure.bins);
  });
  return (members) => computations.map((compute) => compute(members));
}

function aggregateValues(aggregate: FieldAggregate, values: readonly FieldValue[]): number | null {
  if (aggregate === 'count-distinct') return new Set(values.flatMap(listOf)).size;
  const numbers = numbersOf(values);
  return numbers.length === 0 ? null : AGGREGATES[aggregate](numbers);
}

/** Of some numbers, at least one. */
type Aggregation = (numbers: readonly number[]) => number | null;

const AGGREGATES: Readonly<Record<Exclude<FieldAggregate, 'count-distinct'>, Aggregation>> = {
  sum: sumNumbers,
  avg: (numbers) => withoutNoise(sumNumbers(numbers) / numbers.length),
  min: least,
  max: greatest,
  p50: percentileAt(PERCENTILES.p50),
  p75: percentileAt(PERCENTILES.p75),
  p90: percentileAt(PERCENTILES.p90),
  p95: percentileAt(PERCENTILES.p95),
  p99: percentileAt(PERCENTILES.p99),
};

function percentileAt(share: number): Aggregation {
  return (numbers) =>
    percentile(
      numbers.toSorted((a, b) => a - b),
      share,
    );
}

function histogram(numbers: readonly number[], all: readonly number[], bins: number): Histogram | null {
  if (numbers.length === 0) return null;
  const min = least(all);
  const max = greatest(all);
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of numbers) {
    const bin = histogramBin(value, min, max, bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { min, max, counts };
}

function numbersOf(values: readonly FieldValue[]): number[] {
  return values.filter((value) => typeof value === 'number');
}

/** Not `Math.min(...numbers)`: that many arguments do not fit a call. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Infinity);
}

function greatest(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), -Infinity);
}
