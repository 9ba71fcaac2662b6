'use client';

import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { FacetList } from '@oriel/react';
import type { View } from '@oriel/core';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { PageTop } from './page-top.tsx';
import { ViewsButton } from './views-button.tsx';

/** Width of the dashboard from which there is room for both, in CSS pixels. */
const ROOMY = 1280;

interface ListWithFacetsProps {
  title: string;
  view: View;
  /** Buttons beside the one that shows the facets. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A list beneath the bar, with what there is to filter by at its side. */
export function ListWithFacets({ title, view, actions, children }: ListWithFacetsProps) {
  const { messages, frame } = useDashboard();
  // A page that is drawn together with its frame has none at first.
  const isRoomy = useMemo(() => (frame?.clientWidth ?? 0) >= ROOMY, [frame]);
  const [chosen, choose] = useState<boolean | null>(null);
  const isShown = chosen ?? isRoomy;
  return (
    <div className="oriel-page-fill">
      <PageTop title={title} view={view}>
        <ViewsButton view={view} />
        <button
          type="button"
          className="oriel-button"
          aria-expanded={isShown}
          onClick={() => choose(!isShown)}
        >
          {messages.facets}
        </button>
        {actions}
      </PageTop>
      <div className="oriel-list-page">
        {isShown && <FacetList className="oriel-list-facets" view={view} />}
        {children}
      </div>
    </div>
  );
}
