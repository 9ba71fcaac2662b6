'use client';

import { useId, useMemo, useState } from 'react';
import type { ChangeEvent, FocusEvent, KeyboardEvent, RefObject, SyntheticEvent } from 'react';
import type { Facet } from '@oriel/core';
import { filterOptions, pickOption } from './filter-options.ts';
import type { FilterOption } from './filter-options.ts';
import type { FilterDraft } from './use-filter-draft.ts';
import { useCaretAfter } from './use-caret-after.ts';

export interface UseFilterComboboxOptions {
  draft: FilterDraft;
  /** The input, which keeps the focus while somebody picks. */
  inputRef: RefObject<HTMLInputElement | null>;
  /** Values of `draft.wantedField`. @defaultValue none were seen */
  facet?: Facet | null | undefined;
  /** Texts that were applied before, newest first. @defaultValue none */
  recentTexts?: readonly string[] | undefined;
  /** Called with a text that was applied. */
  onApplied?: ((text: string) => void) | undefined;
}

const NONE: readonly string[] = [];

/**
 * Behaviour of the input of a filter text, by the ARIA pattern of a combobox with a list: arrows choose, Enter picks or
 * applies, Escape closes and then goes back to what is applied.
 */
export function useFilterCombobox({
  draft,
  inputRef,
  facet = null,
  recentTexts = NONE,
  onApplied,
}: UseFilterComboboxOptions) {
  const baseId = useId();
  const [isWanted, setWanted] = useState(false);
  const [active, setActive] = useState(-1);
  const moveCaret = useCaretAfter(inputRef, draft.draft);
  const options = useMemo(() => filterOptions(draft, facet, recentTexts), [draft, facet, recentTexts]);
  const activeIndex = isWanted ? Math.min(active, options.length - 1) : -1;

  function open(isOpen: boolean) {
    setWanted(isOpen);
    setActive(-1);
  }

  function apply(text?: string) {
    if (!draft.apply(text)) return;
    open(false);
    const applied = (text ?? draft.draft).trim();
    if (applied !== '') onApplied?.(applied);
  }

  function pick(option: FilterOption) {
    const { text, caret, isFinished } = pickOption(draft, option);
    draft.setDraft(text, caret);
    moveCaret(caret);
    setActive(-1);
    if (isFinished) apply(text);
    else if (option.kind === 'fix') open(false);
    inputRef.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    const step = wantedStep(event);
    if (step !== 0) {
      event.preventDefault();
      if (!isWanted) open(true);
      const count = options.length;
      // From the input to the first or last option, and round.
      if (count > 0) setActive(((activeIndex + 1 + step + count + 1) % (count + 1)) - 1);
      return;
    }
    const historyStep = undoStep(event);
    if (historyStep) {
      event.preventDefault();
      draft[historyStep]();
      setActive(-1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const option = options[activeIndex];
      if (option) pick(option);
      else apply();
    } else if (event.key === 'Escape' && !isWanted && draft.draft !== draft.text) {
      event.stopPropagation();
      draft.revert();
    }
  }

  const inputProps = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': isWanted && options.length > 0,
    'aria-controls': isWanted ? `${baseId}list` : undefined,
    'aria-activedescendant': activeIndex >= 0 ? `${baseId}${activeIndex}` : undefined,
    'aria-invalid': draft.mistakes.length > 0,
    value: draft.draft,
    onKeyDown,
    onChange: ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
      draft.setDraft(currentTarget.value, currentTarget.selectionStart ?? currentTarget.value.length);
      open(true);
    },
    onSelect: ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
      draft.setCaret(currentTarget.selectionStart ?? currentTarget.value.length);
    },
    onClick: () => setWanted(true),
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget?.closest(`[data-filter-popup="${baseId}"]`)) return;
      open(false);
      if (draft.draft.trim() !== draft.text) apply();
    },
  } as const;

  return {
    options,
    activeIndex,
    isOpen: isWanted,
    close: () => open(false),
    apply,
    clear: () => {
      draft.setDraft('', 0);
      draft.apply('');
      inputRef.current?.focus();
    },
    pick,
    inputProps,
    popupProps: { 'data-filter-popup': baseId },
    listProps: { id: `${baseId}list`, role: 'listbox' } as const,
    optionProps: (index: number) =>
      ({ id: `${baseId}${index}`, role: 'option', 'aria-selected': index === activeIndex }) as const,
  };
}

export type FilterCombobox = ReturnType<typeof useFilterCombobox>;

function wantedStep({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): number {
  if (altKey || ctrlKey || metaKey) return 0;
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}

/** Ours, not the browser's: it knows nothing of what was put in for somebody. */
function undoStep({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && ctrlKey ? 'redo' : null;
}
