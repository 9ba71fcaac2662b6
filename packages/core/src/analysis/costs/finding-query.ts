import { allOf } from '../../filters/narrow-query.ts';
import type { Measure } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { CostQueries } from './cost-grouping.ts';

export const COUNT: Measure = { aggregate: 'count' };

/** The part of a query that says which calls. */
export function ofCalls({ observations }: CostQueries, ...conditions: Filter[]) {
  return {
    view: 'observations',
    ...observations,
    filter: allOf([observations.filter, ...conditions]),
  } as const;
}

export function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
