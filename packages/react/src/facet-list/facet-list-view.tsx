'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Facet, View } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { FacetSectionView } from './facet-section-view.tsx';
import { useFacetChoices } from './use-facet-choices.ts';
import type { FacetChoices } from './use-facet-choices.ts';

export interface FacetListViewProps extends PanelProps {
  view: View;
  /** The filter text that says what is chosen. */
  text: string;
  onTextEdit: (edit: (text: string) => string) => void;
  /** What there is to choose from, in the order to show. */
  facets: readonly Facet[];
  /** Fields whose values are shown at first. @defaultValue the first four */
  defaultOpenFields?: readonly string[] | undefined;
}

/** `FacetList` for facets you already hold: no store, no loading state. */
export function FacetListView({
  view,
  text,
  onTextEdit,
  facets,
  defaultOpenFields,
  ...panel
}: FacetListViewProps) {
  const { messages } = usePresentation();
  const choices = useFacetChoices({ view, text, onTextEdit });
  const fields = facets.map(({ field }) => field);
  const isOpen = useOpenFields(defaultOpenFields ?? fields.slice(0, OPEN_AT_FIRST));

  if (isNothingThere(facets) && !fields.some(choices.isChosen)) {
    return (
      <Panel aria-label={messages.facetList.facets} {...panel} name="facet-list" state="empty">
        <PanelMessage kind="empty" title={messages.facetList.empty}>
          {messages.facetList.emptyHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <FacetListFrame panel={panel} fields={fields} choices={choices}>
      {facets.map((facet) => (
        <FacetSectionView
          key={facet.field}
          view={view}
          field={facet.field}
          facet={facet}
          choice={choices.choiceOf(facet.field)}
          onChoose={(choice) => choices.choose(facet.field, choice)}
          isOpen={isOpen.has(facet.field)}
          onOpenChange={(open) => isOpen.set(facet.field, open)}
        />
      ))}
    </FacetListFrame>
  );
}

/** A few that say most, so that the list can be read at a glance. */
export const OPEN_AT_FIRST = 4;

/** Whether no record has a value of any field, nor lacks one: there are no records. */
export function isNothingThere(facets: readonly Facet[]): boolean {
  return facets.every(
    ({ valueCount, missingCount, min }) => valueCount === 0 && missingCount === 0 && min === null,
  );
}

/** Which facets lie open. */
export function useOpenFields(atFirst: readonly string[]) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(atFirst));
  return {
    has: (field: string) => open.has(field),
    set: (field: string, isOpen: boolean) => {
      const next = new Set(open);
      if (isOpen) next.add(field);
      else next.delete(field);
      setOpen(next);
    },
  };
}

interface FacetListFrameProps {
  panel: PanelProps;
  /** Those that "Clear all" is about. */
  fields: readonly string[];
  choices: FacetChoices;
  children: ReactNode;
}

/** The list around its facets. */
export function FacetListFrame({ panel, fields, choices, children }: FacetListFrameProps) {
  const { messages } = usePresentation();
  const texts = messages.facetList;
  const chosen = fields.filter(choices.isChosen);
  return (
    <Panel aria-label={texts.facets} {...panel} name="facet-list" state="ready">
      <div className="oriel-facet-list-head">
        <h2 className="oriel-section-title">{texts.facets}</h2>
        <button
          type="button"
          className="oriel-text-button"
          disabled={chosen.length === 0}
          onClick={() => choices.clear(chosen)}
        >
          {texts.clearAll}
        </button>
      </div>
      <div className="oriel-facet-list-body">{children}</div>
    </Panel>
  );
}
