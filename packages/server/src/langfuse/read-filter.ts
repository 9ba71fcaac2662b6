import type { Comparison, Filter } from '@oriel/core';
import { Refusal } from '../http/refusal.ts';
import type { Column } from './columns.ts';

/** A condition as Langfuse's API takes it. All members but the type may be anything. */
interface Condition {
  readonly type: unknown;
  readonly column: unknown;
  readonly operator: unknown;
  readonly value: unknown;
  readonly key: unknown;
}

const TEXT_OPERATORS: Readonly<
  Record<string, Extract<Comparison['op'], 'contains' | 'not-contains' | 'starts-with' | 'ends-with'>>
> = {
  contains: 'contains',
  matches: 'contains',
  'does not contain': 'not-contains',
  'starts with': 'starts-with',
  'ends with': 'ends-with',
};

const LIST_OPERATORS: Readonly<Record<string, Extract<Comparison['op'], 'any-of' | 'none-of' | 'all-of'>>> = {
  'any of': 'any-of',
  'none of': 'none-of',
  'all of': 'all-of',
};

const ORDER_OPERATORS: readonly string[] = ['>', '<', '>=', '<='];

/**
 * The `filter` of Langfuse's lists and metrics (reference 2.7) as a filter of a view: conditions that all hold.
 *
 * @throws Refusal 400 - no list of conditions, or one that cannot be asked.
 */
export function readFilter(value: unknown, columns: ReadonlyMap<string, Column>): Filter {
  if (!Array.isArray(value)) throw bad('is no list of conditions');
  return { and: value.map((condition) => readCondition(condition, columns)) };
}

function readCondition(value: unknown, columns: ReadonlyMap<string, Column>): Filter {
  if (typeof value !== 'object' || value === null) throw bad('has a condition that is no object');
  const condition = value as Condition;
  const column = columns.get(String(condition.column));
  if (!column) {
    throw bad(
      `names the column ${quote(condition.column)}, which is not one of ${[...columns.keys()].join(', ')}`,
    );
  }
  return filterOf(fieldOf(column, condition), condition, column.scale ?? 1);
}

function fieldOf({ field, isKeyed = false }: Column, { key, column }: Condition): string {
  if (!isKeyed) return field;
  if (typeof key === 'string' && key !== '') return `${field}${key}`;
  throw bad(`asks for ${quote(column)} without a \`key\``);
}

function filterOf(field: string, condition: Condition, scale: number): Filter {
  const { type, operator, value } = condition;
  switch (type) {
    case 'null':
      return { field, op: operator === 'is not null' ? 'is-not-null' : 'is-null' };
    case 'datetime':
      return { field, op: orderOf(condition), value: timeOf(condition) };
    case 'number':
    case 'numberObject': {
      const number = Number(value);
      if (!Number.isFinite(number)) throw bad(`compares with ${quote(value)}, which is no number`);
      return operator === '='
        ? { field, op: '=', value: number * scale }
        : { field, op: orderOf(condition), value: number * scale };
    }
    case 'boolean':
    case 'booleanObject':
      return booleanFilter(field, condition);
    case 'stringOptions':
    case 'categoryOptions':
    case 'arrayOptions':
      return listFilter(field, condition);
    case 'string':
    case 'stringObject':
      return textFilter(field, condition);
    default:
      throw bad(`has a condition of the type ${quote(type)}, which there is not`);
  }
}

function textFilter(field: string, { operator, value }: Condition): Filter {
  const text = String(value);
  const op = memberOf(TEXT_OPERATORS, operator);
  if (op !== undefined) return { field, op, value: text };
  if (operator !== '=') throw bad(`has no operator ${quote(operator)} for texts`);
  const number = Number(text);
  // Metadata keeps the types of its values; this API knows them as texts alone.
  const isNumber = field.startsWith('metadata.') && text.trim() !== '' && Number.isFinite(number);
  const isText: Filter = { field, op: '=', value: text };
  return isNumber ? { or: [isText, { field, op: '=', value: number }] } : isText;
}

function listFilter(field: string, { operator, value }: Condition): Filter {
  const op = memberOf(LIST_OPERATORS, operator);
  if (op === undefined) throw bad(`has no operator ${quote(operator)} for lists`);
  if (!Array.isArray(value)) throw bad(`compares a list with ${quote(value)}, which is none`);
  return { field, op, value: value.map(String) };
}

function booleanFilter(field: string, { operator, value }: Condition): Filter {
  const isTrue = value === true || value === 'true';
  // Scores keep a boolean as 0 or 1.
  const wanted = field.startsWith('scores.') ? Number(isTrue) : isTrue;
  return { field, op: operator === '<>' ? '!=' : '=', value: wanted };
}

function orderOf({ operator }: Condition): '>' | '<' | '>=' | '<=' {
  if (ORDER_OPERATORS.includes(String(operator))) return operator as '>' | '<' | '>=' | '<=';
  throw bad(`has no operator ${quote(operator)} for numbers and times`);
}

function timeOf({ value }: Condition): number {
  const time = typeof value === 'number' ? value : Date.parse(String(value));
  if (Number.isNaN(time)) throw bad(`compares with ${quote(value)}, which is no time`);
  return time;
}

/** Of a table's own members: what a client names must not reach what every object has. */
function memberOf<Value>(table: Readonly<Record<string, Value>>, name: unknown): Value | undefined {
  return typeof name === 'string' && Object.hasOwn(table, name) ? table[name] : undefined;
}

function quote(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing';
}

function bad(what: string): Refusal {
  return new Refusal(
    400,
    `The filter ${what}, so nothing was looked for. Send a list of {type, column, operator, value, key?}.`,
  );
}
