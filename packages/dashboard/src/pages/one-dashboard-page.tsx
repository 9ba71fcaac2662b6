'use client';

import { CuratedDashboard, DashboardGrid, useDocuments, useWriteDocument } from '@oriel/react';
import type { JsonValue } from '@oriel/core';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { useOpenRecords } from '../navigation/use-open-records.ts';
import { CURATED } from './curated.ts';
import { PageTop } from './page-top.tsx';

/** One dashboard: ours, which can be cloned, or somebody's own. */
export function OneDashboardPage({ name }: { name: string }) {
  const { messages, route, go, store, readCharts } = useDashboard();
  const own = messages.dashboards;
  const documents = useDocuments('dashboard');
  const write = useWriteDocument();
  const openRecords = useOpenRecords();
  const query = filterQuery(route.query);
  const curated = CURATED.find((each) => each === name);

  function clone(copy: JsonValue) {
    const taken = new Set<string>([...CURATED, ...(documents.data?.map((document) => document.name) ?? [])]);
    let copyName = own.copyOf(name);
    for (let number = 2; taken.has(copyName); number += 1) copyName = `${own.copyOf(name)} ${number}`;
    write.mutate(
      { kind: 'dashboard', name: copyName, body: copy, expectedVersion: 0 },
      { onSuccess: () => go({ page: 'dashboards', id: copyName, query }) },
    );
  }

  return (
    <div className="oriel-page-fill">
      <nav className="oriel-crumbs" aria-label={messages.item.place}>
        <PageLink to={{ page: 'dashboards', id: null, query }}>{messages.pages.dashboards}</PageLink>
        <span aria-hidden="true">/</span>
        <span className="oriel-crumbs-here" title={name}>
          {curated ? own.titles[curated] : name}
        </span>
      </nav>
      <PageTop title={curated ? own.titles[curated] : name} isTitleHidden />
      {write.error && (
        <p role="alert" className="oriel-settings-error">
          {write.error.message}
        </p>
      )}
      {curated ? (
        <CuratedDashboard
          dashboard={curated}
          onFilter={openRecords}
          onClone={store.documents && ((copy) => clone(JSON.parse(JSON.stringify(copy)) as JsonValue))}
        />
      ) : (
        <DashboardGrid name={name} readFile={readCharts} onFilter={openRecords} />
      )}
    </div>
  );
}
