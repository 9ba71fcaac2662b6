'use client';

import { clearFacetChoices, facetChoice, isEmptyChoice, setFacetChoice } from '@oriel/core';
import type { FacetChoice, View } from '@oriel/core';

export interface UseFacetChoicesOptions {
  view: View;
  /** The filter text that says what is chosen. */
  text: string;
  /** Changes the text: called with a function, which keeps whatever else somebody typed. */
  onTextEdit: (edit: (text: string) => string) => void;
}

/**
 * What is chosen in a list of facets, which is written down in a filter text and nowhere else: text and list are always
 * in step.
 */
export function useFacetChoices({ view, text, onTextEdit }: UseFacetChoicesOptions) {
  const choiceOf = (field: string) => facetChoice(text, view, field);
  return {
    choiceOf,
    isChosen: (field: string) => !isEmptyChoice(choiceOf(field)),
    choose: (field: string, choice: FacetChoice) =>
      onTextEdit((present) => setFacetChoice(present, view, field, choice)),
    clear: (fields: readonly string[]) => onTextEdit((present) => clearFacetChoices(present, view, fields)),
  };
}

export type FacetChoices = ReturnType<typeof useFacetChoices>;
