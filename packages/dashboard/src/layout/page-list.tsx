'use client';

import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import type { PageName } from '../navigation/route.ts';
import { PageIcon } from './page-icon.tsx';
import { PageLink } from './page-link.tsx';

interface PageListProps {
  pages: readonly PageName[];
  /** Called when the reader has gone to one. */
  onGo?: (() => void) | undefined;
}

/** The pages there are. What is filtered stays filtered on the next page. */
export function PageList({ pages, onGo }: PageListProps) {
  const { route, messages } = useDashboard();
  const query = filterQuery(route.query);
  return (
    <nav className="oriel-dashboard-pages" aria-label={messages.navigation}>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <PageLink
              className="oriel-dashboard-page-link"
              to={{ page, id: null, query }}
              isCurrent={page === route.page}
              title={messages.pages[page]}
              onGo={onGo}
            >
              <PageIcon page={page} />
              <span className="oriel-dashboard-page-name">{messages.pages[page]}</span>
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
