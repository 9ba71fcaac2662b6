import type { ReactNode } from 'react';
import type { ObservationType } from '@oriel/core';
import { Icon } from './icon.tsx';

const SHAPES: Readonly<Record<ObservationType | 'TRACE', ReactNode>> = {
  TRACE: <path d="M2.5 4h7M5 8h8M8 12h5.5" />,
  SPAN: <path d="M3 5v6M13 5v6M3 8h10" />,
  EVENT: <path d="M9 2.2 4.2 9h3.6L7 13.8 11.8 7H8.2z" />,
  GENERATION: <path d="M8 2.2 9.5 6.5 13.8 8 9.5 9.5 8 13.8 6.5 9.5 2.2 8l4.3-1.5z" />,
  AGENT: (
    <>
      <rect x="3" y="5.5" width="10" height="7.5" rx="2" />
      <path d="M8 5.5V3M6.2 8.5v1.4M9.8 8.5v1.4" />
    </>
  ),
  TOOL: (
    <path d="M10.9 2.7a3.1 3.1 0 0 0-4 3.9L2.8 10.7l2.5 2.5 4.1-4.1a3.1 3.1 0 0 0 3.9-4l-2 2-1.9-.5-.5-1.9z" />
  ),
  CHAIN: <path d="m6.4 9.6 3.2-3.2M7.4 4.6l1-1a2.8 2.8 0 0 1 4 4l-1 1M8.6 11.4l-1 1a2.8 2.8 0 0 1-4-4l1-1" />,
  RETRIEVER: (
    <>
      <circle cx="7" cy="7" r="4.2" />
      <path d="m10.2 10.2 3.4 3.4M5.4 7h3.2" />
    </>
  ),
  EVALUATOR: <path d="M13.2 7.4A5.3 5.3 0 1 1 10 3.1M5.7 7.6l2 2L13.4 4" />,
  EMBEDDING: (
    <>
      <circle cx="4" cy="4" r="1.3" />
      <circle cx="12" cy="5" r="1.3" />
      <circle cx="7" cy="9" r="1.3" />
      <circle cx="12" cy="12" r="1.3" />
      <path d="M5 5 6.3 7.9M8.1 8.2 11 5.8M8.2 9.7l2.6 1.6" />
    </>
  ),
  GUARDRAIL: <path d="M8 2.2 13 4v3.8c0 2.9-2 4.9-5 6-3-1.1-5-3.1-5-6V4z" />,
};

interface TypeIconProps {
  type: ObservationType | 'TRACE';
}

/** Shape and colour of a kind of node. */
export function TypeIcon({ type }: TypeIconProps) {
  return (
    <span className="oriel-type-icon" data-type={type}>
      <Icon>{SHAPES[type]}</Icon>
    </span>
  );
}
