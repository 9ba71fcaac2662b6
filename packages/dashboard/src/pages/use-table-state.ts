'use client';

import { useMemo, useState } from 'react';
import type { Order } from '@oriel/core';
import type { DataGridState } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';

/** How the reader arranged a table: its order is in the address (`sort=cost-desc`), the rest lasts as long as the page. */
export function useTableState() {
  const { route, go } = useDashboard();
  const [arranged, setArranged] = useState<DataGridState>({});
  const sort = useMemo(() => parseSort(readParameter(route.query, 'sort')), [route.query]);
  const state = useMemo<DataGridState>(() => ({ ...arranged, ...(sort && { sort }) }), [arranged, sort]);

  function onStateChange(next: DataGridState) {
    setArranged(next);
    const query = setParameter(route.query, 'sort', next.sort ? printSort(next.sort) : null);
    if (query !== route.query) go({ ...route, query }, { replace: true });
  }

  return { state, onStateChange, order: sort ?? undefined };
}

function printSort({ field, direction }: Order): string {
  return `${field}-${direction}`;
}

function parseSort(text: string | null): Order | null {
  const match = /^(?<field>.+)-(?<direction>asc|desc)$/u.exec(text ?? '');
  const field = match?.groups?.['field'];
  return field === undefined
    ? null
    : { field, direction: match?.groups?.['direction'] === 'asc' ? 'asc' : 'desc' };
}
