import type { FieldType } from '../fields/field.ts';
import type { Filter } from '../filter.ts';
import { dateEnd, readFieldValue, VALUE_HINTS } from './field-value-text.ts';
import type { Piece, TextReader } from './text-reader.ts';

/** A field that a condition is about. */
export interface NamedField {
  readonly name: string;
  readonly type: FieldType;
}

const ORDER_OPS = ['>=', '<=', '>', '<'] as const;
const NOTHING: Filter = { and: [] };

/** What comes after the colon of `key:…`. */
export function parseCondition(reader: TextReader, field: NamedField): Filter {
  if (!reader.take('(')) return parseValue(reader, field);
  const start = reader.position - 1;
  const parts: Filter[] = [];
  let joint: 'OR' | 'AND' | null = null;
  for (;;) {
    reader.skipSpace();
    if (reader.take(')')) break;
    if (reader.isAtEnd) {
      reader.fail(start, 'This list is not closed. Put a ) at its end.', `${reader.text.slice(start)})`);
      break;
    }
    if (parts.length > 0) joint = parseJoint(reader, joint);
    reader.skipSpace();
    parts.push(parseListed(reader, field));
  }
  return joinValues(field, parts, joint ?? 'OR');
}

function parseListed(reader: TextReader, field: NamedField): Filter {
  while (reader.isAt('(')) {
    const start = reader.position;
    reader.position += 1;
    reader.fail(
      start,
      'A list holds values, no lists. Remove this parenthesis and the one that closes it.',
      '',
    );
    reader.skipSpace();
  }
  return parseValue(reader, field);
}

function parseJoint(reader: TextReader, before: 'OR' | 'AND' | null): 'OR' | 'AND' {
  const start = reader.position;
  const joint = reader.take('OR') ? 'OR' : reader.take('AND') ? 'AND' : null;
  if (joint === null) {
    const wanted = before ?? 'OR';
    const lower = reader.isAt('or') || reader.isAt('and');
    if (lower) reader.takeWord();
    reader.fail(
      start,
      'Values of a list stand with OR (any of them) or AND (all of them) in between, in capitals.',
      lower ? reader.text.slice(start, reader.position).toUpperCase() : `${wanted} `,
    );
    return wanted;
  }
  if (before !== null && joint !== before) {
    reader.fail(start, 'A list says either OR or AND. Use two conditions to say both.', before);
  }
  return before ?? joint;
}

/** `any-of` and `all-of` where only values are listed; conditions side by side where some are more. */
function joinValues({ name }: NamedField, parts: readonly Filter[], joint: 'OR' | 'AND'): Filter {
  const values = parts.map((part) => ('op' in part && part.op === '=' ? part.value : null));
  if (values.every((value) => value !== null)) {
    return { field: name, op: joint === 'OR' ? 'any-of' : 'all-of', value: values };
  }
  return joint === 'OR' ? { or: parts } : { and: parts };
}

/** `x`, `=x`, `>x`, `*x*`, `"x"` and what they make together. */
function parseValue(reader: TextReader, field: NamedField): Filter {
  const start = reader.position;
  for (const op of ORDER_OPS) {
    if (reader.take(op)) return parseBound(reader, field, op, start);
  }
  const isExact = reader.take('=');
  const isOpenBefore = !isExact && reader.take('*');
  const piece = reader.isAt('"') ? reader.takeQuoted() : reader.takeWord();
  const isStarred = !isExact && !piece.isQuoted && piece.text.endsWith('*');
  const isOpenAfter = isStarred || (!isExact && piece.isQuoted && reader.take('*'));
  const text = isStarred ? piece.text.slice(0, -1) : piece.text;

  if (isOpenBefore && !isOpenAfter && piece.text === '' && !piece.isQuoted) {
    return { field: field.name, op: 'is-not-null' };
  }
  if (isOpenBefore || isOpenAfter) {
    const op = isOpenBefore && isOpenAfter ? 'contains' : isOpenBefore ? 'ends-with' : 'starts-with';
    return { field: field.name, op, value: text };
  }
  if (text === '' && !piece.isQuoted) return failMissing(reader, field, start);
  return parseEqual(reader, field, piece);
}

function parseEqual(reader: TextReader, field: NamedField, { text, start, isQuoted }: Piece): Filter {
  const value = readFieldValue(field.type, text, isQuoted);
  if (value === null) return failValue(reader, field, start);
  const end = field.type === 'time' ? dateEnd(text, Number(value)) : null;
  if (end === null) return { field: field.name, op: '=', value };
  // Nothing happens at a day; things happen on it.
  return {
    and: [
      { field: field.name, op: '>=', value: Number(value) },
      { field: field.name, op: '<', value: end },
    ],
  };
}

function parseBound(
  reader: TextReader,
  field: NamedField,
  op: (typeof ORDER_OPS)[number],
  start: number,
): Filter {
  const { text, isQuoted } = reader.isAt('"') ? reader.takeQuoted() : reader.takeWord();
  if (text === '' && !isQuoted) return failMissing(reader, field, start);
  const value = readFieldValue(field.type, text, isQuoted);
  if (typeof value === 'string' || typeof value === 'number') return { field: field.name, op, value };
  if (value === null) return failValue(reader, field, start + op.length);
  reader.fail(start, `True and false have no order. Write ${field.name}:${text}.`, text);
  return NOTHING;
}

function failMissing(reader: TextReader, { name, type }: NamedField, start: number): Filter {
  reader.fail(
    start,
    `"${name}:" needs a value: ${VALUE_HINTS[type]}. To ask for any value, write has:${name}.`,
  );
  return NOTHING;
}

function failValue(reader: TextReader, { name, type }: NamedField, start: number): Filter {
  reader.fail(start, `"${name}" takes ${VALUE_HINTS[type]}.`);
  return NOTHING;
}
