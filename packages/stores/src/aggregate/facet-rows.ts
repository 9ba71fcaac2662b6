import { compareScalars, DEFAULT_FACET_VALUES, findField, hasRange } from '@oriel/core';
import type { Facet, FacetQuery, FacetValue, View } from '@oriel/core';
import type { Rows } from '../views/view-column.ts';
import type { ViewRows } from '../views/view-rows.ts';
import { encodeField } from './encode-field.ts';
import { fieldReader } from './field-reader.ts';
import { sizesOf } from './group-rows.ts';

/**
 * The answer to a query that core's `checkFacets` let pass: core's `answerFacets`, over columns.
 *
 * @param rows - those of the view that meet the query's filter.
 * @throws PatchesNeeded
 */
export function facetRows<V extends View>(
  view: ViewRows<V>,
  rows: Rows,
  query: FacetQuery,
): readonly Facet[] {
  const { fields, limit = DEFAULT_FACET_VALUES } = query;
  return fields.map((field) => {
    const type = findField(view.view, field)?.type;
    return type && hasRange(type) ? rangeFacet(view, rows, field) : valuesFacet(view, rows, field, limit);
  });
}

function rangeFacet<V extends View>(view: ViewRows<V>, rows: Rows, field: string): Facet {
  const numbers = fieldReader(view, rows).numbers(field);
  let min = Infinity;
  let max = -Infinity;
  let missingCount = 0;
  for (const value of numbers) {
    if (Number.isNaN(value)) missingCount += 1;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const isAny = missingCount < numbers.length;
  return {
    field,
    values: [],
    valueCount: 0,
    missingCount,
    min: isAny ? min : null,
    max: isAny ? max : null,
  };
}

function valuesFacet<V extends View>(view: ViewRows<V>, rows: Rows, field: string, limit: number): Facet {
  const { codes, size, members, valueCount, valueAt } = encodeField(view, rows, field);
  const byCode = sizesOf(codes, size);
  const counts = Array.from({ length: valueCount }, () => 0);
  let missingCount = 0;
  for (const [code, count] of byCode.entries()) {
    const list = members === null ? [code] : (members[code] ?? []);
    if (list.length === 0) missingCount += count;
    for (const value of list) counts[value] = (counts[value] ?? 0) + count;
  }
  const met: FacetValue[] = [];
  for (const [place, count] of counts.entries()) {
    if (count === 0) continue;
    const value = valueAt(place);
    if (value === null) missingCount += count;
    else met.push({ value, count });
  }
  const found = met.toSorted((a, b) => b.count - a.count || compareScalars(a.value, b.value));
  const numbers = found.map(({ value }) => value).filter((value) => typeof value === 'number');
  return {
    field,
    values: found.slice(0, limit),
    valueCount: found.length,
    missingCount,
    min: numbers.length === 0 ? null : numbers.reduce((a, b) => Math.min(a, b)),
    max: numbers.length === 0 ? null : numbers.reduce((a, b) => Math.max(a, b)),
  };
}
