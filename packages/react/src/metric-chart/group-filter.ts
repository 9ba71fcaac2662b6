import type { Filter, GroupValue } from '@oriel/core';

/** The condition that the records of a group meet. */
export function groupFilter(dimensions: readonly string[], group: readonly GroupValue[]): Filter {
  const parts = dimensions.map((field, index): Filter => {
    const value = group[index] ?? null;
    if (value === null) return { field, op: 'is-null' };
    // A record with a list, such as tags, is in the group of each of its values.
    return { field, op: 'any-of', value: [value] };
  });
  const [only] = parts;
  return parts.length === 1 && only ? only : { and: parts };
}
