'use client';

import type { ReactNode } from 'react';
import type { View } from '@oriel/core';
import { useHeldFilters } from '../filters/use-held-filters.ts';
import type { HeldFiltersOptions } from '../filters/use-held-filters.ts';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { EnvironmentSwitch } from './environment-switch.tsx';
import { FilterText } from './filter-text.tsx';
import type { RecentTextsOptions } from './filter-text.tsx';
import { LiveSwitch } from './live-switch.tsx';
import { TimeRangePicker } from './time-range-picker.tsx';

export type FilterBarPart = 'text' | 'environments' | 'time' | 'live';

const ALL: readonly FilterBarPart[] = ['text', 'environments', 'time', 'live'];

export interface FilterBarProps
  extends Omit<PanelProps, 'defaultValue' | 'onChange'>, HeldFiltersOptions, RecentTextsOptions {
  /** Whose text is typed here: a text of traces narrows every panel, any other those of its own view. */
  view: View;
  /** What it has. "Live" needs a `FilterProvider`. @defaultValue everything */
  parts?: readonly FilterBarPart[] | undefined;
  /** Shown while nothing is typed. @defaultValue an example for the view */
  placeholder?: string | undefined;
  /** Controls of yours, at the end. */
  children?: ReactNode;
}

/**
 * What is shown, in one line: a filter text with completion, environments, time. Panels below the same
 * `FilterProvider` obey it.
 *
 * @example
 * <FilterProvider>
 *   <FilterBar view="traces" />
 *   <TraceList />
 * </FilterProvider>
 */
export function FilterBar({
  view,
  parts = ALL,
  placeholder,
  value,
  defaultValue,
  onChange,
  recentTexts,
  defaultRecentTexts,
  onRecentTextsChange,
  children,
  ...panel
}: FilterBarProps) {
  const { messages } = usePresentation();
  const held = useHeldFilters({ value, defaultValue, onChange });
  // One who holds the filters for all parts of the bar: itself, unless a provider or the host does.
  const options = held.isShared ? { onChange } : { value: held.filters, onChange: held.setFilters };
  return (
    <Panel aria-label={messages.filterBar.filters} {...panel} name="filter-bar" state="ready">
      {parts.includes('text') && (
        <FilterText
          key={view}
          view={view}
          held={held}
          placeholder={placeholder}
          recentTexts={recentTexts}
          defaultRecentTexts={defaultRecentTexts}
          onRecentTextsChange={onRecentTextsChange}
        />
      )}
      {parts.includes('environments') && <EnvironmentSwitch {...options} />}
      {parts.includes('time') && <TimeRangePicker {...options} />}
      {parts.includes('live') && held.isShared && <LiveSwitch />}
      {children}
    </Panel>
  );
}
