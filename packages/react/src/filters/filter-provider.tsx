'use client';

import { useCallback, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { DEFAULT_PANEL_FILTERS, recordQuery, timeBounds } from '@oriel/core';
import type { PanelFilters, View } from '@oriel/core';
import { createFormat } from '../format/create-format.ts';
import { PresentationContext, usePresentation } from '../provider/presentation-context.ts';
import { useControlled } from '../state/use-controlled.ts';
import { FiltersContext, PanelQueryContext } from './filters-context.ts';
import type { Filters } from './filters-context.ts';
import { useNow } from './use-now.ts';

export interface FilterProviderProps {
  /** What is shown, held by you; `printPanelFilters` makes a link of it. @defaultValue held by the provider */
  value?: PanelFilters | undefined;
  /** What is shown at first. @defaultValue `DEFAULT_PANEL_FILTERS`: the last day */
  defaultValue?: PanelFilters | undefined;
  /** Called when a panel or a bar below changes what is shown. */
  onChange?: ((filters: PanelFilters) => void) | undefined;
  /** IANA name of the time zone, held by you. @defaultValue that of `OrielProvider`, until somebody chooses another */
  timeZone?: string | undefined;
  onTimeZone?: ((timeZone: string) => void) | undefined;
  /** Whether new records appear, at first. @defaultValue true */
  defaultLive?: boolean | undefined;
  children?: ReactNode;
}

/**
 * Makes every panel below it show the same time range, environments and conditions, in the same time zone.
 *
 * @example
 * <FilterProvider defaultValue={parsePanelFilters(location.search).filters}>
 *   <FilterBar view="traces" />
 *   <TraceList />
 * </FilterProvider>
 */
export function FilterProvider({
  value,
  defaultValue = DEFAULT_PANEL_FILTERS,
  onChange,
  timeZone: chosenZone,
  onTimeZone,
  defaultLive = true,
  children,
}: FilterProviderProps) {
  const presentation = usePresentation();
  const [filters, change] = useControlled(value, defaultValue, onChange);
  const [timeZone, setTimeZone] = useControlled<string | undefined>(chosenZone, undefined, (zone) => {
    if (zone !== undefined) onTimeZone?.(zone);
  });
  const [isLive, setLive] = useState(defaultLive);
  const [drafts] = useState(() => new Map<View, string>());
  const now = useNow(filters.time, isLive);

  const { locale } = presentation.format;
  const zoned = useMemo(
    () =>
      timeZone === undefined ? presentation : { ...presentation, format: createFormat({ locale, timeZone }) },
    [presentation, locale, timeZone],
  );
  const bounds = useMemo(() => {
    const { from, to } = timeBounds(filters.time, now);
    return { from, to: to ?? (isLive ? null : now) };
  }, [filters.time, now, isLive]);
  const context: Filters = {
    filters,
    setFilters: (next) => change(typeof next === 'function' ? next(filters) : next),
    now,
    bounds,
    isLive,
    setLive,
    timeZone: zoned.format.timeZone,
    setTimeZone,
    drafts,
  };
  const queryOf = useCallback(
    (view: View) => recordQuery(filters, view, now, bounds),
    [filters, now, bounds],
  );

  return (
    <FiltersContext.Provider value={context}>
      <PanelQueryContext.Provider value={queryOf}>
        <PresentationContext.Provider value={zoned}>{children}</PresentationContext.Provider>
      </PanelQueryContext.Provider>
    </FiltersContext.Provider>
  );
}
