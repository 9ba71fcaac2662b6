'use client';

import { HomeCards } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { PageTop } from './page-top.tsx';

/** Twelve cards of what happened. */
export function HomePage() {
  const { messages } = useDashboard();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.home} />
      <HomeCards />
    </div>
  );
}
