'use client';

import { useRef, useState } from 'react';
import { recordQuery } from '@oriel/core';
import type { View } from '@oriel/core';
import type { HeldFilters } from '../filters/use-held-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { useControlled } from '../state/use-controlled.ts';
import { FilterTextView } from './filter-text-view.tsx';
import { useFilterCombobox } from './use-filter-combobox.ts';
import { useFilterDraft } from './use-filter-draft.ts';

/** Most values of a field to choose from: more than anybody reads, and a few letters narrow them. */
const MOST_VALUES = 300;
const MOST_RECENT = 8;

export interface RecentTextsOptions {
  /** Texts that were applied before, newest first, held by you. @defaultValue held by the bar, while it is there */
  recentTexts?: readonly string[] | undefined;
  defaultRecentTexts?: readonly string[] | undefined;
  onRecentTextsChange?: ((texts: readonly string[]) => void) | undefined;
}

interface FilterTextProps extends RecentTextsOptions {
  view: View;
  held: HeldFilters;
  placeholder?: string | undefined;
}

const NONE: readonly string[] = [];

/** The filter text of a view, completed with values that its store has in the time and environments shown. */
export function FilterText({ view, held, placeholder, ...recent }: FilterTextProps) {
  const { filters, setFilters, now, bounds, drafts } = held;
  const [recentTexts, setRecentTexts] = useControlled(
    recent.recentTexts,
    recent.defaultRecentTexts ?? NONE,
    recent.onRecentTextsChange,
  );
  const draft = useFilterDraft({
    view,
    text: filters.texts[view] ?? '',
    onTextChange: (text) =>
      setFilters((present) => ({ ...present, texts: { ...present.texts, [view]: text } })),
    drafts,
  });
  // Asked for once somebody is at it, not by everybody who only looks at the page.
  const [isUsed, setUsed] = useState(false);
  const around = recordQuery({ ...filters, texts: { ...filters.texts, [view]: '' } }, view, now, bounds);
  const { data, error, isPending, refetch } = useFacets(
    isUsed && draft.wantedField !== null
      ? { view, fields: [draft.wantedField], limit: MOST_VALUES, ...around }
      : null,
  );
  const facet = data?.find(({ field }) => field === draft.wantedField) ?? null;
  const inputRef = useRef<HTMLInputElement>(null);
  const combobox = useFilterCombobox({
    draft,
    inputRef,
    facet,
    recentTexts,
    onApplied: (text) =>
      setRecentTexts([text, ...recentTexts.filter((other) => other !== text)].slice(0, MOST_RECENT)),
  });
  if (combobox.isOpen && !isUsed) setUsed(true);

  return (
    <FilterTextView
      view={view}
      draft={draft}
      combobox={combobox}
      inputRef={inputRef}
      placeholder={placeholder}
      values={{
        facet,
        isLoading: isPending,
        error: error?.message ?? null,
        onRetry: error && isRetryable(error) ? () => void refetch() : undefined,
      }}
    />
  );
}
