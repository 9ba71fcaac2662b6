'use client';

import type { MouseEvent, ReactNode } from 'react';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { DashboardRoute } from '../navigation/route.ts';

interface PageLinkProps {
  to: DashboardRoute;
  children: ReactNode;
  className?: string | undefined;
  isCurrent?: boolean | undefined;
  title?: string | undefined;
  onGo?: (() => void) | undefined;
}

/** A link to a page of the dashboard: plain clicks stay in the page, all others are the browser's. */
export function PageLink({ to, children, className = 'oriel-link', isCurrent, title, onGo }: PageLinkProps) {
  const { go, hrefOf } = useDashboard();
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(to);
    onGo?.();
  };
  return (
    <a
      className={className}
      href={hrefOf(to)}
      title={title}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={onClick}
    >
      {children}
    </a>
  );
}
