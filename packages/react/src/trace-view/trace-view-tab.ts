import type { ReactNode } from 'react';
import type { TraceStructure } from '@oriel/core';

/** A view of the host's own beside ours. What it picks goes through `useSelection`. */
export interface TraceViewTab {
  /** Its `mode` in the view state. */
  readonly id: string;
  readonly label: string;
  readonly render: (structure: TraceStructure) => ReactNode;
}
