'use client';

import { useMemo } from 'react';
import { ReleaseCompare } from '@oriel/react';
import type { CompareChoice } from '@oriel/react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { PageTop } from './page-top.tsx';

/** Two releases side by side; which two is in the address. */
export function ReleasesPage() {
  const { messages, route, go } = useDashboard();
  const choice = useMemo(() => parseChoice(route.query), [route.query]);
  return (
    <div className="oriel-page-fill">
      <PageTop title={messages.pages.releases} />
      <ReleaseCompare
        choice={choice}
        onChoice={(next) => go({ ...route, query: withChoice(route.query, next) }, { replace: true })}
      />
    </div>
  );
}

/** Whoever chose none has the newest two. An empty filter is a choice, and means everything. */
function parseChoice(query: string): CompareChoice {
  const parameters = new URLSearchParams(query);
  const by = readParameter(query, 'by');
  return {
    by: by === 'version' || by === 'filter' ? by : 'release',
    baseline: parameters.get('baseline'),
    candidate: parameters.get('candidate'),
  };
}

function withChoice(query: string, { by, baseline, candidate }: CompareChoice): string {
  const sides = setParameter(setParameter(query, 'baseline', baseline), 'candidate', candidate);
  return setParameter(sides, 'by', by === 'release' ? null : by);
}
