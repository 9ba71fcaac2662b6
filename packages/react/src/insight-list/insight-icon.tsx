import type { ReactNode } from 'react';
import type { InsightCode } from '@oriel/core';
import { Icon } from '../icons/icon.tsx';

const SHAPES: Readonly<Record<InsightCode, ReactNode>> = {
  'error-origin': <path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.5M8 11v.1" />,
  retries: <path d="M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3" />,
  loop: <path d="M4.5 5.5h6a2.5 2.5 0 0 1 0 5h-6M6.5 3.5l-2 2 2 2M9.5 8.5l2 2-2 2" />,
  'repeated-call': (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 3.5v-.2a.8.8 0 0 0-.8-.8H3.3a.8.8 0 0 0-.8.8v6.4c0 .44.36.8.8.8h.2" />
    </>
  ),
  'context-growth': <path d="M3 13V10M6.3 13V8M9.7 13V5.5M13 13V3" />,
  'cache-miss': (
    <path d="M3 4.5c0-1.1 2.2-2 5-2s5 .9 5 2-2.2 2-5 2-5-.9-5-2zM3 4.5v7c0 1.1 2.2 2 5 2M13 4.5V8M10 10l3.5 3.5M13.5 10 10 13.5" />
  ),
  'slow-branch': (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3l2 1.5" />
    </>
  ),
  'dear-branch': (
    <path d="M10.5 5.2C10.2 4.2 9.2 3.8 8 3.8c-1.5 0-2.5.8-2.5 2S6.5 7.7 8 8s2.6.8 2.6 2.1-1.1 2.1-2.6 2.100c-1.3 0-2.4-.5-2.6-1.600M8 2.300v11.4" />
  ),
  idle: (
    <path d="M4 2.500h8M4 13.500h8M5 2.500c0 3 3 4 3 5.500s-3 2.5-3 5.500M11 2.500c0 3-3 4-3 5.500s3 2.5 3 5.5" />
  ),
};

interface InsightIconProps {
  code: InsightCode;
}

/** Shape of a kind of finding. */
export function InsightIcon({ code }: InsightIconProps) {
  return (
    <span className="oriel-insight-list-icon" aria-hidden="true">
      <Icon>{SHAPES[code]}</Icon>
    </span>
  );
}
