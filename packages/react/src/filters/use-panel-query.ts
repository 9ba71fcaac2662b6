'use client';

import { useContext, useMemo } from 'react';
import { narrowQuery, recordQuery } from '@oriel/core';
import type { RecordQuery, View } from '@oriel/core';
import { FiltersContext } from './filters-context.ts';

/**
 * What a panel asks a store for: its own query, narrowed by the nearest `FilterProvider`. The same object as long as
 * it says the same, so it can stand in keys and dependencies.
 *
 * @param own - plain JSON; a new object each time is no new query. Default: everything.
 *
 * @example
 * const list = useTraceList(usePanelQuery('traces', { filter }));
 */
export function usePanelQuery(view: View, own?: RecordQuery): RecordQuery {
  const context = useContext(FiltersContext);
  const provided = context && recordQuery(context.filters, view, context.now, context.bounds);
  const query = narrowQuery(own ?? {}, provided ?? {});
  const key = JSON.stringify(query);
  return useMemo(() => JSON.parse(key) as RecordQuery, [key]);
}
