'use client';

import { useState } from 'react';
import { clearFacetChoices, DEFAULT_FACETS, narrowQuery, recordQuery } from '@oriel/core';
import type { Facet, FacetQuery, RecordQuery, View } from '@oriel/core';
import { useHeldFilters } from '../filters/use-held-filters.ts';
import type { HeldFilters, HeldFiltersOptions } from '../filters/use-held-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { FacetListFrame, isNothingThere, OPEN_AT_FIRST, useOpenFields } from './facet-list-view.tsx';
import { FacetSectionView } from './facet-section-view.tsx';
import { MemberFacets } from './member-facets.tsx';
import { useFacetChoices } from './use-facet-choices.ts';
import type { FacetChoices } from './use-facet-choices.ts';

/** Values of each facet at first, and once somebody asks for more. */
const FEW_VALUES = 20;
const MANY_VALUES = 1000;

export interface FacetListProps extends Omit<PanelProps, 'defaultValue' | 'onChange'>, HeldFiltersOptions {
  view: View;
  /** Fields to choose by. Keep one list. @defaultValue `DEFAULT_FACETS` of the view */
  fields?: readonly string[] | undefined;
  /** Fields whose values are shown at first. @defaultValue the first four */
  defaultOpenFields?: readonly string[] | undefined;
  /** Records that count, besides what is chosen on the page. @defaultValue all */
  query?: RecordQuery | undefined;
}

/**
 * What there is to filter a view by, with counts, in step with its filter text: what is ticked here is written there,
 * and what is typed there is ticked here.
 *
 * @example
 * <FilterProvider>
 *   <FilterBar view="traces" />
 *   <FacetList view="traces" />
 * </FilterProvider>
 */
export function FacetList({
  view,
  fields = DEFAULT_FACETS[view],
  defaultOpenFields,
  query = ALL,
  value,
  defaultValue,
  onChange,
  ...panel
}: FacetListProps) {
  const { messages } = usePresentation();
  const texts = messages.facetList;
  const held = useHeldFilters({ value, defaultValue, onChange });
  const text = held.filters.texts[view] ?? '';
  const open = useOpenFields(defaultOpenFields ?? fields.slice(0, OPEN_AT_FIRST));
  const choices = useFacetChoices({ view, text, onTextEdit: (edit) => editText(held, view, edit) });
  const shared = useFacets({ view, fields, limit: FEW_VALUES, ...queryWithText(held, view, query, text) });

  if (!shared.data) {
    if (shared.error) {
      return (
        <Panel aria-label={texts.facets} {...panel} name="facet-list" state="error">
          <PanelMessage
            kind="error"
            title={texts.failed}
            onRetry={isRetryable(shared.error) ? () => void shared.refetch() : undefined}
          >
            {shared.error.message}
          </PanelMessage>
        </Panel>
      );
    }
    return (
      <Panel aria-label={texts.facets} {...panel} name="facet-list" state="loading">
        <SkeletonLines count={12} className="oriel-facet-list-skeleton" label={texts.loading} />
      </Panel>
    );
  }
  if (isNothingThere(shared.data) && text === '') {
    return (
      <Panel aria-label={texts.facets} {...panel} name="facet-list" state="empty">
        <PanelMessage kind="empty" title={texts.empty}>
          {texts.emptyHint}
        </PanelMessage>
      </Panel>
    );
  }
  const section = (field: string, title?: string) => (
    <FacetSection
      key={field}
      {...{ view, field, title, choices, open }}
      shared={shared.data?.find((facet) => facet.field === field) ?? null}
      // Of its own field it counts what there would be without what is chosen of it.
      own={{
        view,
        fields: [field],
        ...queryWithText(held, view, query, clearFacetChoices(text, view, [field])),
      }}
    />
  );
  const around = queryWithText(held, view, query, text);
  return (
    <FacetListFrame panel={panel} fields={[...fields, ...membersIn(text)]} choices={choices}>
      {fields.map((field) => section(field))}
      <MemberFacets {...{ view, around, open, section }} group="scores" />
      <MemberFacets {...{ view, around, open, section }} group="metadata" />
    </FacetListFrame>
  );
}

const ALL: RecordQuery = {};

interface FacetSectionProps {
  view: View;
  field: string;
  title: string | undefined;
  choices: FacetChoices;
  open: ReturnType<typeof useOpenFields>;
  /** Answered together with all others. */
  shared: Facet | null;
  own: FacetQuery;
}

/** One facet, asked for on its own where the answer for all does not say enough. */
function FacetSection({ view, field, title, choices, open, shared, own }: FacetSectionProps) {
  const [isAll, setAll] = useState(false);
  const isOpen = open.has(field);
  const needsOwn = isOpen && (isAll || shared === null || choices.isChosen(field));
  const { data } = useFacets(needsOwn ? { ...own, limit: isAll ? MANY_VALUES : FEW_VALUES } : null);
  return (
    <FacetSectionView
      view={view}
      field={field}
      title={title}
      facet={(needsOwn ? data?.[0] : null) ?? shared}
      choice={choices.choiceOf(field)}
      onChoose={(choice) => choices.choose(field, choice)}
      isOpen={isOpen}
      onOpenChange={(next) => open.set(field, next)}
      onMore={() => setAll(true)}
    />
  );
}

/** Changes what is applied, and what is being typed and not applied yet. */
function editText({ drafts, setFilters }: HeldFilters, view: View, edit: (text: string) => string): void {
  const draft = drafts.get(view);
  if (draft !== undefined) drafts.set(view, edit(draft));
  setFilters((present) => ({
    ...present,
    texts: { ...present.texts, [view]: edit(present.texts[view] ?? '') },
  }));
}

function queryWithText(
  { filters, now, bounds }: HeldFilters,
  view: View,
  query: RecordQuery,
  text: string,
): RecordQuery {
  const texts = { ...filters.texts, [view]: text };
  return narrowQuery(query, recordQuery({ ...filters, texts }, view, now, bounds));
}

/** Scores and metadata that a text speaks of, whichever they are: "Clear all" is about these, too. */
function membersIn(text: string): string[] {
  return [...text.matchAll(/(?:metadata|scores)\.(?:[\w.]|"(?:[^"\\]|\\.)*")+/gu)].map(([name]) =>
    name.replaceAll('"', ''),
  );
}
