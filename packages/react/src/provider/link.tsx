'use client';

import type { MouseEvent, ReactNode } from 'react';
import { usePresentation } from './presentation-context.ts';

interface LinkProps {
  /** Without an address the children are shown as they are. */
  href: string | undefined;
  children: ReactNode;
  className?: string | undefined;
  tabIndex?: number | undefined;
}

/** A link that lets the host's router have plain clicks. */
export function Link({ href, children, className = 'oriel-link', tabIndex }: LinkProps) {
  const { navigate } = usePresentation().navigation;
  if (href === undefined) return children;

  const onClick = (event: MouseEvent) => {
    const isPlain =
      event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!navigate || !isPlain) return;
    event.preventDefault();
    navigate(href);
  };
  return (
    <a className={className} href={href} tabIndex={tabIndex} onClick={onClick}>
      {children}
    </a>
  );
}
