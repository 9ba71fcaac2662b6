'use client';

import { useMemo } from 'react';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import {
  analyseScores,
  isSameScoreKey,
  readScoreKeys,
  readScoreSamples,
  scoreKeysQuery,
  timeUnitFor,
} from '@oriel/core';
import type { RecordQuery, ScoreKey, ScoreSample, ScoreScope } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { storeKey } from '../queries/query-keys.ts';
import { readPolicy } from '../queries/read-policy.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { useControlled } from '../state/use-controlled.ts';

/** Which scores are analysed. Plain JSON. */
export interface ScoreChoice {
  /** `null`: the most frequent. */
  readonly first: ScoreKey | null;
  /** What it is compared with, of the same data type. `null`: nothing. */
  readonly second: ScoreKey | null;
  readonly scope: ScoreScope;
}

export interface UseScoreAnalyticsOptions {
  /** Which scores at all, besides what the `FilterProvider` says. @defaultValue all */
  query?: RecordQuery | undefined;
  /** Held by you. @defaultValue held by the panel */
  choice?: ScoreChoice | undefined;
  /** @defaultValue the most frequent score alone */
  defaultChoice?: ScoreChoice | undefined;
  onChoice?: ((choice: ScoreChoice) => void) | undefined;
  /** Most scores that are read; of more, a sample. @defaultValue 100,000 */
  limit?: number | undefined;
}

const MOST_FREQUENT: ScoreChoice = { first: null, second: null, scope: 'all' };

/**
 * Loads which scores there are, and analyses one or two of them.
 *
 * @example
 * const { analysis } = useScoreAnalytics({ defaultChoice: { first, second, scope: 'all' } });
 * analysis?.agreement
 */
export function useScoreAnalytics(options: UseScoreAnalyticsOptions = {}) {
  const { limit } = options;
  const { store, queryClient } = useStoreContext();
  const { now, bounds, timeZone } = useFilters();
  const [chosen, setChoice] = useControlled(
    options.choice,
    options.defaultChoice ?? MOST_FREQUENT,
    options.onChoice,
  );
  const within = usePanelQuery('scores', options.query);
  const listed = useAggregate(scoreKeysQuery(within));
  const keys = useMemo(() => (listed.data ? readScoreKeys(listed.data) : []), [listed.data]);
  const choice = useMemo(() => {
    const first = chosen.first ?? keys[0] ?? null;
    const { second } = chosen;
    const isFit = first && second && second.dataType === first.dataType && !isSameScoreKey(first, second);
    return { ...chosen, first, second: isFit ? second : null };
  }, [chosen, keys]);
  const asked = useMemo(
    () => [choice.first, choice.second].flatMap((key) => (key ? [keyOf(key)] : [])),
    [choice],
  );
  const samples = useQuery<readonly ScoreSample[]>(
    {
      ...readPolicy,
      queryKey: [...storeKey(store.traces), 'score-samples', within, asked, limit],
      queryFn:
        asked.length === 0
          ? skipToken
          : ({ signal }) => readScoreSamples(store.traces, within, asked, { limit, signal }),
      // While scores are chosen the last analysis stays, and is marked as such.
      placeholderData: keepPreviousData,
      structuralSharing: false,
    },
    queryClient,
  );
  const { data } = samples;
  const analysis = useMemo(
    () =>
      data
        ? analyseScores(data, {
            scope: choice.scope,
            timeBucket: { unit: timeUnitFor(bounds, now), timeZone },
            span: bounds,
          })
        : null,
    [data, choice.scope, bounds, now, timeZone],
  );
  return {
    /** Scores there are, the most frequent first. */
    keys,
    listed,
    choice,
    setChoice,
    samples,
    /** `null` until it was read, and where there are no scores. */
    analysis,
  };
}

/** Without its count, which changes while producers write. */
function keyOf({ name, source, dataType }: ScoreKey): ScoreKey {
  return { name, source, dataType };
}
