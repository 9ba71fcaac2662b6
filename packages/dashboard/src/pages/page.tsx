'use client';

import { Suspense, lazy } from 'react';
import { useTraceList } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { DashboardRoute } from '../navigation/route.ts';
import type { Connection } from '../start-page/connection.ts';
import { StartPage } from '../start-page/start-page.tsx';
import { PageBoundary } from './page-boundary.tsx';
import type { SettingsPageProps } from './settings-page.tsx';

// Each page is code of its own: who looks at traces does not load charts.
const CostsPage = lazy(async () => ({ default: (await import('./costs-page.tsx')).CostsPage }));
const HomePage = lazy(async () => ({ default: (await import('./home-page.tsx')).HomePage }));
const ObservationsPage = lazy(async () => ({
  default: (await import('./observations-page.tsx')).ObservationsPage,
}));
const DashboardsPage = lazy(async () => ({
  default: (await import('./dashboards-page.tsx')).DashboardsPage,
}));
const OneDashboardPage = lazy(async () => ({
  default: (await import('./one-dashboard-page.tsx')).OneDashboardPage,
}));
const QualityPage = lazy(async () => ({ default: (await import('./quality-page.tsx')).QualityPage }));
const ReleasesPage = lazy(async () => ({ default: (await import('./releases-page.tsx')).ReleasesPage }));
const SessionsPage = lazy(async () => ({ default: (await import('./sessions-page.tsx')).SessionsPage }));
const UserPage = lazy(async () => ({ default: (await import('./user-page.tsx')).UserPage }));
const UsersPage = lazy(async () => ({ default: (await import('./users-page.tsx')).UsersPage }));
const SessionPage = lazy(async () => ({ default: (await import('./session-page.tsx')).SessionPage }));
const SettingsPage = lazy(async () => ({ default: (await import('./settings-page.tsx')).SettingsPage }));
const TracePage = lazy(async () => ({ default: (await import('./trace-page.tsx')).TracePage }));
const TracesPage = lazy(async () => ({ default: (await import('./traces-page.tsx')).TracesPage }));

interface PageProps {
  connection: Connection | undefined;
  settings: SettingsPageProps;
}

/** The page of the present route; where the store is empty, how to fill it. */
export function Page({ connection, settings }: PageProps) {
  const { route, messages } = useDashboard();
  const { data } = useTraceList({ limit: 1 });
  const isEmpty = data?.pages[0]?.items.length === 0;

  if (isEmpty && route.id === null && route.page !== 'settings') return <StartPage connection={connection} />;
  return (
    // Another page starts afresh: what failed on one is not the fault of the next.
    <PageBoundary key={`${route.page}/${route.id ?? ''}`}>
      <Suspense fallback={<p className="oriel-visually-hidden">{messages.loadingPage}</p>}>
        <RoutedPage route={route} settings={settings} />
      </Suspense>
    </PageBoundary>
  );
}

function RoutedPage({
  route: { page, id },
  settings,
}: {
  route: DashboardRoute;
  settings: SettingsPageProps;
}) {
  switch (page) {
    case 'home':
      return <HomePage />;
    case 'traces':
      return id === null ? <TracesPage /> : <TracePage traceId={id} />;
    case 'observations':
      return <ObservationsPage />;
    case 'sessions':
      return id === null ? <SessionsPage /> : <SessionPage sessionId={id} />;
    case 'users':
      return id === null ? <UsersPage /> : <UserPage userId={id} />;
    case 'costs':
      return <CostsPage />;
    case 'quality':
      return <QualityPage />;
    case 'dashboards':
      return id === null ? <DashboardsPage /> : <OneDashboardPage name={id} />;
    case 'releases':
      return <ReleasesPage />;
    case 'settings':
      break;
  }
  return <SettingsPage {...settings} />;
}
