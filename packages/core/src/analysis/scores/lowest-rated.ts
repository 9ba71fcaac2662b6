import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import { MAX_GROUPS } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { Order, RecordQuery } from '../../query/page.ts';

/** Scores that can be compared by size: a text is neither low nor high. */
const RATINGS: Filter = { field: 'dataType', op: 'any-of', value: ['NUMERIC', 'BOOLEAN'] };

/** A query of the scores view for the judgements by one score that are numbers or yes and no, the worst first. */
export function lowestRated(name: string): { readonly filter: Filter; readonly order: Order } {
  return {
    filter: { and: [{ field: 'name', op: '=', value: name }, RATINGS] },
    order: { field: 'value', direction: 'asc' },
  };
}

/** Asks which scores {@link lowestRated} can be asked for, the most frequent first. */
export function ratedNamesQuery({ filter, traces }: RecordQuery): AggregateQuery {
  return {
    view: 'scores',
    filter: filter ? { and: [filter, RATINGS] } : RATINGS,
    ...(traces && { traces }),
    measures: [{ aggregate: 'count' }],
    dimensions: ['name'],
    limit: MAX_GROUPS,
  };
}

/** The names in an answer to {@link ratedNamesQuery}. */
export function ratedNames({ rows }: AggregateAnswer): readonly string[] {
  return rows.flatMap(({ group: [name], isRest }) => (typeof name === 'string' && !isRest ? [name] : []));
}
