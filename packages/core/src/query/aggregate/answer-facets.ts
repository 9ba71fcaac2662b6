import { StoreError } from '../../store/store-error.ts';
import { compareScalars } from '../compare-scalars.ts';
import type { FieldType } from '../fields/field.ts';
import { requireField } from '../fields/view-fields.ts';
import { listOf, matches } from '../matches.ts';
import type { StoreContents } from '../store-contents.ts';
import { viewRecords } from '../view-records.ts';
import { checkCount, checkDimension, checkFilters, checkView } from './check-aggregate.ts';
import { DEFAULT_FACET_VALUES, MAX_FACET_VALUES, MAX_FACETS } from './facet-query.ts';
import type { Facet, FacetQuery } from './facet-query.ts';

/**
 * The reference evaluator of facets, one for each field asked for, in that order. It is the definition; a store may be
 * faster, never different.
 *
 * @throws `bad-query`
 */
export function answerFacets(contents: StoreContents, query: FacetQuery): readonly Facet[] {
  checkFacets(query);
  return answerChecked(contents, query);
}

/** @throws `bad-query` */
export function checkFacets(query: FacetQuery): void {
  const { view, fields, limit = DEFAULT_FACET_VALUES } = query;
  checkView(view);
  checkFilters(view, query);
  checkCount('limit', limit, MAX_FACET_VALUES);
  if (!Array.isArray(fields) || fields.length === 0 || fields.length > MAX_FACETS) {
    throw new StoreError('bad-query', `It takes a list of 1 to ${MAX_FACETS} fields.`);
  }
  for (const name of query.fields) checkDimension(view, name);
  if (new Set(query.fields).size === fields.length) return;
  throw new StoreError('bad-query', 'A field is named twice. Name each field once.');
}

/** Fields of which only the ends are of interest: hardly two records share a value. */
export function hasRange(type: FieldType): boolean {
  return type === 'number' || type === 'duration' || type === 'time';
}

function answerChecked(
  contents: StoreContents,
  { view, filter, traces, fields, limit = DEFAULT_FACET_VALUES }: FacetQuery,
): Facet[] {
  const records = viewRecords(view, contents, traces).filter(
    (record) => filter === undefined || matches(view, record, filter),
  );
  return fields.map((name) => {
    const field = requireField(view, name);
    const lists = records.map((record) => [...new Set(listOf(field.read(record)))]);
    const numbers = lists.flat().filter((value) => typeof value === 'number');
    const values = hasRange(field.type) ? [] : countValues(lists.flat());
    return {
      field: name,
      values: values.slice(0, limit),
      valueCount: values.length,
      missingCount: lists.filter((list) => list.length === 0).length,
      min: numbers.length === 0 ? null : numbers.reduce((a, b) => Math.min(a, b)),
      max: numbers.length === 0 ? null : numbers.reduce((a, b) => Math.max(a, b)),
    };
  });
}

function countValues<Value extends string | number | boolean>(values: readonly Value[]) {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Array.from(counts, ([value, count]) => ({ value, count })).toSorted(
    (a, b) => b.count - a.count || compareScalars(a.value, b.value),
  );
}
