'use client';

import { useId } from 'react';
import { EMPTY_CHOICE, findField, isEmptyChoice } from '@oriel/core';
import type { Facet, FacetChoice, View } from '@oriel/core';
import { ChevronIcon, CloseIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { FacetRange } from './facet-range.tsx';
import { FacetValues } from './facet-values.tsx';

interface FacetSectionViewProps {
  view: View;
  field: string;
  /** What it is called. @defaultValue as the catalogue of texts says */
  title?: string | undefined;
  /** `null` while it is counted. */
  facet: Facet | null;
  choice: FacetChoice;
  onChoose: (choice: FacetChoice) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Asks for all values; absent where these are there. */
  onMore?: (() => void) | undefined;
}

/** Numbers that differ in more than this are looked at as a range. */
const MANY_NUMBERS = 8;

/** One facet: its values with counts, or its range. */
export function FacetSectionView({
  view,
  field,
  title,
  facet,
  choice,
  onChoose,
  isOpen,
  onOpenChange,
  onMore,
}: FacetSectionViewProps) {
  const { messages, format } = usePresentation();
  const texts = messages.facetList;
  const bodyId = useId();
  const name = title ?? texts.fields[field] ?? field;
  const chosen = choice.values.length + choice.excluded.length + Number(choice.isMissing);
  const isChosen = !isEmptyChoice(choice);

  return (
    <section className="oriel-facet" data-field={field} data-chosen={isChosen ? '' : undefined}>
      <h3 className="oriel-facet-head">
        <button
          type="button"
          className="oriel-facet-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => onOpenChange(!isOpen)}
        >
          <ChevronIcon />
          <span className="oriel-facet-title">{name}</span>
          {chosen > 0 && <span className="oriel-facet-chosen">{format.count(chosen)}</span>}
        </button>
        {isChosen && (
          <button
            type="button"
            className="oriel-icon-button"
            aria-label={texts.clearOne(name)}
            title={texts.clearOne(name)}
            onClick={() => onChoose(EMPTY_CHOICE)}
          >
            <CloseIcon />
          </button>
        )}
      </h3>
      {isOpen && (
        <div id={bodyId} className="oriel-facet-body">
          {facet === null ? (
            <p className="oriel-facet-note">{texts.loadingFacet}</p>
          ) : isRange(facet, view) || choice.min !== null || choice.max !== null ? (
            <FacetRange view={view} name={name} facet={facet} choice={choice} onChoose={onChoose} />
          ) : (
            <FacetValues name={name} facet={facet} choice={choice} onChoose={onChoose} onMore={onMore} />
          )}
        </div>
      )}
    </section>
  );
}

function isRange({ field, min, values, valueCount }: Facet, view: View): boolean {
  const type = findField(view, field)?.type;
  if (type === 'number' || type === 'duration' || type === 'time') return true;
  return type === 'any' && min !== null && valueCount > MANY_NUMBERS && values.every(isNumber);
}

function isNumber({ value }: Facet['values'][number]): boolean {
  return typeof value === 'number';
}
