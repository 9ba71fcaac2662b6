'use client';

import { useId, useRef } from 'react';
import type { RefObject } from 'react';
import type { Facet, View } from '@oriel/core';
import { CloseIcon, SearchIcon } from '../icons/control-icons.tsx';
import { Popup } from '../popup/popup.tsx';
import { usePresentation } from './presentation.ts';
import { FilterMirror } from './filter-mirror.tsx';
import { FilterOptionList } from './filter-option-list.tsx';
import type { FilterCombobox } from './use-filter-combobox.ts';
import type { FilterDraft } from './use-filter-draft.ts';

/** How far the store is with the values that complete a text. */
export interface FilterValues {
  readonly facet: Facet | null;
  readonly isLoading: boolean;
  /** What went wrong; `null` when nothing did. */
  readonly error: string | null;
  /** Absent where asking again cannot help. */
  readonly onRetry?: (() => void) | undefined;
}

interface FilterTextViewProps {
  view: View;
  draft: FilterDraft;
  combobox: FilterCombobox;
  inputRef: RefObject<HTMLInputElement | null>;
  values: FilterValues;
  /** @defaultValue an example for the view */
  placeholder?: string | undefined;
}

/** The input of a filter text, with its marks, and what can be picked below it. */
export function FilterTextView({
  view,
  draft,
  combobox,
  inputRef,
  values,
  placeholder,
}: FilterTextViewProps) {
  const { messages, format } = usePresentation();
  const texts = messages.filterBar;
  const errorId = useId();
  const rootRef = useRef<HTMLDivElement>(null);
  const [mistake] = draft.mistakes;
  const { length } = draft.mistakes;

  return (
    <div ref={rootRef} className="oriel-filter-text" data-invalid={mistake ? '' : undefined}>
      <SearchIcon />
      <div className="oriel-filter-text-field" dir="ltr">
        <FilterMirror draft={draft} inputRef={inputRef} />
        <input
          {...combobox.inputProps}
          ref={inputRef}
          type="text"
          className="oriel-filter-text-input"
          aria-label={texts.search[view]}
          aria-describedby={mistake ? errorId : undefined}
          placeholder={placeholder ?? texts.search[view]}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
        />
      </div>
      {mistake && (
        <button
          type="button"
          className="oriel-filter-text-mistakes"
          title={mistake.message}
          onClick={() => inputRef.current?.focus()}
        >
          {texts.notApplied(length, format.count(length))}
        </button>
      )}
      {draft.draft !== '' && (
        <button
          type="button"
          className="oriel-icon-button"
          aria-label={texts.clear}
          title={texts.clear}
          onClick={() => combobox.clear()}
        >
          <CloseIcon />
        </button>
      )}
      <output id={errorId} className="oriel-visually-hidden">
        {mistake?.message}
      </output>
      {combobox.isOpen && (
        <Popup
          {...combobox.popupProps}
          anchorRef={rootRef}
          onClose={combobox.close}
          className="oriel-filter-popup"
          // The input keeps the focus, and with it the keys.
          onPointerDown={(event) => event.preventDefault()}
        >
          <FilterOptionList draft={draft} combobox={combobox} values={values} />
        </Popup>
      )}
    </div>
  );
}
