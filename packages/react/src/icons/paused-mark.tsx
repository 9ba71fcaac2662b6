'use client';

import { usePresentation } from '../provider/presentation-context.ts';
import { Icon } from './icon.tsx';

/** Says that something waits for a person. */
export function PausedMark() {
  const { messages } = usePresentation();
  return (
    <span className="oriel-level-mark" data-level="PAUSED">
      <Icon>
        <path d="M6 4v8M10 4v8" />
      </Icon>
      <span className="oriel-level-mark-text">{messages.paused}</span>
    </span>
  );
}
