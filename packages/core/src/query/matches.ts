import type { FieldValue } from './fields/field.ts';
import { findField } from './fields/view-fields.ts';
import type { Comparison, Filter, Search } from './filter.ts';
import { DEFAULT_SEARCH_PARTS } from './filter.ts';
import { searchTexts } from './search-texts.ts';
import type { View, ViewItems, ViewRecord } from './view-record.ts';

/**
 * Whether a record meets a filter that {@link checkFilter} let pass. This is the definition: every store's answers
 * are compared with it.
 */
export function matches<V extends View>(view: V, record: ViewRecord<ViewItems[V]>, filter: Filter): boolean {
  if ('and' in filter) return filter.and.every((part) => matches(view, record, part));
  if ('or' in filter) return filter.or.some((part) => matches(view, record, part));
  if ('not' in filter) return !matches(view, record, filter.not);
  if ('search' in filter) return meetsSearch(view, record, filter);
  return meetsComparison(findField(view, filter.field)?.read(record) ?? null, filter);
}

function meetsSearch<V extends View>(
  view: V,
  record: ViewRecord<ViewItems[V]>,
  { search, in: parts = DEFAULT_SEARCH_PARTS }: Search,
): boolean {
  const wanted = search.toLowerCase();
  if (wanted === '') return true;
  return parts.some((part) =>
    searchTexts(view, record, part).some((text) => text.toLowerCase().includes(wanted)),
  );
}

/** Whether a field's value meets a comparison. */
export function meetsComparison(value: FieldValue, comparison: Comparison): boolean {
  switch (comparison.op) {
    case 'is-null':
      return isMissing(value);
    case 'is-not-null':
      return !isMissing(value);
    case '=':
      return listOf(value).includes(comparison.value);
    case '!=':
      return !listOf(value).includes(comparison.value);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareOrdered(value, comparison.op, comparison.value);
    case 'contains':
      return someText(value, comparison.value, (item, part) => item.includes(part));
    case 'not-contains':
      return !someText(value, comparison.value, (item, part) => item.includes(part));
    case 'starts-with':
      return someText(value, comparison.value, (item, part) => item.startsWith(part));
    case 'ends-with':
      return someText(value, comparison.value, (item, part) => item.endsWith(part));
    case 'any-of':
      return comparison.value.some((item) => listOf(value).includes(item));
    case 'all-of':
      return comparison.value.every((item) => listOf(value).includes(item));
    case 'none-of':
      break;
  }
  return !comparison.value.some((item) => listOf(value).includes(item));
}

function isMissing(value: FieldValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** A field's values: none, one, or those of its list. */
export function listOf(value: FieldValue): readonly (string | number | boolean)[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [value as string];
}

/** Whether some text of the value has the wanted part, whatever their case. */
function someText(value: FieldValue, part: string, has: (item: string, part: string) => boolean): boolean {
  const wanted = part.toLowerCase();
  return listOf(value).some((item) => has(String(item).toLowerCase(), wanted));
}

/** Numbers with numbers, texts with texts by code unit; anything else is false. */
function compareOrdered(value: FieldValue, op: '<' | '<=' | '>' | '>=', bound: number | string): boolean {
  if (typeof value !== typeof bound || (typeof value !== 'number' && typeof value !== 'string')) return false;
  if (op === '<') return value < bound;
  if (op === '<=') return value <= bound;
  return op === '>' ? value > bound : value >= bound;
}
