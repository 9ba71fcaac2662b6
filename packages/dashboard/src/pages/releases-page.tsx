'use client';

import { ReleaseCompare } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { PageTop } from './page-top.tsx';

/** Two releases side by side. */
export function ReleasesPage() {
  const { messages } = useDashboard();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.releases} />
      <ReleaseCompare />
    </div>
  );
}
