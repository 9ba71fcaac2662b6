'use client';

import { useEffect, useRef, useState } from 'react';
import type { RecordQuery } from '@oriel/core';
import { useStoreContext } from '../provider/store-context.ts';
import type { BulkAction, BulkOptions, BulkState } from './run-bulk-action.ts';

/** One action on many traces at a time. Whoever leaves the page before it began has not done it. */
export function useBulkAction() {
  const { store } = useStoreContext();
  const [state, setState] = useState<BulkState | null>(null);
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  return {
    state,
    isWritable: store.traces.capabilities.writable,
    isBusy: state?.kind === 'waiting' || state?.kind === 'running',
    start: (action: BulkAction, query: RecordQuery) => {
      stopping.current?.abort();
      const { signal } = (stopping.current = new AbortController());
      const onState = (next: BulkState) => {
        if (stopping.current?.signal === signal) setState(next);
      };
      void begin({ store: store.traces, query, action, onState, signal });
    },
    /** Undoes what did not begin, and stops what did. */
    stop: () => {
      stopping.current?.abort();
      if (state?.kind === 'waiting') setState(null);
    },
    dismiss: () => setState(null),
  };
}

/** Its code loads when somebody uses it. */
async function begin(options: BulkOptions) {
  const { runBulkAction } = await import('./run-bulk-action.ts');
  await runBulkAction(options);
}

export type BulkActionRun = ReturnType<typeof useBulkAction>;
