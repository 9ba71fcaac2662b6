'use client';

import { useState } from 'react';
import type { FormEvent } from 'react';
import { useDocuments } from '@oriel/react';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { CURATED } from './curated.ts';

/** Our dashboards, and those that people made. */
export function DashboardsPage() {
  const { messages, store } = useDashboard();
  const own = messages.dashboards;
  const documents = useDocuments('dashboard');
  const names = documents.data?.map(({ name }) => name) ?? [];

  return (
    <div className="oriel-page-scroll oriel-settings">
      <h1 className="oriel-page-title">{messages.pages.dashboards}</h1>
      <NameList
        title={own.curated}
        names={CURATED}
        titleOf={(name) => own.titles[name as keyof typeof own.titles]}
      />
      <NameList title={own.own} names={names} titleOf={(name) => name} />
      {store.documents ? (
        <AddDashboard taken={[...CURATED, ...names]} />
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

interface NameListProps {
  title: string;
  names: readonly string[];
  titleOf: (name: string) => string;
}

function NameList({ title, names, titleOf }: NameListProps) {
  const { route } = useDashboard();
  if (names.length === 0) return null;
  return (
    <section className="oriel-section" aria-label={title}>
      <h2 className="oriel-section-heading">{title}</h2>
      <ul className="oriel-names">
        {names.map((name) => (
          <li key={name}>
            <PageLink to={{ page: 'dashboards', id: name, query: filterQuery(route.query) }}>
              {titleOf(name)}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A form for the name of one more: its page opens empty, and keeps the first thing that is put there. */
function AddDashboard({ taken }: { taken: readonly string[] }) {
  const { messages, route, go } = useDashboard();
  const own = messages.dashboards;
  const [problem, setProblem] = useState<string | null>(null);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const value = new FormData(event.currentTarget).get('name');
    const name = typeof value === 'string' ? value.trim() : '';
    if (name === '') return;
    setProblem(taken.includes(name) ? own.taken(name) : null);
    if (!taken.includes(name)) go({ page: 'dashboards', id: name, query: filterQuery(route.query) });
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
