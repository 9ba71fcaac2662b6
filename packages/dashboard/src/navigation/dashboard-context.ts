'use client';

import { createContext, useContext } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import type { CommentAuthor, JsonValue, PanelFilters, ReadDashboard, Store } from '@oriel/core';
import type { DashboardMessages } from '../messages/dashboard-messages.ts';
import type { DashboardRoute } from './route.ts';

/** Where the reader is, and the ways from there. */
export interface Dashboard {
  readonly store: Store;
  readonly queryClient: QueryClient;
  readonly route: DashboardRoute;
  readonly messages: DashboardMessages;
  /** What is filtered where the address says nothing. */
  readonly defaultFilters: PanelFilters;
  /** Whoever reads, where the host says so. */
  readonly author: CommentAuthor | null;
  /** Reads a file with charts that somebody imports. */
  readonly readCharts: (json: JsonValue) => ReadDashboard;
  /** The dashboard's outermost element, where dialogs open: in its theme, above nothing else of the host's page. */
  readonly frame: HTMLElement | null;
  /** What the `href` of a link to a route is. */
  readonly hrefOf: (route: DashboardRoute) => string;
  /** Goes to a route: as a step of its own, or in place of this one. */
  readonly go: (route: DashboardRoute, options?: { readonly replace?: boolean }) => void;
}

export const DashboardContext = createContext<Dashboard | null>(null);

/** @throws Error - it is not below an `OrielDashboard`. */
export function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (!dashboard)
    throw new Error('A page of the dashboard was drawn outside of it. Put it below OrielDashboard.');
  return dashboard;
}
