import type { Facet } from '../query/aggregate/facet-query.ts';
import type { FieldType } from '../query/fields/field.ts';
import { findField } from '../query/fields/view-fields.ts';
import { printFieldValue } from '../query/text/field-value-text.ts';
import type { FilterTextSuggestions, MemberGroup } from '../query/text/suggest-filter-text.ts';
import { quoted } from '../query/text/text-reader.ts';
import type { View } from '../query/view-record.ts';

/** Something that can be put in at the caret. */
export interface FilterTextOption {
  readonly kind: 'field' | 'value';
  /** What is put in. */
  readonly words: string;
  /** What it is, for people. */
  readonly label: string;
  /** Records that have it; `null` where nobody counted. */
  readonly count: number | null;
  /** What the values of a field are; `null` for values, and for groups of fields. */
  readonly type: FieldType | null;
}

/** The field whose members are the members of a group. */
const MEMBER_FACETS: Readonly<Record<MemberGroup, string>> = {
  metadata: 'metadataKeys',
  scores: 'scoreNames',
  usage: 'usageKeys',
  cost: 'costKeys',
};

/** Which field's facet completes what is typed; `null` where none does. */
export function completionFacet({ field, members }: FilterTextSuggestions, view: View): string | null {
  const name = members === null ? field : MEMBER_FACETS[members];
  const type = name === null ? undefined : findField(view, name)?.type;
  return type === undefined || type === 'payload' ? null : name;
}

/**
 * What can be put in where somebody types: names of fields, values that a field can only have, and values that were
 * seen, the ones that begin as typed first.
 *
 * @param facet - the answer for {@link completionFacet}; `null` while there is none.
 */
export function filterTextOptions(
  suggestions: FilterTextSuggestions,
  facet: Facet | null,
  view: View,
): readonly FilterTextOption[] {
  const { field, members, options, typed, end } = suggestions;
  const type = field === null ? undefined : findField(view, field)?.type;
  const seen = (facet?.values ?? []).flatMap(({ value, count }): FilterTextOption[] => {
    const label = String(value);
    if (members !== null) {
      const member = `${members}.${label}`;
      const words = (/^\w+$/u.test(label) ? label : quoted(label)) + end;
      return [{ kind: 'field', words, label: member, count, type: findField(view, member)?.type ?? null }];
    }
    const words = type === undefined ? null : printFieldValue(type, value);
    return words === null ? [] : [{ kind: 'value', words, label, count, type: null }];
  });
  const known = options.map((words): FilterTextOption => ({
    kind: field === null ? 'field' : 'value',
    words,
    label: words.replace(/:$/u, ''),
    count: seen.find((option) => option.words === words)?.count ?? null,
    type: field === null ? (findField(view, words.replace(/:$/u, ''))?.type ?? null) : null,
  }));
  const others = seen.filter(({ words }) => !known.some((option) => option.words === words));
  return [...known, ...fitting(others, typed)];
}

/** Those that begin as typed, then those that hold it. */
function fitting(options: readonly FilterTextOption[], typed: string): FilterTextOption[] {
  const wanted = typed.toLowerCase();
  const name = ({ label, kind }: FilterTextOption) =>
    (kind === 'field' ? label.slice(label.indexOf('.') + 1) : label).toLowerCase();
  const begins = (option: FilterTextOption) => name(option).startsWith(wanted);
  return [
    ...options.filter(begins),
    ...options.filter((option) => !begins(option) && name(option).includes(wanted)),
  ];
}

/** The text with an option put in, and where the caret stands then. A finished condition gets a space behind it. */
export function insertOption(
  text: string,
  { from, to }: FilterTextSuggestions,
  { words }: FilterTextOption,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(to);
  const isFinished = !/[:.]$/u.test(words);
  const hasEnd = /^[\s)]/u.test(rest);
  const put = isFinished && !hasEnd ? `${words} ` : words;
  return {
    text: text.slice(0, from) + put + rest,
    // On from the space that was there already.
    caret: from + put.length + (isFinished && /^\s/u.test(rest) ? 1 : 0),
  };
}
