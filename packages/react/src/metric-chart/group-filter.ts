import { narrowQuery } from '@oriel/core';
import type { Filter, GroupValue, Metric } from '@oriel/core';

/** The condition that the records of a group meet, among those that the metric is about. */
export function groupFilter(
  { dimensions = [], filter }: Pick<Metric, 'dimensions' | 'filter'>,
  group: readonly GroupValue[],
): Filter {
  const parts = dimensions.slice(0, group.length).map((field, index): Filter => {
    const value = group[index] ?? null;
    if (value === null) return { field, op: 'is-null' };
    // A record with a list, such as tags, is in the group of each of its values.
    return { field, op: 'any-of', value: [value] };
  });
  // Whoever has this value has one.
  const isSaid =
    filter !== undefined &&
    'op' in filter &&
    filter.op === 'is-not-null' &&
    group[dimensions.indexOf(filter.field)] != null;
  const [only] = parts;
  const own = parts.length === 1 && only ? only : { and: parts };
  return narrowQuery(isSaid || !filter ? {} : { filter }, { filter: own }).filter ?? { and: [] };
}
