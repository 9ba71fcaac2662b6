import { filterTextOptions, insertOption } from '@oriel/core';
import type { Facet, FilterTextError, FilterTextOption } from '@oriel/core';
import type { FilterDraft } from './use-filter-draft.ts';

/** Something to pick below the input. */
export type FilterOption =
  | { readonly kind: 'fix'; readonly mistake: FilterTextError; readonly words: string }
  | { readonly kind: 'recent'; readonly words: string }
  | FilterTextOption;

/** What can be picked: repairs first, then what was looked for before, then what completes the text. */
export function filterOptions(
  { draft, seen, mistakes, suggestions, view }: FilterDraft,
  facet: Facet | null,
  recentTexts: readonly string[],
): readonly FilterOption[] {
  const fixes = mistakes.flatMap((mistake): FilterOption[] =>
    mistake.suggestion === null ? [] : [{ kind: 'fix', mistake, words: mistake.suggestion }],
  );
  const recent = draft.trim() === '' ? recentTexts : [];
  // Suggestions of a moment ago would be put in at the wrong place.
  const completions = seen === draft ? filterTextOptions(suggestions, facet, view) : [];
  return [...fixes, ...recent.map((words) => ({ kind: 'recent', words }) as const), ...completions];
}

/** The text after an option was picked, where the caret stands, and whether something is finished by it. */
export function pickOption(
  { draft, suggestions }: FilterDraft,
  option: FilterOption,
): { readonly text: string; readonly caret: number; readonly isFinished: boolean } {
  if (option.kind === 'recent') return { text: option.words, caret: option.words.length, isFinished: true };
  if (option.kind === 'fix') {
    const { position, length } = option.mistake;
    const text = draft.slice(0, position) + option.words + draft.slice(position + length);
    return { text, caret: position + option.words.length, isFinished: false };
  }
  return { ...insertOption(draft, suggestions, option), isFinished: option.kind === 'value' };
}
