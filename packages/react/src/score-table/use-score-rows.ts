'use client';

import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lowestRated, narrowQuery, ratedNames, ratedNamesQuery } from '@oriel/core';
import type { Filter, Order } from '@oriel/core';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { scoreListQuery } from '../queries/score-list-query.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { storeOutputReader } from './output-previews.ts';

export interface ScoreRowsOptions {
  /** Which scores, beside what the nearest `FilterProvider` says. @defaultValue all */
  filter?: Filter | undefined;
  /** Of which traces. @defaultValue all, and scores without a trace */
  traces?: Filter | undefined;
  /** Scores in one page. @defaultValue 50 */
  pageSize?: number | undefined;
}

const NO_NAMES: readonly string[] = [];

/** Everything that the table of scores asks its store. */
export function useScoreRows(
  { filter, traces, pageSize = 50 }: ScoreRowsOptions,
  lowest: string | null,
  order: Order | undefined,
) {
  const { store, queryClient } = useStoreContext();
  const every = usePanelQuery('scores', { ...(filter && { filter }), ...(traces && { traces }) });
  const asked = useMemo(() => {
    const rated = lowest === null ? null : lowestRated(lowest);
    const query = rated ? narrowQuery(every, { filter: rated.filter }) : every;
    const by = order ?? rated?.order;
    return { query, list: { ...query, ...(by && { order: by }), limit: pageSize } };
  }, [every, lowest, order, pageSize]);
  const list = useInfiniteQuery(scoreListQuery(store.traces, asked.list), queryClient);
  const count = useAggregate({ ...asked.query, view: 'scores', measures: [{ aggregate: 'count' }] });
  const named = useAggregate(ratedNamesQuery(every));
  const total = count.isPlaceholderData ? null : count.data?.rows[0]?.values[0];
  // While the answer to another question is read, the rows are those of the last one.
  const askedKey = JSON.stringify(asked.list);
  const [listKey, setListKey] = useState(askedKey);
  if (listKey !== askedKey && !list.isPlaceholderData) setListKey(askedKey);
  return {
    list,
    listKey,
    order: asked.list.order,
    totalCount: typeof total === 'number' ? total : null,
    /** Scores that have a lowest. */
    names: useMemo(() => (named.data ? ratedNames(named.data) : NO_NAMES), [named.data]),
    readOutput: useMemo(() => storeOutputReader(store.traces), [store.traces]),
    subscribe: useCallback(
      (listener: (traceIds: readonly string[]) => void) =>
        store.traces.subscribe(({ traceIds }) => listener(traceIds)),
      [store.traces],
    ),
    isFiltered: asked.query.filter !== undefined || asked.query.traces !== undefined,
  };
}
