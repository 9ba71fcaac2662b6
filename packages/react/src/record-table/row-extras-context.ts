'use client';

import { createContext, useContext, useSyncExternalStore } from 'react';
import { recordKey } from '@oriel/core';
import type { TableRecord } from '@oriel/core';
import type { RowExtras, RowExtrasLoader } from './row-extras.ts';

/** `null` where nothing can be read beyond the rows. */
export const RowExtrasContext = createContext<RowExtrasLoader | null>(null);

/** What is known of a row beyond itself. A cell that asks renders again when that changes, and its row does not. */
export function useRowExtras(row: TableRecord): RowExtras | undefined {
  const loader = useContext(RowExtrasContext);
  const get = () => loader?.get(recordKey(row));
  return useSyncExternalStore(loader?.subscribe ?? subscribeToNothing, get, get);
}

const subscribeToNothing = () => () => {};
