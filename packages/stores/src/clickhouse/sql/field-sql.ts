import { LIST_MARK } from '../records/metadata-paths.ts';

/**
 * What a field is in SQL:
 *
 * - `text`: Nullable(String). `number` (times and durations too): Nullable, of any width. `boolean`: 0 or 1.
 * - `texts`: Array(String). `payload`: the same, of every text in an input or output.
 * - `any`: Array(String) of tagged values (`tagScalar`), empty for none, after a mark for a list.
 */
export interface FieldSql {
  readonly type: 'text' | 'number' | 'boolean' | 'texts' | 'payload' | 'any';
  readonly sql: string;
}

export const text = (sql: string): FieldSql => ({ type: 'text', sql });
export const number = (sql: string): FieldSql => ({ type: 'number', sql });
export const boolean = (sql: string): FieldSql => ({ type: 'boolean', sql });
export const texts = (sql: string): FieldSql => ({ type: 'texts', sql });
export const payload = (sql: string): FieldSql => ({ type: 'payload', sql });
export const any = (sql: string): FieldSql => ({ type: 'any', sql });

export const NO_TEXTS = "CAST([], 'Array(String)')";

/** True for the value of an `any` field that is a list. */
export function isListSql({ sql }: FieldSql): string {
  return `${sql}[1] = '${LIST_MARK}'`;
}

/** The tagged values of a field: none, one, or those of its list. */
export function taggedValues(field: FieldSql): string {
  const { type, sql } = field;
  switch (type) {
    case 'text':
      return `if(isNull(${sql}), ${NO_TEXTS}, [concat('"', assumeNotNull(${sql}))])`;
    case 'number':
      return `if(isNull(${sql}), ${NO_TEXTS}, [toString(assumeNotNull(${sql}))])`;
    case 'boolean':
      return `[if(${sql} = 1, 'true', 'false')]`;
    case 'any':
      return `arraySlice(${sql}, 1 + (${isListSql(field)}))`;
    case 'payload':
    case 'texts':
    default:
      return `arrayMap(x -> concat('"', x), ${sql})`;
  }
}

/** The number of a field's value; NULL where it is none. */
export function numberOf({ type, sql }: FieldSql): string {
  return type === 'any' ? `toFloat64OrNull(${sql}[1])` : sql;
}

export function isMissing(field: FieldSql): string {
  switch (field.type) {
    case 'text':
    case 'number':
      return `isNull(${field.sql})`;
    case 'boolean':
      return '0';
    case 'any':
      return `length(${field.sql}) <= (${isListSql(field)})`;
    case 'payload':
    case 'texts':
    default:
      return `empty(${field.sql})`;
  }
}
