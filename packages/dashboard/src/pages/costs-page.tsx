'use client';

import { COST_GROUPINGS } from '@oriel/core';
import type { CostGrouping } from '@oriel/core';
import { CostPanel } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { useOpenRecords } from '../navigation/use-open-records.ts';
import { PageTop } from './page-top.tsx';

/** What calls cost, and what is wrong with that; by what it is split is in the address. */
export function CostsPage() {
  const { messages, route, go } = useDashboard();
  const openRecords = useOpenRecords();
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.costs} />
      <CostPanel
        groupBy={parseGrouping(readParameter(route.query, 'by'))}
        onGroupBy={(by) =>
          go(
            { ...route, query: setParameter(route.query, 'by', by === 'model' ? null : by) },
            { replace: true },
          )
        }
        onFilter={openRecords}
      />
    </div>
  );
}

function parseGrouping(text: string | null): CostGrouping {
  if (text?.startsWith('metadata.')) return text as CostGrouping;
  return COST_GROUPINGS.find((grouping) => grouping === text) ?? 'model';
}
