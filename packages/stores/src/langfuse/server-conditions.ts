import type { Comparison, Filter, RecordQuery, View } from '@oriel/core';
import { anyOf, before, equals, since } from './server-condition.ts';
import type { ServerCondition } from './server-condition.ts';

/** Which column of a server's list a field is, where both mean the same. */
export interface PushedColumns {
  readonly texts?: Readonly<Record<string, string>>;
  readonly lists?: Readonly<Record<string, string>>;
  /** A record that is not before a time is not before it in that column either. */
  readonly since?: Readonly<Record<string, string>>;
  /** A record that is before a time is before it in that column, too. */
  readonly before?: Readonly<Record<string, string>>;
}

/** What both filters of a query may say to the server: that of the view, and that of the traces. */
export interface ViewColumns {
  readonly own: PushedColumns;
  readonly traces: PushedColumns;
}

/**
 * Conditions that every record which a query asks for meets: what the server can leave out by itself. They may let more
 * through, so the filter is still to be met. Whatever the server reads differently is not among them: names that we
 * derive, empty texts, text in another case, metadata of other types than text.
 */
export function serverConditions(
  view: View,
  { filter, traces }: RecordQuery,
  columns: Readonly<Record<View, ViewColumns>>,
): readonly ServerCondition[] {
  return [...conditionsOf(filter, columns[view].own), ...conditionsOf(traces, columns[view].traces)];
}

function conditionsOf(filter: Filter | undefined, columns: PushedColumns): ServerCondition[] {
  if (filter === undefined) return [];
  if ('and' in filter) return filter.and.flatMap((part) => conditionsOf(part, columns));
  return 'field' in filter ? conditionOf(filter, columns) : [];
}

function conditionOf(comparison: Comparison, columns: PushedColumns): ServerCondition[] {
  const { field, op } = comparison;
  const value: unknown = 'value' in comparison ? comparison.value : undefined;
  const columnOf = (names: Readonly<Record<string, string>> = {}) =>
    Object.hasOwn(names, field) ? names[field] : undefined;
  const text = columnOf(columns.texts);
  const list = columnOf(columns.lists);
  const from = columnOf(columns.since);
  const to = columnOf(columns.before);

  if (op === '=' || op === 'any-of') {
    const values = op === '=' ? [value] : value;
    if (!areTexts(values)) return [];
    if (text !== undefined) return [values.length === 1 ? equals(text, values[0]) : anyOf(text, values)];
    return list === undefined ? [] : [listCondition(list, 'any of', values)];
  }
  if (op === 'all-of') {
    return list !== undefined && areTexts(value) ? [listCondition(list, 'all of', value)] : [];
  }
  if (typeof value !== 'number') return [];
  if (from !== undefined && (op === '>' || op === '>=')) return [since(from, value)];
  return to !== undefined && (op === '<' || op === '<=') ? [before(to, value + 1)] : [];
}

/** Some, and none that the server would take for no text. */
function areTexts(values: unknown): values is readonly [string, ...string[]] {
  const isText = (item: unknown) => typeof item === 'string' && item !== '';
  return Array.isArray(values) && values.length > 0 && values.every(isText);
}

function listCondition(column: string, operator: string, value: readonly string[]): ServerCondition {
  return { type: 'arrayOptions', column, operator, value };
}
