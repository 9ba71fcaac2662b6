'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { TraceId } from '@oriel/core';
import type { SessionSource } from './session-source.ts';
import { createTurnLoader } from './turn-loader.ts';
import type { TurnLoader } from './turn-loader.ts';

/** A fling passes many turns: they are read where it stops. */
const SETTLED_MS = 50;

/** Keeps what was said in the given turns loaded, the first ones first, and renders again when some has come. */
export function useTurnsLoaded(source: SessionSource, wanted: readonly TraceId[]): TurnLoader {
  const loader = useMemo(() => createTurnLoader(source), [source]);
  useSyncExternalStore(loader.subscribe, loader.version, loader.version);
  useEffect(() => loader.start(), [loader]);
  // By what they are: the list is made anew with every scroll.
  const key = JSON.stringify(wanted);
  useEffect(() => {
    const timer = setTimeout(() => loader.want(JSON.parse(key) as readonly TraceId[]), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [loader, key]);
  return loader;
}
