import { findField } from '../fields/view-fields.ts';
import { DEFAULT_SEARCH_PARTS } from '../filter.ts';
import type { Comparison, Filter, Search } from '../filter.ts';
import type { View } from '../view-record.ts';
import { printFieldValue, printText } from './field-value-text.ts';
import { quoted } from './text-reader.ts';

/**
 * A filter as {@link parseFilterText} reads it: that gives a filter that the same records meet, and it prints as the
 * same text again. `null` when the text has no words for it: an unknown field, or a value that its field never has
 * (a number for a name), as filters made by programs may say.
 */
export function printFilterText(filter: Filter, view: View): string | null {
  try {
    return printEither(filter, view);
  } catch (error) {
    if (error === NO_WORDS) return null;
    throw error;
  }
}

const NO_WORDS = new Error('The text grammar has no words for this filter.');

/** At the top and in parentheses. */
function printEither(filter: Filter, view: View): string {
  const simple = unwrap(filter);
  if (!('or' in simple)) return printAll(simple, view);
  if (simple.or.length === 0) return '-()';
  return simple.or.map((part) => (isEmpty(part) ? '()' : printAll(part, view))).join(' OR ');
}

/** Between ORs. */
function printAll(filter: Filter, view: View): string {
  const simple = unwrap(filter);
  if (!('and' in simple)) return printOne(simple, view);
  return simple.and.map((part) => printOne(part, view)).join(' ');
}

/** Between spaces. */
function printOne(filter: Filter, view: View): string {
  const simple = unwrap(filter);
  if ('and' in simple) return `(${printEither(simple, view)})`;
  if ('or' in simple) return simple.or.length === 0 ? '-()' : `(${printEither(simple, view)})`;
  if ('not' in simple) return printNot(simple.not, view);
  return 'search' in simple ? printSearch(simple) : printComparison(simple, view);
}

function printNot(filter: Filter, view: View): string {
  const text = printOne(filter, view);
  return text.startsWith('-') ? `-(${text})` : `-${text}`;
}

/** A group of one is that one, and every value of an empty list is there. */
function unwrap(filter: Filter): Filter {
  if ('op' in filter && filter.op === 'all-of' && filter.value.length === 0) return { and: [] };
  const parts = 'and' in filter ? filter.and : 'or' in filter ? filter.or : [];
  const [only] = parts;
  return parts.length === 1 && only ? unwrap(only) : filter;
}

function isEmpty(filter: Filter): boolean {
  const simple = unwrap(filter);
  return 'and' in simple && simple.and.length === 0;
}

/** Always in quotes: words side by side would become one phrase. */
function printSearch({ search, in: parts = DEFAULT_SEARCH_PARTS }: Search): string {
  if (parts.length === 0) throw NO_WORDS;
  const isDefault =
    parts.length === DEFAULT_SEARCH_PARTS.length &&
    DEFAULT_SEARCH_PARTS.every((part) => parts.includes(part));
  return isDefault ? quoted(search) : `${[...new Set(parts)].join('+')}:${quoted(search)}`;
}

function printComparison(comparison: Comparison, view: View): string {
  const type = findField(view, comparison.field)?.type;
  if (type === undefined) throw NO_WORDS;
  const key = printKey(comparison.field);
  const print = (value: string | number | boolean): string => {
    const text = printFieldValue(type, value);
    if (text === null) throw NO_WORDS;
    return text;
  };
  switch (comparison.op) {
    case 'is-not-null':
      return `has:${key}`;
    case 'is-null':
      return `-has:${key}`;
    case '=':
      return `${key}:${print(comparison.value)}`;
    case '!=':
      return `-${key}:${print(comparison.value)}`;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return `${key}:${comparison.op}${print(comparison.value)}`;
    case 'contains':
      return `${key}:*${printPart(comparison.value)}*`;
    case 'not-contains':
      return `-${key}:*${printPart(comparison.value)}*`;
    case 'starts-with':
      return `${key}:${printPart(comparison.value)}*`;
    case 'ends-with':
      return `${key}:*${printPart(comparison.value)}`;
    case 'any-of':
      return `${key}:(${comparison.value.map(print).join(' OR ')})`;
    case 'none-of':
      return `-${key}:(${comparison.value.map(print).join(' OR ')})`;
    case 'all-of':
      break;
  }
  // All of one is any of one, and all of none was unwrapped.
  return `${key}:(${comparison.value.map(print).join(' AND ')})`;
}

/** The text between stars. */
function printPart(text: string): string {
  return printText(text);
}

function printKey(name: string): string {
  return /^[\w.]+$/u.test(name) ? name : name.split('.').map(printSegment).join('.');
}

function printSegment(segment: string): string {
  return /^\w+$/u.test(segment) ? segment : quoted(segment);
}
