import type { ObservationType } from '@oriel/core';
import { Icon } from './icon.tsx';

/** One path each, so that a row that becomes another's changes an attribute and no element. */
const PATHS: Readonly<Record<ObservationType | 'TRACE', string>> = {
  TRACE: 'M2.5 4h7M5 8h8M8 12h5.5',
  SPAN: 'M3 5v6M13 5v6M3 8h10',
  EVENT: 'M9 2.2 4.2 9h3.6L7 13.8 11.8 7H8.2z',
  GENERATION: 'M8 2.2 9.5 6.5 13.8 8 9.5 9.5 8 13.8 6.5 9.5 2.2 8l4.3-1.5z',
  AGENT:
    'M5 5.5h6a2 2 0 0 1 2 2V11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V7.5a2 2 0 0 1 2-2zM8 5.5V3M6.2 8.5v1.4M9.8 8.5v1.4',
  TOOL: 'M10.9 2.7a3.1 3.1 0 0 0-4 3.9L2.8 10.7l2.5 2.5 4.1-4.1a3.1 3.1 0 0 0 3.9-4l-2 2-1.9-.5-.5-1.9z',
  CHAIN: 'm6.4 9.6 3.2-3.2M7.4 4.6l1-1a2.8 2.8 0 0 1 4 4l-1 1M8.6 11.4l-1 1a2.8 2.8 0 0 1-4-4l1-1',
  RETRIEVER: 'M2.8 7a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0M10.2 10.2l3.4 3.4M5.4 7h3.2',
  EVALUATOR: 'M13.2 7.4A5.3 5.3 0 1 1 10 3.1M5.7 7.6l2 2L13.4 4',
  EMBEDDING:
    'M2.7 4a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0M10.7 5a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0M5.7 9a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0M10.7 12a1.3 1.3 0 1 0 2.6 0a1.3 1.3 0 1 0-2.6 0M5 5 6.3 7.9M8.1 8.2 11 5.8M8.2 9.7l2.6 1.6',
  GUARDRAIL: 'M8 2.2 13 4v3.8c0 2.9-2 4.9-5 6-3-1.1-5-3.1-5-6V4z',
};

interface TypeIconProps {
  type: ObservationType | 'TRACE';
  /** What it says to whoever does not see it. @defaultValue nothing: words beside it say the same */
  label?: string | undefined;
}

/** Shape and colour of a kind of node. */
export function TypeIcon({ type, label }: TypeIconProps) {
  return (
    <span
      className="oriel-type-icon"
      data-type={type}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
    >
      <Icon>
        <path d={PATHS[type]} />
      </Icon>
    </span>
  );
}
