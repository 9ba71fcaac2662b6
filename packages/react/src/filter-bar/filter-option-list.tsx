'use client';

import { Fragment, useEffect, useRef } from 'react';
import { findField } from '@oriel/core';
import type { Facet, FieldType } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { FilterOption } from './filter-options.ts';
import type { FilterValues } from './filter-text-view.tsx';
import type { FilterCombobox } from './use-filter-combobox.ts';
import type { FilterDraft } from './use-filter-draft.ts';

interface FilterOptionListProps {
  draft: FilterDraft;
  combobox: FilterCombobox;
  values: FilterValues;
}

/** What is wrong, what can be picked, and what else may be typed. */
export function FilterOptionList({ draft, combobox, values }: FilterOptionListProps) {
  const { messages } = usePresentation();
  const texts = messages.filterBar;
  const { options, activeIndex } = combobox;
  const listRef = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (activeIndex < 0) return;
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [activeIndex]);

  return (
    <>
      {draft.mistakes.map(({ position, message }) => (
        <p key={`${position} ${message}`} className="oriel-filter-popup-mistake">
          {message}
        </p>
      ))}
      <div
        ref={listRef}
        {...combobox.listProps}
        className="oriel-filter-options"
        aria-label={texts.suggestions}
      >
        {options.map((option, index) => (
          <Fragment key={`${option.kind} ${option.words}`}>
            {option.kind !== options[index - 1]?.kind && (
              <div role="presentation" className="oriel-filter-options-title">
                {texts[TITLES[option.kind]]}
              </div>
            )}
            <div
              {...combobox.optionProps(index)}
              className="oriel-filter-option"
              data-kind={option.kind}
              data-active={index === activeIndex ? '' : undefined}
              onPointerUp={() => combobox.pick(option)}
            >
              <OptionContent option={option} draft={draft} />
            </div>
          </Fragment>
        ))}
      </div>
      <ValuesNotice draft={draft} values={values} hasOptions={options.length > 0} />
      <p className="oriel-filter-popup-hint" dir="ltr">
        {texts.syntaxHint}
      </p>
    </>
  );
}

const TITLES = { fix: 'fixes', recent: 'recent', field: 'fields', value: 'values' } as const;

function OptionContent({ option, draft }: { option: FilterOption; draft: FilterDraft }) {
  const { messages, format } = usePresentation();
  const texts = messages.filterBar;
  if (option.kind === 'recent') return <bdi className="oriel-filter-option-label">{option.words}</bdi>;
  if (option.kind === 'fix') {
    const { position, length } = option.mistake;
    return (
      <span className="oriel-filter-option-label">
        {texts.fix(draft.draft.slice(position, position + length), option.words)}
      </span>
    );
  }
  const note =
    option.count !== null ? format.count(option.count) : option.type && texts.fieldTypes[option.type];
  return (
    <>
      <bdi className="oriel-filter-option-label">{option.label}</bdi>
      {note && <span className="oriel-filter-option-note">{note}</span>}
    </>
  );
}

/** Says how far the values are, and in which range they lie. */
function ValuesNotice({
  draft,
  values,
  hasOptions,
}: {
  draft: FilterDraft;
  values: FilterValues;
  hasOptions: boolean;
}) {
  const { messages, format } = usePresentation();
  const texts = messages.filterBar;
  const { wantedField, view } = draft;
  if (wantedField === null) return null;
  const { facet, isLoading, error, onRetry } = values;
  if (error !== null) {
    return (
      <p className="oriel-filter-popup-note" role="alert">
        {texts.valuesFailed}: {error}{' '}
        {onRetry && (
          <button type="button" className="oriel-text-button" onClick={onRetry}>
            {messages.retry}
          </button>
        )}
      </p>
    );
  }
  if (facet === null)
    return isLoading ? <p className="oriel-filter-popup-note">{texts.readingValues}</p> : null;
  const range = rangeOf(facet, findField(view, wantedField)?.type, format);
  if (range) return <p className="oriel-filter-popup-note">{texts.rangeHint(...range)}</p>;
  return hasOptions ? null : <p className="oriel-filter-popup-note">{texts.noValues}</p>;
}

function rangeOf(
  { min, max }: Facet,
  type: FieldType | undefined,
  format: ReturnType<typeof usePresentation>['format'],
): readonly [string, string] | null {
  if (min === null || max === null) return null;
  const write = (value: number) => {
    if (type === 'duration') return format.duration(value);
    return type === 'time' ? format.dateTime(value) : format.number(value);
  };
  return [write(min), write(max)];
}
