'use client';

import { useMemo } from 'react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { chooseReleases, readReleaseNames, releaseNamesQuery } from '@oriel/core';
import type { RecordQuery, Sides } from '@oriel/core';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { useControlled } from '../state/use-controlled.ts';
import { DEFAULT_CHOICE, sidesOf } from './compare-choice.ts';
import type { CompareChoice } from './compare-choice.ts';
import { comparisonQuery } from './comparison-query.ts';
import type { ComparisonOptions } from './comparison-query.ts';

export interface UseReleaseCompareOptions extends ComparisonOptions {
  /** Which traces at all, by the fields of the traces view, besides what the `FilterProvider` says. @defaultValue all */
  query?: RecordQuery | undefined;
  /** The two sides, held by you. @defaultValue held by the panel */
  choice?: CompareChoice | undefined;
  /** @defaultValue the newest two releases */
  defaultChoice?: CompareChoice | undefined;
  onChoice?: ((choice: CompareChoice) => void) | undefined;
}

const NOWHERE: Sides = { baseline: {}, candidate: {} };

/**
 * Loads which releases there are and compares two of them. Until somebody chose, the newest that ran often enough and the
 * one before it.
 *
 * @example
 * const { comparison, choice } = useReleaseCompare();
 * comparison.data?.verdict
 */
export function useReleaseCompare(options: UseReleaseCompareOptions = {}) {
  const { query, confidence, scoreDirections } = options;
  const { store, queryClient } = useStoreContext();
  const [chosen, setChoice] = useControlled(
    options.choice,
    options.defaultChoice ?? DEFAULT_CHOICE,
    options.onChoice,
  );
  const within = usePanelQuery('traces', query);
  const { by } = chosen;
  const listed = useAggregate(by === 'filter' ? null : releaseNamesQuery(within, by));
  const names = useMemo(() => (listed.data ? readReleaseNames(listed.data) : []), [listed.data]);

  const choice = useMemo((): CompareChoice => {
    if (by === 'filter') return chosen;
    const usual = chooseReleases(names);
    return {
      by,
      baseline: chosen.baseline ?? usual.baseline,
      candidate: chosen.candidate ?? usual.candidate,
    };
  }, [by, chosen, names]);
  const sides = useMemo(() => sidesOf(choice, within), [choice, within]);
  const asked = comparisonQuery(store.traces, sides ?? NOWHERE, { confidence, scoreDirections });
  const comparison = useQuery(sides ? asked : { ...asked, queryFn: skipToken }, queryClient);

  return {
    /** Releases or versions there are, the newest first; empty for filters. */
    names,
    listed,
    choice,
    setChoice,
    /** `null` until both sides are known. */
    sides,
    comparison,
  };
}
