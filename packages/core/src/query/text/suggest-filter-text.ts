import { findField, VIEW_FIELDS } from '../fields/view-fields.ts';
import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../../model/observation.ts';
import { SCORE_DATA_TYPES, SCORE_SOURCES } from '../../model/score.ts';
import type { View } from '../view-record.ts';
import { FIELD_ALIASES } from './parse-term.ts';

/** What may stand at the caret. */
export interface FilterTextSuggestions {
  /** The part of the text that an option replaces: what is typed of it already. */
  readonly from: number;
  readonly to: number;
  /**
   * The field whose values are wanted, to ask `facets` for them; `null` where the name of a field is. Values that a
   * field can only have are options already.
   */
  readonly field: string | null;
  /** Ready to put in, in the order to show. */
  readonly options: readonly string[];
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  level: OBSERVATION_LEVELS,
  type: OBSERVATION_TYPES,
  observationType: OBSERVATION_TYPES,
  dataType: SCORE_DATA_TYPES,
  source: SCORE_SOURCES,
};

/** Completes what is being typed at the caret (in UTF-16 units). */
export function suggestFilterText(text: string, caret: number, view: View): FilterTextSuggestions {
  const before = text.slice(0, caret);
  const typed = /[^\s()"]*$/u.exec(before)?.[0] ?? '';
  const word = typed.replace(/^-/u, '');
  const colon = word.indexOf(':');
  // In a list, the field stands before the parenthesis.
  const list = /(?<key>[^\s()":]+):\([^()]*$/u.exec(before)?.groups?.['key'];
  const key = colon >= 0 ? word.slice(0, colon) : list;
  if (key === undefined) return names(word, caret, view);
  const value = colon >= 0 ? word.slice(colon + 1) : word;
  if (key === 'has') return names(value, caret, view, '');
  const start = value.replace(/^(?:[<>]=?|[=*])/u, '');
  const name = findField(view, key) ? key : (FIELD_ALIASES[key] ?? key);
  const isBoolean = findField(view, name)?.type === 'boolean';
  const known = isBoolean ? ['true', 'false'] : (VALUES[name] ?? []);
  return {
    from: caret - start.length,
    to: caret,
    field: findField(view, name) ? name : null,
    options: beginning(known, start),
  };
}

function names(typed: string, caret: number, view: View, end = ':'): FilterTextSuggestions {
  const fields = [...Object.keys(VIEW_FIELDS[view]), 'metadata', 'scores'];
  const keys = fields.map((name) =>
    name === 'metadata' || name === 'scores' ? `${name}.` : `${name}${end}`,
  );
  const all = end === '' ? keys : [...keys, 'has:'];
  return { from: caret - typed.length, to: caret, field: null, options: beginning(all, typed) };
}

function beginning(options: readonly string[], typed: string): string[] {
  return options.filter((option) => option.toLowerCase().startsWith(typed.toLowerCase()));
}
