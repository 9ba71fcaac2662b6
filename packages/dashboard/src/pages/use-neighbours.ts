'use client';

import { useEffect } from 'react';
import { usePanelQuery, useTraceList } from '@oriel/react';
import type { Order, TraceId } from '@oriel/core';

/**
 * The traces before and after one in the list the reader came from; `null` at its ends and for a trace that is not
 * among what the list has loaded.
 */
export function useNeighbours(traceId: TraceId, order: Order | undefined) {
  const query = usePanelQuery('traces');
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useTraceList({ ...query, order });
  const ids = data?.pages.flatMap(({ items }) => items.map(({ id }) => id)) ?? [];
  const at = ids.indexOf(traceId);
  const isLast = at >= 0 && at === ids.length - 1;

  useEffect(() => {
    if (isLast && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [isLast, hasNextPage, isFetchingNextPage, fetchNextPage]);

  return {
    previous: at > 0 ? (ids[at - 1] ?? null) : null,
    next: at >= 0 ? (ids[at + 1] ?? null) : null,
  };
}
