import { findField, VIEW_FIELDS } from '../fields/view-fields.ts';
import { SEARCH_PARTS } from '../filter.ts';
import type { Filter, SearchPart } from '../filter.ts';
import type { View } from '../view-record.ts';
import { findSimilar } from './find-similar.ts';
import { parseCondition } from './parse-condition.ts';
import type { TextReader } from './text-reader.ts';

/** Words that people say for fields. */
export const FIELD_ALIASES: Readonly<Record<string, string>> = {
  env: 'environment',
  user: 'userId',
  session: 'sessionId',
  trace: 'traceId',
  tag: 'tags',
  cost: 'totalCost',
  tokens: 'totalTokens',
};

/** Stands for what could not be read. */
const NOTHING: Filter = { and: [] };

/** One condition: `key:…`, words that are searched for, or a phrase in quotes. */
export function parseTerm(reader: TextReader, view: View): Filter {
  if (reader.isAt('"')) return parseQuotedPhrase(reader);
  return isKeyAhead(reader) ? parseKeyed(reader, view) : parsePhrase(reader);
}

function parseQuotedPhrase(reader: TextReader): Filter {
  const { text, start } = reader.takeQuoted();
  if (reader.isAt(':')) {
    reader.fail(
      start,
      'The name of a field is not in quotes; a part of it may be, as in scores."Rouge Score".',
      text,
    );
    reader.takeWord();
  }
  return { search: text };
}

/** A key with its colon. */
const KEY = /(?:[^\s()":]|"(?:[^"\\]|\\.)*")*:/uy;

function isKeyAhead({ text, position }: TextReader): boolean {
  KEY.lastIndex = position;
  return KEY.test(text);
}

function parseKeyed(reader: TextReader, view: View): Filter {
  const start = reader.position;
  const key = parseKey(reader);
  reader.take(':');
  if (key === 'has') return parseHas(reader, view);
  const parts = key.split('+');
  if (parts.every(isSearchPart)) return parseSearch(reader, parts);
  const name = fieldName(view, key);
  const field = findField(view, name);
  if (field) return parseCondition(reader, { name, type: field.type });
  failField(reader, view, key, start);
  return parseCondition(reader, { name, type: 'text' });
}

function isSearchPart(part: string): part is SearchPart {
  return SEARCH_PARTS.includes(part as SearchPart);
}

/** Parts of a key may be in quotes: `scores."Rouge Score"`. */
function parseKey(reader: TextReader): string {
  let key = '';
  while (!reader.isAtEnd && !reader.isAt(':') && !/[\s()]/u.test(reader.text.charAt(reader.position))) {
    key += reader.isAt('"') ? reader.takeQuoted().text : reader.takeWord(':').text;
  }
  return key;
}

function parseHas(reader: TextReader, view: View): Filter {
  const start = reader.position;
  const key = parseKey(reader);
  const name = fieldName(view, key);
  if (findField(view, name)) return { field: name, op: 'is-not-null' };
  if (key === '') reader.fail(start, '"has:" needs a field, as in has:endTime.');
  else failField(reader, view, key, start);
  return NOTHING;
}

function parseSearch(reader: TextReader, parts: readonly SearchPart[]): Filter {
  const start = reader.position;
  const { text, isQuoted } = reader.isAt('"') ? reader.takeQuoted() : reader.takeWord();
  if (text !== '' || isQuoted) return { search: text, in: parts };
  reader.fail(
    start,
    'There is nothing here to search for. Write it after the colon, in quotes if it has spaces.',
  );
  return NOTHING;
}

/** Words up to the next condition. */
function parsePhrase(reader: TextReader): Filter {
  const start = reader.position;
  let end = start;
  for (;;) {
    reader.takeWord();
    end = reader.position;
    reader.skipSpace();
    if (!isWordAhead(reader)) break;
  }
  reader.position = end;
  const words = reader.text.slice(start, end);
  if (/^(?:or|and|not)$/u.test(words)) {
    reader.fail(
      start,
      `Write ${words.toUpperCase()} in capitals to join conditions, or "${words}" in quotes to search for it.`,
      words.toUpperCase(),
    );
  }
  return { search: words.replaceAll(/\s+/gu, ' ') };
}

/** Whether a plain word comes next: no condition, group, quote, minus or joint. */
function isWordAhead(reader: TextReader): boolean {
  if (reader.isAtEnd || /[()"\-!]/u.test(reader.text.charAt(reader.position))) return false;
  if (reader.isAt('OR') || reader.isAt('AND') || reader.isAt('NOT')) return false;
  return !isKeyAhead(reader);
}

function fieldName(view: View, key: string): string {
  const meant = Object.hasOwn(FIELD_ALIASES, key) ? FIELD_ALIASES[key] : undefined;
  return meant !== undefined && !findField(view, key) && findField(view, meant) ? meant : key;
}

function failField(reader: TextReader, view: View, key: string, start: number): void {
  const similar = findSimilar(key, [...Object.keys(VIEW_FIELDS[view]), ...Object.keys(FIELD_ALIASES)]);
  const end = reader.position;
  const hasColon = reader.text.charAt(end - 1) === ':';
  reader.position = hasColon ? end - 1 : end;
  const hint = similar === null ? '' : ` Did you mean "${similar}"?`;
  reader.fail(
    start,
    `There is no field "${key}" of ${view}.${hint} To search for the text itself, put it in quotes.`,
    similar,
  );
  reader.position = end;
}
