'use client';

import { lazyPart } from '../data-grid/lazy-part.tsx';
import type { BulkActionsProps } from './bulk-actions.tsx';
import type { BulkActionRun } from './use-bulk-action.ts';

/** What can be done with the selected traces: loaded when some are selected. */
export const LazyBulkActions = lazyPart<BulkActionsProps>(
  async () => (await import('./bulk-actions.tsx')).BulkActions,
);

const LazyStatus = lazyPart<{ run: BulkActionRun }>(
  async () => (await import('./bulk-actions.tsx')).BulkStatus,
);

/** How far an action is; nothing while there is none. */
export function LazyBulkStatus({ run }: { run: BulkActionRun }) {
  return run.state && <LazyStatus run={run} />;
}
