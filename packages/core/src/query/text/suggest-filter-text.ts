import { findField, VIEW_FIELDS } from '../fields/view-fields.ts';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../../model/observation.ts';
import { SCORE_DATA_TYPES, SCORE_SOURCES } from '../../model/score.ts';
import type { View } from '../view-record.ts';
import { caretToken } from './caret-token.ts';
import { FIELD_ALIASES } from './parse-term.ts';

/** What may stand at the caret. */
export interface FilterTextSuggestions {
  /** The part of the text that an option replaces: what is typed of it already, to the end of its word. */
  readonly from: number;
  readonly to: number;
  /** What is typed of it before the caret, without quotes. */
  readonly typed: string;
  /**
   * The field whose values are wanted, to ask `facets` for them; `null` where the name of a field is. Values that a
   * field can only have are options already.
   */
  readonly field: string | null;
  /** The group of fields whose members are wanted: `metadata` after `metadata.`; `null` elsewhere. */
  readonly members: MemberGroup | null;
  /** What stands behind a name that is put in: a colon; nothing after `has:`. */
  readonly end: ':' | '';
  /** Ready to put in, in the order to show. */
  readonly options: readonly string[];
}

/** Fields that are named by what was sent. */
export type MemberGroup = 'metadata' | 'scores' | 'usage' | 'cost';

const MEMBER_GROUPS: readonly MemberGroup[] = ['metadata', 'scores', 'usage', 'cost'];

const VALUES: Readonly<Record<string, readonly string[]>> = {
  level: OBSERVATION_LEVELS,
  type: OBSERVATION_TYPES,
  observationType: OBSERVATION_TYPES,
  dataType: SCORE_DATA_TYPES,
  source: SCORE_SOURCES,
};

/** Completes what is being typed at the caret (in UTF-16 units). */
export function suggestFilterText(text: string, caret: number, view: View): FilterTextSuggestions {
  const { start, listKey, openQuote } = caretToken(text, caret);
  const typed = text.slice(start, caret);
  const word = typed.replace(/^-/u, '');
  const colon = colonOf(word);
  const key = colon >= 0 ? word.slice(0, colon) : listKey;
  if (key !== null) {
    const value = colon >= 0 ? word.slice(colon + 1) : word;
    if (key !== 'has') return values(text, caret, view, { key, value });
    return names(text, { typed: value, caret }, view, '');
  }
  // A phrase may be anything.
  if (openQuote === start) return nothing(caret, word);
  return names(text, { typed: word, caret }, view, ':');
}

function values(
  text: string,
  caret: number,
  view: View,
  { key, value }: { key: string; value: string },
): FilterTextSuggestions {
  const typed = value.replace(/^(?:[<>]=?|[=*])/u, '');
  const plain = key.replaceAll('"', '');
  const name = findField(view, plain) ? plain : (FIELD_ALIASES[plain] ?? plain);
  const isBoolean = findField(view, name)?.type === 'boolean';
  const known = isBoolean ? ['true', 'false'] : (VALUES[name] ?? []);
  return {
    from: caret - typed.length,
    to: endOfWord(text, caret, typed.startsWith('"') ? /^[^"]*"?/u : /^[^\s()"]*/u),
    typed: unquoted(typed),
    field: findField(view, name) ? name : null,
    members: null,
    end: '',
    options: beginning(known, typed),
  };
}

function names(
  text: string,
  { typed, caret }: { typed: string; caret: number },
  view: View,
  end: ':' | '',
): FilterTextSuggestions {
  const group = MEMBER_GROUPS.find((name) => typed.startsWith(`${name}.`) && findField(view, `${name}.x`));
  if (group) {
    const member = typed.slice(group.length + 1);
    return {
      from: caret - member.length,
      to: endOfWord(text, caret, /^[^\s():]*:?/u),
      typed: unquoted(member),
      field: null,
      members: group,
      end,
      options: [],
    };
  }
  const fields = [...Object.keys(VIEW_FIELDS[view]).map((name) => `${name}${end}`), 'metadata.', 'scores.'];
  return {
    from: caret - typed.length,
    to: endOfWord(text, caret, end === ':' ? /^[\w.]+:/u : /^[\w.]+/u),
    typed,
    field: null,
    members: null,
    end,
    options: beginning(end === '' ? fields : [...fields, 'has:'], typed),
  };
}

function nothing(caret: number, typed: string): FilterTextSuggestions {
  return { from: caret, to: caret, typed, field: null, members: null, end: ':', options: [] };
}

/** Where the first colon is that stands in no quotes; -1 where there is none. */
function colonOf(word: string): number {
  return word.replaceAll(/"(?:[^"\\]|\\.)*"?/gu, (quote) => ' '.repeat(quote.length)).indexOf(':');
}

function endOfWord(text: string, caret: number, rest: RegExp): number {
  return caret + (rest.exec(text.slice(caret))?.[0].length ?? 0);
}

function unquoted(text: string): string {
  return text
    .replace(/^"/u, '')
    .replace(/"$/u, '')
    .replaceAll(/\\(?<character>["\\])/gu, '$<character>');
}

function beginning(options: readonly string[], typed: string): string[] {
  return options.filter((option) => option.toLowerCase().startsWith(typed.toLowerCase()));
}
