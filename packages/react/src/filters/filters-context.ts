'use client';

import { createContext } from 'react';
import type { EpochMs, PanelFilters, RecordQuery, TimeBounds, View } from '@oriel/core';

/** What the panels of a page show together, and how to change it. */
export interface Filters {
  readonly filters: PanelFilters;
  /** A function gets the present filters, so it can change a part of them. */
  readonly setFilters: (next: PanelFilters | ((present: PanelFilters) => PanelFilters)) => void;
  /** The moment that "the last hour" ends at. Moves on in steps, so that questions stay the same in between. */
  readonly now: EpochMs;
  /** What the time of the filters means now. While not live, it ends where it was stopped. */
  readonly bounds: TimeBounds;
  /** Whether time goes on, and records that appear are shown. */
  readonly isLive: boolean;
  readonly setLive: (isLive: boolean) => void;
  /** IANA name of the zone that times are written and typed in, and days begin in. */
  readonly timeZone: string;
  readonly setTimeZone: (timeZone: string) => void;
  /** Texts that are being typed and not applied yet, for controls that add to them. Changes draw nothing again. */
  readonly drafts: Map<View, string>;
}

/** `null` where there is no provider. */
export const FiltersContext = createContext<Filters | null>(null);

/**
 * What a provider lets through of a view; `null` where there is none. Given as a function by whoever has a provider, so
 * that a panel that is shown without one does not load how the text of a filter is read.
 */
export const PanelQueryContext = createContext<((view: View) => RecordQuery) | null>(null);
