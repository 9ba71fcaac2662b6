'use client';

import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { parsePanelFilters } from '@oriel/core';
import type { PanelFilters } from '@oriel/core';
import { FilterProvider } from '@oriel/react';
import { useDashboard } from './navigation/dashboard-context.ts';
import { withFilters } from './navigation/filter-query.ts';

/** Keeps what is filtered in the address, so that a link shows the same to everybody. */
export function DashboardFilters({ children }: { children: ReactNode }) {
  const { route, go, defaultFilters: defaults } = useDashboard();
  const { filters } = useMemo(() => parsePanelFilters(route.query, defaults), [route.query, defaults]);
  const onChange = useCallback(
    (next: PanelFilters) =>
      go({ ...route, query: withFilters(route.query, next, defaults) }, { replace: true }),
    [route, go, defaults],
  );
  return (
    <FilterProvider value={filters} onChange={onChange}>
      {children}
    </FilterProvider>
  );
}
