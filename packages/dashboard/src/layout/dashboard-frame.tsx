'use client';

import { forwardRef, useRef } from 'react';
import type { ReactNode } from 'react';
import { CommandPalette } from '../palette/command-palette.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { PAGES } from '../navigation/route.ts';
import type { PageName } from '../navigation/route.ts';
import { PageDrawer } from './page-drawer.tsx';
import { PageLink } from './page-link.tsx';
import { PageList } from './page-list.tsx';
import { useFocusOnPage } from './use-focus-on-page.ts';

interface DashboardFrameProps {
  pages: readonly PageName[];
  brand: ReactNode;
  actions: ReactNode;
  children: ReactNode;
}

/**
 * What stands around every page.
 *
 * ```
 *   wide            brand | jump to …            actions
 *                   pages | the page
 *   narrow          ≡ brand        jump to …    actions
 *                   the page
 * ```
 */
export const DashboardFrame = forwardRef<HTMLDivElement, DashboardFrameProps>(function DashboardFrame(
  { pages, brand, actions, children },
  ref,
) {
  const { messages, route } = useDashboard();
  const home = pages[0] ?? PAGES[0];
  const main = useRef<HTMLElement>(null);
  useFocusOnPage(main, `${route.page}/${route.id ?? ''}`);
  return (
    <div ref={ref} className="oriel-panel oriel-dashboard">
      <a className="oriel-dashboard-skip" href="#oriel-page" onClick={skipToPage}>
        {messages.skipToContent}
      </a>
      <div className="oriel-dashboard-frame">
        <header className="oriel-dashboard-bar">
          <PageDrawer pages={pages} />
          <PageLink className="oriel-dashboard-brand" to={{ page: home, id: null, query: '' }}>
            {brand}
          </PageLink>
          <CommandPalette pages={pages} />
          {actions && <div className="oriel-dashboard-actions">{actions}</div>}
        </header>
        <aside className="oriel-dashboard-side">
          <PageList pages={pages} />
        </aside>
        <main
          ref={main}
          className="oriel-dashboard-page"
          tabIndex={-1}
          aria-label={messages.pages[route.page]}
        >
          {children}
        </main>
      </div>
    </div>
  );
});

/** The address belongs to the pages, so the jump is made by hand. */
function skipToPage(event: { preventDefault: () => void; currentTarget: HTMLElement }) {
  event.preventDefault();
  event.currentTarget.parentElement?.querySelector<HTMLElement>('main')?.focus();
}
