'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Observation } from '@oriel/core';
import { createPayloadLoader } from './payload-loader.ts';
import type { PayloadLoader, ReadPayloads } from './payload-loader.ts';

/** A fling passes many rows: they are read where it stops. */
const SETTLED_MS = 60;

/** Keeps the payloads of the given rows loaded, the first ones first, and renders again when some have come. */
export function usePayloads(
  read: ReadPayloads | undefined,
  wanted: readonly Observation[],
): PayloadLoader | null {
  const loader = useMemo(() => (read ? createPayloadLoader(read) : null), [read]);
  useSyncExternalStore(loader?.subscribe ?? subscribeToNothing, loader?.version ?? zero, zero);
  useEffect(() => {
    if (!loader) return undefined;
    const timer = setTimeout(() => loader.want(wanted), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [loader, wanted]);
  useEffect(() => () => loader?.stop(), [loader]);
  return loader;
}

const zero = () => 0;
const subscribeToNothing = () => () => {};
