import type { AggregateQuery, Filter } from '@oriel/core';

/** As many groups as a store answers with: a few for each row in sight. */
export const MOST_GROUPS = 1000;

/** What is asked of scores: how many, and what they come to. */
export const SCORED = {
  view: 'scores',
  measures: [{ aggregate: 'count' }, { aggregate: 'sum', field: 'value' }],
} as const satisfies Pick<AggregateQuery, 'view' | 'measures'>;

export function oneOf(field: string, values: readonly string[]): Filter {
  return { field, op: 'any-of', value: values };
}

export function bothOf(one: Filter, other: Filter | undefined): Filter {
  return other ? { and: [one, other] } : one;
}
