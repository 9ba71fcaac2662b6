'use client';

import { useContext, useState } from 'react';
import { DEFAULT_PANEL_FILTERS, timeBounds } from '@oriel/core';
import type { PanelFilters, View } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { FiltersContext } from './filters-context.ts';
import type { Filters } from './filters-context.ts';
import { useNow } from './use-now.ts';

export interface HeldFiltersOptions {
  /** What is chosen, held by you. @defaultValue held by the nearest `FilterProvider`, else by the control */
  value?: PanelFilters | undefined;
  /** What is chosen at first, where the control holds it. @defaultValue `DEFAULT_PANEL_FILTERS` */
  defaultValue?: PanelFilters | undefined;
  /** Called with every change. */
  onChange?: ((filters: PanelFilters) => void) | undefined;
}

export interface HeldFilters extends Filters {
  /** They are those of a provider, which has a clock and a time zone to set. */
  readonly isShared: boolean;
}

/** Filters of a control: the host's, those of the provider around it, or its own. */
export function useHeldFilters({ value, defaultValue, onChange }: HeldFiltersOptions): HeldFilters {
  const context = useContext(FiltersContext);
  const { timeZone } = usePresentation().format;
  const [own, setOwn] = useState(defaultValue ?? DEFAULT_PANEL_FILTERS);
  const [drafts] = useState(() => new Map<View, string>());
  const filters = value ?? context?.filters ?? own;
  const ownNow = useNow(filters.time, true);
  const now = context?.now ?? ownNow;
  const isShared = context !== null && value === undefined;

  return {
    isShared,
    filters,
    setFilters: (next) => {
      const changed = typeof next === 'function' ? next(filters) : next;
      if (isShared) context.setFilters(changed);
      else if (value === undefined) setOwn(changed);
      onChange?.(changed);
    },
    now,
    bounds: isShared ? context.bounds : timeBounds(filters.time, now),
    isLive: context?.isLive ?? true,
    setLive: (isLive) => context?.setLive(isLive),
    timeZone: context?.timeZone ?? timeZone,
    setTimeZone: (zone) => context?.setTimeZone(zone),
    drafts: isShared ? context.drafts : drafts,
  };
}
