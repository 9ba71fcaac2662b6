'use client';

import { HomeCards } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { useOpenRecords } from '../navigation/use-open-records.ts';
import { PageTop } from './page-top.tsx';

/** Twelve cards of what happened. */
export function HomePage() {
  const { messages } = useDashboard();
  const openRecords = useOpenRecords();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.home} />
      <HomeCards onFilter={openRecords} />
    </div>
  );
}
