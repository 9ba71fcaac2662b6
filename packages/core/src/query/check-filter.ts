import { StoreError } from '../store/store-error.ts';
import { requireField } from './fields/view-fields.ts';
import { SEARCH_PARTS } from './filter.ts';
import type { Comparison, Filter, Search, SearchPart } from './filter.ts';
import type { View } from './view-record.ts';

/**
 * Checks a filter without data, so that a mistake shows on an empty store too. Filters cross wires, so their type may
 * be a claim.
 *
 * @throws `bad-query` - no filter, an unknown field or operator, or a value that does not fit the operator.
 */
export function checkFilter(view: View, filter: Filter): void {
  checkPart(view, filter, MAX_FILTER_DEPTH);
}

/** Deeper than any filter that says something, and far from where a call stack ends. */
const MAX_FILTER_DEPTH = 500;

function checkPart(view: View, filter: Filter, depthLeft: number): void {
  checkShape(filter);
  if (depthLeft === 0) {
    throw bad(`A filter is at most ${MAX_FILTER_DEPTH} levels deep. Say it with fewer parts inside parts.`);
  }
  if ('and' in filter) return filter.and.forEach((part) => checkPart(view, part, depthLeft - 1));
  if ('or' in filter) return filter.or.forEach((part) => checkPart(view, part, depthLeft - 1));
  if ('not' in filter) return checkPart(view, filter.not, depthLeft - 1);
  if ('search' in filter) return checkSearch(filter);
  requireField(view, filter.field);
  checkValue(filter);
}

function checkShape(filter: unknown): void {
  const isObject = typeof filter === 'object' && filter !== null;
  const parts = isObject && ('and' in filter ? filter.and : 'or' in filter ? filter.or : []);
  const isKnown =
    isObject && ['and', 'or', 'not', 'search', 'field'].some((member) => Object.hasOwn(filter, member));
  if (isKnown && Array.isArray(parts)) return;
  throw bad(
    `${JSON.stringify(filter)} is no filter. It takes { field, op, value }, { search }, or parts in { and: [] }, { or: [] } or { not: … }.`,
  );
}

function checkSearch({ search, in: parts = [] }: Search): void {
  if (typeof search !== 'string') {
    throw bad(`A search looks for text, not for ${JSON.stringify(search)}. Give a string.`);
  }
  const isPart = (part: unknown): part is SearchPart => SEARCH_PARTS.includes(part as SearchPart);
  if (Array.isArray(parts) && (parts as readonly unknown[]).every(isPart)) return;
  throw bad(
    `A search cannot look in ${JSON.stringify(parts)}. List some of: ${SEARCH_PARTS.join(', ')}; or leave \`in\` out.`,
  );
}

function checkValue({ op, ...rest }: Comparison): void {
  const value: unknown = 'value' in rest ? rest.value : undefined;
  switch (op) {
    case 'is-null':
    case 'is-not-null':
      return;
    case '=':
    case '!=':
      if (!isScalar(value)) throw bad(`"${op}" compares with a string, a number or a boolean.`);
      return;
    case '<':
    case '<=':
    case '>':
    case '>=':
      if (typeof value !== 'string' && typeof value !== 'number') {
        throw bad(`"${op}" compares with a number or a string.`);
      }
      return;
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      if (typeof value !== 'string') throw bad(`"${op}" compares text, so its value has to be a string.`);
      return;
    case 'any-of':
    case 'all-of':
    case 'none-of':
      if (!Array.isArray(value) || !value.every(isScalar)) {
        throw bad(`"${op}" takes a list of values, as in ["a", "b"].`);
      }
      return;
    default:
      throw bad(`"${String(op)}" is no filter operator. Use one of the operators of the Filter type.`);
  }
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function bad(message: string): StoreError {
  return new StoreError('bad-query', message);
}
