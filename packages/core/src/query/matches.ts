import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import type { Score } from '../model/score.ts';
import { StoreError } from '../store/store-error.ts';
import type { FieldReader, FieldValue } from './fields.ts';
import type { Comparison, Filter } from './filter.ts';
import type { ViewRecord } from './view-record.ts';

/**
 * Whether a record meets a filter. This is the definition: every store's answers are compared with it.
 *
 * @throws `bad-query` - an unknown field or operator, or a value that does not fit the operator.
 */
export function matches<Item>(
  fields: Readonly<Record<string, FieldReader<Item>>>,
  record: ViewRecord<Item>,
  filter: Filter,
): boolean {
  if ('and' in filter) return filter.and.every((part) => matches(fields, record, part));
  if ('or' in filter) return filter.or.some((part) => matches(fields, record, part));
  if ('not' in filter) return !matches(fields, record, filter.not);
  return compare(readField(fields, record, filter.field), filter);
}

/**
 * Checks a filter without data, so that a mistake shows on an empty store too.
 *
 * @throws `bad-query`
 */
export function checkFilter(fields: Readonly<Record<string, unknown>>, filter: Filter): void {
  checkShape(filter);
  if ('and' in filter) return filter.and.forEach((part) => checkFilter(fields, part));
  if ('or' in filter) return filter.or.forEach((part) => checkFilter(fields, part));
  if ('not' in filter) return checkFilter(fields, filter.not);
  checkField(fields, filter.field);
  compare(null, filter);
}

/** Filters cross wires, so their type may be a claim. */
function checkShape(filter: unknown): void {
  const isObject = typeof filter === 'object' && filter !== null;
  const parts = isObject && ('and' in filter ? filter.and : 'or' in filter ? filter.or : []);
  if (
    isObject &&
    Array.isArray(parts) &&
    ('and' in filter || 'or' in filter || 'not' in filter || 'field' in filter)
  )
    return;
  throw new StoreError(
    'bad-query',
    `${JSON.stringify(filter)} is no filter. It takes { field, op, value }, or parts in { and: [] }, { or: [] } or { not: … }.`,
  );
}

function checkField(fields: Readonly<Record<string, unknown>>, field: string): void {
  if (Object.hasOwn(fields, field) || /^(?:metadata|scores)\../s.test(field)) return;
  const known = [...Object.keys(fields), 'metadata.<path>', 'scores.<name>'].join(', ');
  throw new StoreError('bad-query', `There is no field "${field}" to filter by. Use one of: ${known}.`);
}

function readField<Item>(
  fields: Readonly<Record<string, FieldReader<Item>>>,
  { item, metadata, scores }: ViewRecord<Item>,
  field: string,
): FieldValue {
  const read = Object.hasOwn(fields, field) ? fields[field] : undefined;
  if (read) return read(item);
  if (field.startsWith('scores.')) return scoreValues(scores, field.slice('scores.'.length));
  return metadataValue(metadata, field.slice('metadata.'.length).split('.'));
}

/** Of several scores with one name, the newest. */
function scoreValues(scores: readonly Score[], name: string): FieldValue {
  return scores.findLast((score) => score.name === name)?.value ?? null;
}

function metadataValue(metadata: JsonValue | undefined, path: readonly string[]): FieldValue {
  const [key, ...rest] = path;
  if (key !== undefined) {
    if (!isJsonObject(metadata)) return null;
    // A key may hold dots itself: the whole rest of the path is tried before its first part.
    const whole = path.join('.');
    if (Object.hasOwn(metadata, whole)) return metadataValue(metadata[whole], []);
    return Object.hasOwn(metadata, key) ? metadataValue(metadata[key], rest) : null;
  }
  if (Array.isArray(metadata)) return (metadata as readonly JsonValue[]).map(text);
  return isJsonObject(metadata) ? JSON.stringify(metadata) : ((metadata ?? null) as FieldValue);
}

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compare(value: FieldValue, comparison: Comparison): boolean {
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
      return someText(value, comparison, (item, part) => item.includes(part));
    case 'not-contains':
      return !someText(value, comparison, (item, part) => item.includes(part));
    case 'starts-with':
      return someText(value, comparison, (item, part) => item.startsWith(part));
    case 'ends-with':
      return someText(value, comparison, (item, part) => item.endsWith(part));
    case 'any-of':
      return values(comparison).some((item) => listOf(value).includes(item));
    case 'all-of':
      return values(comparison).every((item) => listOf(value).includes(item));
    case 'none-of':
      return !values(comparison).some((item) => listOf(value).includes(item));
    default:
      throw new StoreError(
        'bad-query',
        `"${(comparison as Comparison).op}" is no filter operator. Use one of the operators of the Filter type.`,
      );
  }
}

function isMissing(value: FieldValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function listOf(value: FieldValue): readonly (string | number | boolean)[] {
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [value as string];
}

/** Whether some text of the value has the wanted part, whatever their case. */
function someText(
  value: FieldValue,
  { op, value: part }: Comparison & { readonly value: string },
  has: (item: string, part: string) => boolean,
): boolean {
  if (typeof part !== 'string') {
    throw new StoreError('bad-query', `"${op}" compares text, so its value has to be a string.`);
  }
  const wanted = part.toLowerCase();
  return listOf(value).some((item) => has(String(item).toLowerCase(), wanted));
}

function values({ op, value }: Comparison & { readonly value: readonly (string | number | boolean)[] }) {
  if (Array.isArray(value)) return value as readonly (string | number | boolean)[];
  throw new StoreError('bad-query', `"${op}" takes a list of values, as in ["a", "b"].`);
}

/** Numbers with numbers, texts with texts by code unit; anything else is false. */
function compareOrdered(value: FieldValue, op: '<' | '<=' | '>' | '>=', bound: number | string): boolean {
  if (typeof value !== typeof bound || (typeof value !== 'number' && typeof value !== 'string')) return false;
  if (op === '<') return value < bound;
  if (op === '<=') return value <= bound;
  return op === '>' ? value > bound : value >= bound;
}
