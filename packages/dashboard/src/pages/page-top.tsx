'use client';

import type { ReactNode } from 'react';
import { FilterBar } from '@oriel/react';
import type { View } from '@oriel/core';

interface PageTopProps {
  title: string;
  /** Another line names what is shown, so the title is only there for who hears the page. @defaultValue false */
  isTitleHidden?: boolean | undefined;
  /** Whose filter text is typed above the page. @defaultValue traces */
  view?: View | undefined;
  children?: ReactNode;
}

/** Title of a page, and what it shows: a text, environments, time. */
export function PageTop({ title, isTitleHidden = false, view = 'traces', children }: PageTopProps) {
  return (
    <header className="oriel-page-top">
      <h1 className={isTitleHidden ? 'oriel-visually-hidden' : 'oriel-page-title'}>{title}</h1>
      <FilterBar className="oriel-page-filters" view={view} />
      {children && <div className="oriel-page-tools">{children}</div>}
    </header>
  );
}
