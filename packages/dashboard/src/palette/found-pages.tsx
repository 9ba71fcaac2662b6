'use client';

import { Command } from 'cmdk';
import { PageIcon } from '../layout/page-icon.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { DashboardRoute, PageName } from '../navigation/route.ts';

interface FoundPagesProps {
  pages: readonly PageName[];
  onPick: (to: Omit<DashboardRoute, 'query'>) => void;
}

/** Pages to go to. */
export function FoundPages({ pages, onPick }: FoundPagesProps) {
  const { messages } = useDashboard();
  if (pages.length === 0) return null;
  return (
    <Command.Group heading={messages.palette.pages}>
      {pages.map((page) => (
        <Command.Item key={page} value={`page ${page}`} onSelect={() => onPick({ page, id: null })}>
          <PageIcon page={page} />
          <span>{messages.pages[page]}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
