'use client';

import { useState } from 'react';
import type { FormEvent } from 'react';
import { CURATED_DASHBOARDS, readDashboard } from '@oriel/core';
import { useDocuments, usePresentation, useWriteDocument } from '@oriel/react';
import { PageIcon } from '../layout/page-icon.tsx';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { CURATED } from './curated.ts';

/** Our dashboards, and those that people made. */
export function DashboardsPage() {
  const { messages, store } = useDashboard();
  const own = messages.dashboards;
  const documents = useDocuments('dashboard');
  const made = documents.data?.map(({ name, body }) => ({
    name,
    title: name,
    charts: readDashboard(body).dashboard?.widgets.length ?? 0,
  }));
  const curated = CURATED.map((name) => ({
    name,
    title: own.titles[name],
    charts: CURATED_DASHBOARDS[name].widgets.length,
  }));

  return (
    <div className="oriel-page-scroll oriel-settings">
      <h1 className="oriel-page-title">{messages.pages.dashboards}</h1>
      <DashboardCards title={own.curated} dashboards={curated} />
      <DashboardCards title={own.own} dashboards={made ?? []} />
      {store.documents ? (
        <AddDashboard taken={[...curated, ...(made ?? [])].map(({ name }) => name)} />
      ) : (
        <p className="oriel-quiet">{own.noDocuments}</p>
      )}
      {store.documents && documents.error && (
        <p role="alert" className="oriel-settings-error">
          {documents.error.message}
        </p>
      )}
    </div>
  );
}

interface DashboardCardsProps {
  title: string;
  dashboards: readonly { name: string; title: string; charts: number }[];
}

function DashboardCards({ title, dashboards }: DashboardCardsProps) {
  const { route, messages } = useDashboard();
  const { format } = usePresentation();
  if (dashboards.length === 0) return null;
  return (
    <section className="oriel-section" aria-label={title}>
      <h2 className="oriel-section-heading">{title}</h2>
      <ul className="oriel-dashboard-cards">
        {dashboards.map((dashboard) => (
          <li key={dashboard.name}>
            <PageLink
              className="oriel-dashboard-card"
              to={{ page: 'dashboards', id: dashboard.name, query: filterQuery(route.query) }}
            >
              <PageIcon page="dashboards" />
              <span className="oriel-dashboard-card-title" title={dashboard.title}>
                {dashboard.title}
              </span>
              <span className="oriel-quiet">
                {messages.dashboards.charts(dashboard.charts, format.count(dashboard.charts))}
              </span>
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form for the name of one more, which begins empty. */
function AddDashboard({ taken }: { taken: readonly string[] }) {
  const { messages, route, go } = useDashboard();
  const own = messages.dashboards;
  const [problem, setProblem] = useState<string | null>(null);
  const write = useWriteDocument();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('name');
    const name = typeof value === 'string' ? value.trim() : '';
    if (name === '') return;
    setProblem(taken.includes(name) ? own.taken(name) : null);
    if (taken.includes(name)) return;
    write.mutate(
      { kind: 'dashboard', name, body: { format: 1, title: name, widgets: [] }, expectedVersion: 0 },
      {
        onSuccess: () => go({ page: 'dashboards', id: name, query: filterQuery(route.query) }),
        onError: (error) => setProblem(error.message),
      },
    );
  }

  return (
    <form className="oriel-settings-form" onSubmit={onSubmit}>
      <label className="oriel-settings-field">
        {own.name}
        <input className="oriel-field" name="name" maxLength={100} />
      </label>
      <button type="submit" className="oriel-button">
        {own.add}
      </button>
      {problem !== null && (
        <p role="alert" className="oriel-settings-error">
          {problem}
        </p>
      )}
    </form>
  );
}
