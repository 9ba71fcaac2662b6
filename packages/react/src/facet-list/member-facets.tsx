'use client';

import type { ReactNode } from 'react';
import type { RecordQuery, View } from '@oriel/core';
import { useFacets } from '../hooks/use-facets.ts';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import type { useOpenFields } from './facet-list-view.tsx';

interface MemberFacetsProps {
  view: View;
  group: 'scores' | 'metadata';
  /** The records whose members are listed. */
  around: RecordQuery;
  open: ReturnType<typeof useOpenFields>;
  section: (field: string, title: string) => ReactNode;
}

const MEMBERS = { scores: 'scoreNames', metadata: 'metadataKeys' } as const;
/** Views whose records have none of their own. */
const WITHOUT: Readonly<Record<MemberFacetsProps['group'], readonly View[]>> = {
  scores: ['users', 'scores'],
  metadata: ['sessions', 'users'],
};

/** A facet for each score or metadata key there is, asked for when the group is opened. */
export function MemberFacets({ view, group, around, open, section }: MemberFacetsProps) {
  const texts = usePresentation().messages.facetList;
  const isOpen = open.has(group);
  const { data } = useFacets(isOpen ? { view, fields: [MEMBERS[group]], limit: 50, ...around } : null);
  if (WITHOUT[group].includes(view)) return null;
  const values = data?.[0]?.values;
  return (
    <section className="oriel-facet-group">
      <h3 className="oriel-facet-head">
        <button
          type="button"
          className="oriel-facet-toggle"
          aria-expanded={isOpen}
          onClick={() => open.set(group, !isOpen)}
        >
          <ChevronIcon />
          <span className="oriel-facet-title">{texts[group]}</span>
        </button>
      </h3>
      {isOpen && (
        <div className="oriel-facet-members">
          {values?.map(({ value }) => section(`${group}.${value}`, String(value)))}
          {values?.length === 0 && <p className="oriel-facet-note">{texts.nothing}</p>}
          {!values && <p className="oriel-facet-note">{texts.loadingFacet}</p>}
        </div>
      )}
    </section>
  );
}
