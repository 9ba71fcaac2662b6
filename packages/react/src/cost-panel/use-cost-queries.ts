'use client';

import { useMemo } from 'react';
import { narrowQuery, recordQuery } from '@oriel/core';
import type { CostQueries, Filter } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { usePanelQuery } from '../filters/use-panel-query.ts';

/**
 * Which calls and traces the panel is about, and those of the same length of time just before; `before` is `null` where the
 * time has no beginning.
 */
export function useCostQueries(traces: Filter | undefined): {
  readonly queries: CostQueries;
  readonly before: CostQueries | null;
} {
  const own = useMemo(
    () => ({ observations: traces ? { traces } : {}, traces: traces ? { filter: traces } : {} }),
    [traces],
  );
  const observations = usePanelQuery('observations', own.observations);
  const ofTraces = usePanelQuery('traces', own.traces);
  const { filters, bounds, now } = useFilters();
  const queries = useMemo(() => ({ observations, traces: ofTraces }), [observations, ofTraces]);
  const before = useMemo((): CostQueries | null => {
    const { from, to } = bounds;
    if (from === null) return null;
    const earlier = { from: from - ((to ?? now) - from), to: from };
    const at = (view: 'observations' | 'traces') =>
      narrowQuery(own[view], recordQuery(filters, view, now, earlier));
    return { observations: at('observations'), traces: at('traces') };
  }, [own, filters, bounds, now]);
  return { queries, before };
}
