'use client';

import { useDeferredValue, useMemo, useState } from 'react';
import { completionFacet, parseFilterText, suggestFilterText } from '@oriel/core';
import type { FilterTextError, FilterTextSuggestions, View } from '@oriel/core';
import { changeHistory, redo, startHistory, undo } from './text-history.ts';
import type { TextHistory } from './text-history.ts';

export interface UseFilterDraftOptions {
  view: View;
  /** The text that is applied. */
  text: string;
  /** Called with a text that can be read, when it is applied. */
  onTextChange: (text: string) => void;
  /** Where other controls find what is being typed. @defaultValue nowhere */
  drafts?: Map<View, string> | undefined;
}

export interface FilterDraft {
  readonly view: View;
  readonly text: string;
  /** What stands in the input. */
  readonly draft: string;
  readonly caret: number;
  readonly setCaret: (caret: number) => void;
  readonly setDraft: (draft: string, caret: number) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Applies what is typed, or the given text; `false` when it has mistakes, which are shown then. */
  readonly apply: (draft?: string) => boolean;
  /** Goes back to what is applied. */
  readonly revert: () => void;
  /** What the marks and suggestions are about: a moment behind the draft while somebody types fast. */
  readonly seen: string;
  /** The mistakes to show: not the one that somebody is about to finish. */
  readonly mistakes: readonly FilterTextError[];
  readonly suggestions: FilterTextSuggestions;
  /** The field whose values complete what is typed, to ask a store for; `null` where none do. */
  readonly wantedField: string | null;
}

/** A filter text while it is typed: mistakes, what completes it, undo and redo. It is applied only when it can be read. */
export function useFilterDraft({ view, text, onTextChange, drafts }: UseFilterDraftOptions): FilterDraft {
  const [history, setHistory] = useState(() => startHistory(text));
  const [caret, setCaret] = useState(text.length);
  const [isTried, setTried] = useState(false);
  const [applied, setApplied] = useState(text);
  const { present: draft } = history;

  if (text !== applied) {
    // Changed by a facet, a saved view or the host. What was typed and not applied yet has the change in it, too.
    setApplied(text);
    const changed = drafts?.get(view) ?? text;
    if (changed.trim() !== draft.trim()) setHistory(changeHistory(history, changed));
  }

  const seen = useDeferredValue(draft);
  const seenCaret = Math.min(useDeferredValue(caret), seen.length);
  const errors = useMemo(() => parseFilterText(seen, view).errors, [seen, view]);
  const suggestions = useMemo(() => suggestFilterText(seen, seenCaret, view), [seen, seenCaret, view]);
  const mistakes = useMemo(
    () =>
      errors.filter(
        ({ position, length }) => isTried || seenCaret < position || seenCaret > position + length,
      ),
    [errors, isTried, seenCaret],
  );

  function show(next: TextHistory) {
    setHistory(next);
    if (next.present.trim() === text) drafts?.delete(view);
    else drafts?.set(view, next.present);
  }

  return {
    view,
    text,
    draft,
    caret,
    setCaret,
    setDraft: (next, at) => {
      show(changeHistory(history, next));
      setCaret(at);
      setTried(false);
    },
    undo: () => show(undo(history)),
    redo: () => show(redo(history)),
    apply: (next = draft) => {
      const isReadable = parseFilterText(next, view).filter !== null;
      setTried(!isReadable);
      if (!isReadable) return false;
      drafts?.delete(view);
      if (next.trim() !== text) onTextChange(next.trim());
      return true;
    },
    revert: () => {
      show(changeHistory(history, text));
      setTried(false);
    },
    seen,
    mistakes,
    suggestions,
    wantedField: completionFacet(suggestions, view),
  };
}
