import { compareScalars } from '../compare-scalars.ts';
import type { GroupOrder, GroupValue, Measure, MeasureValue } from './aggregate-query.ts';

interface Group {
  readonly group: readonly GroupValue[];
  /** Over all of its time. */
  readonly values: readonly MeasureValue[];
}

/** Which group comes first. Total: no two groups have the same values. */
export function compareGroups(
  measures: readonly Measure[],
  order: GroupOrder | undefined = defaultOrder(measures),
): (a: Group, b: Group) => number {
  const sign = order.direction === 'asc' ? 1 : -1;
  if (order.by === 'group') return (a, b) => compareValues(a.group, b.group, sign);
  return (a, b) =>
    compareNullable(number(a, order.measure), number(b, order.measure), sign) ||
    compareValues(a.group, b.group, 1);
}

/** The largest by the first measure that can be compared; by their values where there is none. */
function defaultOrder(measures: readonly Measure[]): GroupOrder {
  const measure = measures.findIndex(({ aggregate }) => aggregate !== 'histogram');
  return measure < 0 ? { by: 'group', direction: 'asc' } : { by: 'measure', measure, direction: 'desc' };
}

function number({ values }: Group, measure: number): number | null {
  const value = values[measure];
  return typeof value === 'number' ? value : null;
}

function compareValues(a: readonly GroupValue[], b: readonly GroupValue[], sign: number): number {
  for (const [index, value] of a.entries()) {
    const difference = compareNullable(value, b[index] ?? null, sign);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** `null` last in either direction. */
function compareNullable(a: GroupValue, b: GroupValue, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return sign * compareScalars(a, b);
}
