'use client';

import { useState } from 'react';
import { EMPTY_CHOICE } from '@oriel/core';
import type { Facet, FacetChoice, FacetScalar } from '@oriel/core';
import { Icon } from '../icons/icon.tsx';
import { valueWord } from '../messages/value-word.ts';
import { usePresentation } from './presentation.ts';

interface FacetValuesProps {
  name: string;
  facet: Facet;
  choice: FacetChoice;
  onChoose: (choice: FacetChoice) => void;
  onMore?: (() => void) | undefined;
}

/** As many as can be seen at once. */
const FEW = 8;

/** Values to tick or to leave out, the most frequent first. */
export function FacetValues({ name, facet, choice, onChoose, onMore }: FacetValuesProps) {
  const { messages, format } = usePresentation();
  const texts = messages.facetList;
  const [searched, setSearched] = useState('');
  const [isLong, setLong] = useState(false);
  const rows = facetRows(facet, choice);
  const wanted = searched.trim().toLowerCase();
  const found = rows.filter(({ value }) =>
    `${value} ${valueWord(facet.field, String(value), messages)}`.toLowerCase().includes(wanted),
  );
  const isPicked = (value: FacetScalar) => choice.values.includes(value) || choice.excluded.includes(value);
  // Rows stay where they are: one that moved on a press would take the focus away.
  const shown =
    isLong || wanted !== '' ? found : found.filter(({ value }, place) => place < FEW || isPicked(value));
  const isMoreThere = facet.valueCount > FEW;

  function askForAll() {
    if (facet.values.length < facet.valueCount) onMore?.();
  }

  return (
    <>
      {isMoreThere && (
        <input
          type="search"
          className="oriel-facet-search"
          aria-label={texts.searchIn(name)}
          placeholder={texts.searchIn(name)}
          value={searched}
          onChange={(event) => {
            setSearched(event.target.value);
            askForAll();
          }}
        />
      )}
      <div className="oriel-facet-values" data-long={isLong ? '' : undefined}>
        {shown.map(({ value, count }) => (
          <FacetRow
            key={`${typeof value} ${value}`}
            {...{ field: facet.field, value, count, choice, onChoose }}
          />
        ))}
        {facet.missingCount > 0 || choice.isMissing ? (
          <label className="oriel-facet-value" data-missing="">
            <input
              type="checkbox"
              checked={choice.isMissing}
              onChange={(event) => onChoose({ ...EMPTY_CHOICE, isMissing: event.target.checked })}
            />
            <span className="oriel-facet-text">{texts.missing}</span>
            <span className="oriel-facet-count">{format.count(facet.missingCount)}</span>
          </label>
        ) : (
          shown.length === 0 && <p className="oriel-facet-note">{texts.nothing}</p>
        )}
      </div>
      {isMoreThere && wanted === '' && (
        <button
          type="button"
          className="oriel-text-button"
          onClick={() => {
            setLong(!isLong);
            askForAll();
          }}
        >
          {isLong ? texts.less : texts.more(format.count(facet.valueCount))}
        </button>
      )}
    </>
  );
}

interface FacetRowProps {
  field: string;
  value: FacetScalar;
  count: number | null;
  choice: FacetChoice;
  onChoose: (choice: FacetChoice) => void;
}

function FacetRow({ field, value, count, choice, onChoose }: FacetRowProps) {
  const { messages, format } = usePresentation();
  const texts = messages.facetList;
  const text = valueWord(field, String(value), messages);
  const isLeftOut = choice.excluded.includes(value);
  const values = choice.values.filter((other) => other !== value);
  const excluded = choice.excluded.filter((other) => other !== value);
  const rest = { ...choice, values, excluded, isMissing: false };

  return (
    <div className="oriel-facet-value" data-excluded={isLeftOut ? '' : undefined}>
      <label className="oriel-facet-label" title={text}>
        <input
          type="checkbox"
          checked={choice.values.includes(value)}
          onChange={(event) =>
            onChoose(event.target.checked ? { ...rest, values: [...values, value] } : rest)
          }
        />
        <bdi className="oriel-facet-text">{text === '' ? '""' : text}</bdi>
        {count !== null && <span className="oriel-facet-count">{format.count(count)}</span>}
      </label>
      <button
        type="button"
        className="oriel-icon-button oriel-facet-exclude"
        aria-label={texts.leaveOut(text)}
        title={texts.leaveOut(text)}
        aria-pressed={isLeftOut}
        onClick={() => onChoose(isLeftOut ? rest : { ...rest, excluded: [...excluded, value] })}
      >
        <Icon>
          <path d="M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11M5.5 8h5" />
        </Icon>
      </button>
    </div>
  );
}

/** Values with counts; those that are chosen stay, though nothing has them now. */
function facetRows({ values }: Facet, choice: FacetChoice) {
  const gone = [...choice.values, ...choice.excluded].filter(
    (value) => !values.some((one) => one.value === value),
  );
  return [...values, ...gone.map((value) => ({ value, count: null }))];
}
