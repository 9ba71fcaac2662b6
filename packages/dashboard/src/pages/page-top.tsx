'use client';

import type { ReactNode } from 'react';
import { FilterBar } from '@oriel/react';
import type { View } from '@oriel/core';

interface PageTopProps {
  title: string;
  /** Whose filter text is typed above the page. @defaultValue traces */
  view?: View | undefined;
  children?: ReactNode;
}

/** Title of a page, and what it shows: a text, environments, time. */
export function PageTop({ title, view = 'traces', children }: PageTopProps) {
  return (
    <header className="oriel-page-top">
      <h1 className="oriel-page-title">{title}</h1>
      <FilterBar className="oriel-page-filters" view={view} />
      {children}
    </header>
  );
}
