'use client';

import { useCallback } from 'react';
import { narrowPanelFilters } from '@oriel/core';
import type { Filter, TimeRange, View } from '@oriel/core';
import { useFilters } from '@oriel/react';
import { useDashboard } from './dashboard-context.ts';
import { withFilters } from './filter-query.ts';
import type { PageName } from './route.ts';

const PAGES_OF_VIEWS: Readonly<Record<View, PageName>> = {
  traces: 'traces',
  observations: 'observations',
  sessions: 'sessions',
  users: 'users',
  scores: 'quality',
};

/** Goes from a number to the records behind it: the page that lists them, narrowed to them. */
export function useOpenRecords(): (condition: Filter, view: View, time?: TimeRange) => void {
  const { go, defaultFilters } = useDashboard();
  const { filters } = useFilters();
  return useCallback(
    (condition, view, time) => {
      // A condition without words, as only programs write them, has no place in an address.
      const narrowed = narrowPanelFilters(filters, view, condition, time);
      if (!narrowed) return;
      go({ page: PAGES_OF_VIEWS[view], id: null, query: withFilters('', narrowed, defaultFilters) });
    },
    [filters, go, defaultFilters],
  );
}
