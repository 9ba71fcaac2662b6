import type { Filter } from '../query/filter.ts';
import type { RecordQuery } from '../query/page.ts';

/** The records that meet both queries. */
export function narrowQuery(one: RecordQuery, other: RecordQuery): RecordQuery {
  const filter = allOf([one.filter, other.filter]);
  const traces = allOf([one.traces, other.traces]);
  return { ...(filter && { filter }), ...(traces && { traces }) };
}

/** One filter that says all of them; `undefined` where none says anything. */
export function allOf(filters: readonly (Filter | undefined)[]): Filter | undefined {
  const parts = filters.filter((filter) => filter !== undefined).filter((filter) => !saysNothing(filter));
  return parts.length > 1 ? { and: parts } : parts[0];
}

function saysNothing(filter: Filter): boolean {
  return 'and' in filter && filter.and.length === 0;
}
