'use client';

import { CostPanel } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { PageTop } from './page-top.tsx';

/** What calls cost, and what is wrong with that. */
export function CostsPage() {
  const { messages } = useDashboard();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.costs} />
      <CostPanel />
    </div>
  );
}
