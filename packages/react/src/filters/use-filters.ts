'use client';

import { useContext, useState } from 'react';
import type { PanelFilters, View } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { FiltersContext } from './filters-context.ts';
import type { Filters } from './filters-context.ts';

const EVERYTHING: PanelFilters = { time: { preset: 'all' }, environments: null, texts: {} };
const UNBOUNDED = { from: null, to: null };
const NO_DRAFTS = new Map<View, string>();
const ignore = () => {};

/**
 * What the nearest `FilterProvider` shows, and how to change it. Without one: everything, and changes do nothing.
 *
 * @example
 * const { bounds, setFilters } = useFilters();
 * const zoomTo = (from: number, to: number) => setFilters((present) => ({ ...present, time: { from, to } }));
 */
export function useFilters(): Filters {
  const context = useContext(FiltersContext);
  const { timeZone } = usePresentation().format;
  const [now] = useState(() => Date.now());
  return (
    context ?? {
      filters: EVERYTHING,
      setFilters: ignore,
      now,
      bounds: UNBOUNDED,
      isLive: true,
      setLive: ignore,
      timeZone,
      setTimeZone: ignore,
      drafts: NO_DRAFTS,
    }
  );
}
