import { DEFAULT_SEARCH_PARTS, StoreError } from '@oriel/core';
import type { AggregateQuery, Comparison, FacetQuery, Filter, PageQuery, RecordQuery } from '@oriel/core';

/** Fields that hold what is masked: nothing can be asked of them, or the answers would tell what they hold. */
const HIDDEN = ['input', 'output', 'metadataKeys', 'statusMessage', 'comment'];

function isHidden(field: string): boolean {
  return HIDDEN.includes(field) || field.startsWith('metadata.');
}

/** Values of scores: numbers and categories may be asked for, parts of texts may not. */
export function isScoreValue(field: string): boolean {
  return field === 'value' || field.startsWith('scores.');
}

/** A question of somebody for whom payloads, metadata and remarks have no texts. @throws StoreError `forbidden` */
export function maskedQuery<Query extends RecordQuery>(query: Query): Query {
  return {
    ...query,
    ...(query.filter && { filter: maskedFilter(query.filter) }),
    ...(query.traces && { traces: maskedFilter(query.traces) }),
  };
}

/** @throws StoreError `forbidden` - an order by what is masked. */
export function maskedPageQuery(query: PageQuery): PageQuery {
  if (query.order && (isHidden(query.order.field) || isScoreValue(query.order.field))) {
    throw refuse(query.order.field);
  }
  return maskedQuery(query);
}

/** @throws StoreError `forbidden` - measures or groups of what is masked. */
export function maskedAggregateQuery(query: AggregateQuery): AggregateQuery {
  for (const field of query.dimensions ?? []) if (isHidden(field) || isScoreValue(field)) throw refuse(field);
  for (const measure of query.measures) {
    if ('field' in measure && isHidden(measure.field)) throw refuse(measure.field);
  }
  return maskedQuery(query);
}

/** @throws StoreError `forbidden` - values of what is masked. */
export function maskedFacetQuery(query: FacetQuery): FacetQuery {
  for (const field of query.fields) if (isHidden(field)) throw refuse(field);
  return maskedQuery(query);
}

function maskedFilter(filter: Filter): Filter {
  if ('and' in filter) return { and: filter.and.map(maskedFilter) };
  if ('or' in filter) return { or: filter.or.map(maskedFilter) };
  if ('not' in filter) return { not: maskedFilter(filter.not) };
  if ('search' in filter) {
    const parts = filter.in ?? DEFAULT_SEARCH_PARTS;
    return { search: filter.search, in: parts.filter((part) => part === 'names' || part === 'ids') };
  }
  if (isHidden(filter.field) || (isScoreValue(filter.field) && asksForParts(filter))) {
    throw refuse(filter.field);
  }
  return filter;
}

const PARTS_OF_TEXT: readonly Comparison['op'][] = ['contains', 'not-contains', 'starts-with', 'ends-with'];
const ORDERED: readonly Comparison['op'][] = ['<', '<=', '>', '>='];

/** With these, a text can be found out letter by letter. */
function asksForParts(comparison: Comparison): boolean {
  if (PARTS_OF_TEXT.includes(comparison.op)) return true;
  return ORDERED.includes(comparison.op) && 'value' in comparison && typeof comparison.value === 'string';
}

function refuse(field: string): StoreError {
  return new StoreError(
    'forbidden',
    `These credentials read masked payloads, so nothing can be asked of \`${field}\`. Ask of names, ids, times, counts and costs.`,
  );
}
