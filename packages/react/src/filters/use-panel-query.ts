'use client';

import { useContext, useMemo } from 'react';
import { narrowQuery } from '@oriel/core';
import type { RecordQuery, View } from '@oriel/core';
import { PanelQueryContext } from './filters-context.ts';

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
  const queryOf = useContext(PanelQueryContext);
  const query = narrowQuery(own ?? {}, queryOf?.(view) ?? {});
  const key = JSON.stringify(query);
  return useMemo(() => JSON.parse(key) as RecordQuery, [key]);
}
