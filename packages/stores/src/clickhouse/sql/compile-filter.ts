import { DEFAULT_SEARCH_PARTS } from '@oriel/core';
import type { Comparison, Filter, Search } from '@oriel/core';
import { tagScalar } from '../records/metadata-paths.ts';
import { numberText, unitOrder } from './expressions.ts';
import { isListSql, isMissing, taggedValues } from './field-sql.ts';
import type { FieldSql } from './field-sql.ts';
import type { Parameters } from './parameters.ts';
import type { ViewScope } from './view-scope.ts';

type Scalar = string | number | boolean;

/** A filter that core's `checkFilter` let pass, as a condition that is 0 or 1 and never NULL. */
export function compileFilter(filter: Filter, scope: ViewScope, parameters: Parameters): string {
  if ('and' in filter) return joined(filter.and, 'AND', '1', scope, parameters);
  if ('or' in filter) return joined(filter.or, 'OR', '0', scope, parameters);
  if ('not' in filter) return `(NOT ${compileFilter(filter.not, scope, parameters)})`;
  if ('search' in filter) return compileSearch(filter, scope, parameters);
  return `(${compileComparison(scope.field(filter.field), filter, parameters)})`;
}

function joined(
  parts: readonly Filter[],
  operator: 'AND' | 'OR',
  ofNone: string,
  scope: ViewScope,
  parameters: Parameters,
): string {
  if (parts.length === 0) return ofNone;
  return `(${parts.map((part) => compileFilter(part, scope, parameters)).join(` ${operator} `)})`;
}

function compileSearch(
  { search, in: parts = DEFAULT_SEARCH_PARTS }: Search,
  scope: ViewScope,
  parameters: Parameters,
): string {
  const wanted = search.toLowerCase();
  if (wanted === '') return '1';
  const fields = parts.flatMap((part) => scope.searchTexts(part));
  if (fields.length === 0) return '0';
  const needle = parameters.text(wanted);
  return `(${fields.map((field) => someText(field, (item) => `position(${item}, ${needle}) > 0`)).join(' OR ')})`;
}

function compileComparison(field: FieldSql, comparison: Comparison, parameters: Parameters): string {
  switch (comparison.op) {
    case 'is-null':
      return isMissing(field);
    case 'is-not-null':
      return `NOT (${isMissing(field)})`;
    case '=':
      return includes(field, comparison.value, parameters);
    case '!=':
      return `NOT (${includes(field, comparison.value, parameters)})`;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return compareOrdered(field, comparison.op, comparison.value, parameters);
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      return compareText(field, comparison.op, parameters.text(comparison.value.toLowerCase()));
    case 'any-of':
      return includesSome(field, comparison.value, parameters);
    case 'none-of':
      return `NOT (${includesSome(field, comparison.value, parameters)})`;
    case 'all-of':
      break;
  }
  const each = comparison.value.map((value) => `(${includes(field, value, parameters)})`);
  return each.length === 0 ? '1' : each.join(' AND ');
}

function includesSome(field: FieldSql, values: readonly Scalar[], parameters: Parameters): string {
  if (values.length === 0) return '0';
  const words = values.filter((value) => typeof value === 'string');
  if (field.type === 'text')
    return words.length === 0 ? '0' : `ifNull(has(${parameters.texts(words)}, ${field.sql}), 0)`;
  return values.map((value) => `(${includes(field, value, parameters)})`).join(' OR ');
}

/** Whether one of the field's values is the value: of the same type, too. */
function includes({ type, sql }: FieldSql, value: Scalar, parameters: Parameters): string {
  switch (type) {
    case 'text':
      return typeof value === 'string' ? `ifNull(${sql} = ${parameters.text(value)}, 0)` : '0';
    case 'number':
      return typeof value === 'number' ? `ifNull(${sql} = ${parameters.number(value)}, 0)` : '0';
    case 'boolean':
      return typeof value === 'boolean' ? `${sql} = ${Number(value)}` : '0';
    case 'any': {
      const wanted = parameters.text(tagScalar(value));
      // The mark of a list is no value of it.
      return `has(${sql}, ${wanted})`;
    }
    case 'payload':
    case 'texts':
    default:
      return typeof value === 'string' ? `has(${sql}, ${parameters.text(value)})` : '0';
  }
}

/** Numbers with numbers, texts with texts by code unit; anything else is false. */
function compareOrdered(
  field: FieldSql,
  op: '<' | '<=' | '>' | '>=',
  bound: number | string,
  parameters: Parameters,
): string {
  const { type, sql } = field;
  if (typeof bound === 'number') {
    if (type === 'number') return `ifNull(${sql} ${op} ${parameters.number(bound)}, 0)`;
    if (type !== 'any') return '0';
    return `ifNull(toFloat64OrNull(${sql}[1]) ${op} ${parameters.number(bound)}, 0)`;
  }
  const limit = unitOrder(parameters.text(bound));
  if (type === 'text')
    return `ifNull(${unitOrder(`assumeNotNull(${sql})`)} ${op} ${limit} AND isNotNull(${sql}), 0)`;
  if (type !== 'any') return '0';
  return `startsWith(${sql}[1], '"') AND NOT ${isListSql(field)} AND ${unitOrder(`substring(${sql}[1], 2)`)} ${op} ${limit}`;
}

type TextOperator = 'contains' | 'not-contains' | 'starts-with' | 'ends-with';

function compareText(field: FieldSql, op: TextOperator, wanted: string): string {
  if (op === 'starts-with') return someText(field, (item) => `startsWith(${item}, ${wanted})`);
  if (op === 'ends-with') return someText(field, (item) => `endsWith(${item}, ${wanted})`);
  const contains = someText(field, (item) => `position(${item}, ${wanted}) > 0`);
  return op === 'contains' ? contains : `NOT (${contains})`;
}

/** Whether some text of the field's value, in small letters, meets a condition. */
function someText(field: FieldSql, meets: (item: string) => string): string {
  const { type, sql } = field;
  switch (type) {
    case 'text':
      return `(isNotNull(${sql}) AND ${meets(`lowerUTF8(ifNull(${sql}, ''))`)})`;
    case 'number':
      return `(isNotNull(${sql}) AND ${meets(`ifNull(${numberText(sql)}, '')`)})`;
    case 'boolean':
      return meets(`if(${sql} = 1, 'true', 'false')`);
    case 'any':
      return `arrayExists(x -> ${meets(`lowerUTF8(if(startsWith(x, '"'), substring(x, 2), x))`)}, ${taggedValues(field)})`;
    case 'payload':
    case 'texts':
    default:
      return `arrayExists(x -> ${meets('lowerUTF8(x)')}, ${sql})`;
  }
}
