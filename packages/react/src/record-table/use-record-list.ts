'use client';

import { useCallback, useMemo, useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { MAX_FACET_VALUES } from '@oriel/core';
import type { Filter, Order, RecordQuery } from '@oriel/core';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { listQuery } from '../queries/list-query.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { storeReader } from './row-extras.ts';

export interface RecordListOptions {
  /** Which records, beside what the nearest `FilterProvider` says. @defaultValue all */
  filter?: Filter | undefined;
  /** Of which traces. @defaultValue all */
  traces?: Filter | undefined;
  /** Records in one page. @defaultValue 50 */
  pageSize?: number | undefined;
}

/** Everything that a table of records asks its store. */
export function useRecordList<V extends 'traces' | 'observations'>(
  view: V,
  { filter, traces, pageSize = 50 }: RecordListOptions,
  order: Order | undefined,
) {
  const { store, queryClient } = useStoreContext();
  const query = usePanelQuery(view, ownQuery(filter, traces));
  const asked = useMemo(
    () => ({ ...query, ...(order ? { order } : {}), limit: pageSize }),
    [query, order, pageSize],
  );
  const list = useInfiniteQuery(listQuery(store.traces, view, asked), queryClient);
  const count = useAggregate({ ...query, view, measures: [{ aggregate: 'count' }] });
  const facets = useFacets({ ...query, view, fields: ['scoreNames'], limit: MAX_FACET_VALUES });
  const scoreNames = JSON.stringify(
    (facets.data?.[0]?.values ?? []).map(({ value }) => String(value)).toSorted(),
  );
  const total = count.isPlaceholderData ? null : count.data?.rows[0]?.values[0];
  // While the answer to another question is read, the rows are those of the last one.
  const askedKey = JSON.stringify(asked);
  const [listKey, setListKey] = useState(askedKey);
  if (listKey !== askedKey && !list.isPlaceholderData) setListKey(askedKey);
  return {
    query,
    list,
    listKey,
    totalCount: typeof total === 'number' ? total : null,
    /** The same list as long as it says the same. */
    scoreNames: useMemo(() => JSON.parse(scoreNames) as string[], [scoreNames]),
    reader: useMemo(() => storeReader(store.traces), [store.traces]),
    subscribe: useCallback(
      (listener: (traceIds: readonly string[]) => void) =>
        store.traces.subscribe(({ traceIds }) => listener(traceIds)),
      [store.traces],
    ),
    isFiltered: query.filter !== undefined || query.traces !== undefined,
  };
}

function ownQuery(filter: Filter | undefined, traces: Filter | undefined): RecordQuery {
  return { ...(filter ? { filter } : {}), ...(traces ? { traces } : {}) };
}
