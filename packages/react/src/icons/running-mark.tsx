'use client';

import { usePresentation } from '../provider/presentation-context.ts';

/** Says that something has not ended. */
export function RunningMark() {
  const { messages } = usePresentation();
  return <span className="oriel-running-mark">{messages.running}</span>;
}
