'use client';

import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { DEFAULT_PANEL_FILTERS, readDashboard } from '@oriel/core';
import type { CommentAuthor, JsonValue, PanelFilters, ReadDashboard } from '@oriel/core';
import { OrielProvider } from '@oriel/react';
import type { OrielProviderProps } from '@oriel/react';
import { DashboardFilters } from './dashboard-filters.tsx';
import { DashboardFrame } from './layout/dashboard-frame.tsx';
import type { DashboardMessages } from './messages/dashboard-messages.ts';
import { en } from './messages/en.ts';
import { DashboardContext } from './navigation/dashboard-context.ts';
import type { DashboardHistory } from './navigation/dashboard-history.ts';
import { filterQuery } from './navigation/filter-query.ts';
import { setParameter } from './navigation/query-parameter.ts';
import { hashHistory } from './navigation/hash-history.ts';
import { PAGES } from './navigation/route.ts';
import type { PageName } from './navigation/route.ts';
import { useHistory } from './navigation/use-history.ts';
import { Page } from './pages/page.tsx';
import type { IngestionMonitor } from './settings/ingestion-monitor.ts';
import type { StorageUse } from './settings/storage-use.ts';
import type { Connection } from './start-page/connection.ts';

export interface OrielDashboardProps extends Omit<
  OrielProviderProps,
  'messages' | 'navigation' | 'children'
> {
  /** Where the address of the reader's place is kept. Keep one. @defaultValue behind the `#` of the page */
  history?: DashboardHistory | undefined;
  /** What is filtered where the address says nothing. Keep one. @defaultValue the last day, all environments */
  defaultFilters?: PanelFilters | undefined;
  /** All texts. @defaultValue `en` */
  messages?: DashboardMessages | undefined;
  /** Who reads, to judge and to comment in their name. Keep one. @defaultValue nobody: scores are by somebody, comments are only read */
  author?: CommentAuthor | null | undefined;
  /** Pages there are, in their order. Keep the list stable. @defaultValue all */
  pages?: readonly PageName[] | undefined;
  /** Your name or mark at the top of the page list. @defaultValue Oriel */
  brand?: ReactNode;
  /** Buttons of your own at the end of the top bar. */
  actions?: ReactNode;
  /** How programs reach this store, for the page that an empty store shows. @defaultValue only code and files */
  connection?: Connection | undefined;
  /** Sections of your own on the settings page, behind ours. */
  settings?: ReactNode;
  /** The ingestion in front of the store, for the settings page. @defaultValue it is not shown */
  ingestion?: IngestionMonitor | undefined;
  /** Reads a file of charts that somebody imports, for formats of others. Keep one. @defaultValue `readDashboard`: ours */
  readCharts?: ((json: JsonValue) => ReadDashboard) | undefined;
  /** Asks how much room the store takes up, for the settings page. Keep one. @defaultValue it is not shown */
  readStorageUse?: (() => Promise<StorageUse>) | undefined;
}

/**
 * The whole product over one store: home, traces, sessions, users, costs, quality, releases, dashboards and settings.
 * Give it a height: its pages scroll within.
 *
 * @example
 * <OrielDashboard store={store} history={browserHistory({ base: '/admin/traces' })} />
 */
export function OrielDashboard({
  store,
  queryClient: sharedClient,
  history: ownHistory,
  defaultFilters = DEFAULT_PANEL_FILTERS,
  messages = en,
  author = null,
  pages = PAGES,
  brand = 'Oriel',
  actions,
  connection,
  settings,
  ingestion,
  readCharts = readDashboard,
  readStorageUse,
  ...provider
}: OrielDashboardProps) {
  const [defaultHistory] = useState(hashHistory);
  const history = ownHistory ?? defaultHistory;
  const { route, hrefOf, go } = useHistory(history);
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [privateClient] = useState(() => new QueryClient());
  const queryClient = sharedClient ?? privateClient;

  const dashboard = useMemo(
    () => ({ store, queryClient, route, messages, defaultFilters, author, readCharts, frame, hrefOf, go }),
    [store, queryClient, route, messages, defaultFilters, author, readCharts, frame, hrefOf, go],
  );
  const query = filterQuery(route.query);
  const navigation = useMemo(
    () => ({
      traceHref: (id: string) => hrefOf({ page: 'traces', id, query }),
      observationHref: (id: string, observationId: string) =>
        hrefOf({ page: 'traces', id, query: setParameter(query, 'observation', observationId) }),
      sessionHref: (id: string) => hrefOf({ page: 'sessions', id, query }),
      turnHref: (id: string, traceId: string) =>
        hrefOf({ page: 'sessions', id, query: setParameter(query, 'turn', traceId) }),
      userHref: (id: string) => hrefOf({ page: 'users', id, query }),
      navigate: history.follow,
    }),
    [history, hrefOf, query],
  );

  return (
    <OrielProvider
      {...provider}
      store={store}
      queryClient={queryClient}
      messages={messages.panels}
      navigation={navigation}
    >
      <DashboardContext.Provider value={dashboard}>
        <DashboardFilters>
          <DashboardFrame ref={setFrame} pages={pages} brand={brand} actions={actions}>
            <Page connection={connection} settings={{ ingestion, readStorageUse, more: settings }} />
          </DashboardFrame>
        </DashboardFilters>
      </DashboardContext.Provider>
    </OrielProvider>
  );
}
