'use client';

import { useState } from 'react';
import { timeFilter } from '@oriel/core';
import { useHeldFilters } from '../filters/use-held-filters.ts';
import type { HeldFiltersOptions } from '../filters/use-held-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { EnvironmentSwitchView } from './environment-switch-view.tsx';

/**
 * A button that says which environments are shown and lets people choose others, for every panel below the nearest
 * `FilterProvider`.
 */
export function EnvironmentSwitch(options: HeldFiltersOptions) {
  const { filters, setFilters, bounds } = useHeldFilters(options);
  const [isUsed, setUsed] = useState(false);
  // All there are in the time shown, those of jobs among them: what is left out has to be found to be put in.
  const { data, error, refetch } = useFacets(
    isUsed
      ? { view: 'traces', fields: ['environment'], limit: 100, filter: timeFilter('traces', bounds) }
      : null,
  );

  return (
    <EnvironmentSwitchView
      value={filters.environments}
      onChange={(environments) => setFilters((present) => ({ ...present, environments }))}
      environments={data?.[0]?.values ?? null}
      error={error?.message}
      onRetry={error && isRetryable(error) ? () => void refetch() : undefined}
      onOpen={() => setUsed(true)}
    />
  );
}
