'use client';

import { useEffect, useRef, useState } from 'react';
import { StoreError } from '@oriel/core';
import type { RecordQuery } from '@oriel/core';
import { createPricer, previewRepricing, repriceObservations } from '@oriel/core/pricing';
import type { PriceList, RepricingReport } from '@oriel/core/pricing';
import { useStoreContext } from '../provider/store-context.ts';

/** Where a run stands. */
export type RepricingRun =
  | { readonly state: 'idle' }
  /** Observations that were looked at, of those of the range. */
  | { readonly state: 'running'; readonly isWriting: boolean; readonly done: number; readonly count: number }
  | { readonly state: 'done'; readonly isWriting: boolean; readonly report: RepricingReport }
  | { readonly state: 'cancelled'; readonly isWriting: boolean }
  | { readonly state: 'failed'; readonly message: string };

export interface RepricingRange {
  /** Earlier lists beat later ones. */
  readonly lists: readonly PriceList[];
  /** Which observations. */
  readonly query: RecordQuery;
  /** Keeps the new costs. @defaultValue false: only says what would change */
  readonly isWriting?: boolean | undefined;
}

/** Prices a range again, with or without keeping the result, with progress; ends when the component goes. */
export function useRepricing() {
  const { store } = useStoreContext();
  const [run, setRun] = useState<RepricingRun>({ state: 'idle' });
  const stopping = useRef<AbortController | null>(null);
  useEffect(() => () => stopping.current?.abort(), []);

  async function start({ lists, query, isWriting = false }: RepricingRange) {
    stopping.current?.abort();
    const own = new AbortController();
    stopping.current = own;
    const { signal } = own;
    const isCurrent = () => stopping.current === own;
    setRun({ state: 'running', isWriting, done: 0, count: 0 });
    try {
      const { rows } = await store.traces.aggregate(
        { view: 'observations', ...query, measures: [{ aggregate: 'count' }] },
        { signal },
      );
      const count = (rows[0]?.values[0] ?? 0) as number;
      const options = {
        ...query,
        pricer: createPricer(lists),
        signal,
        onProgress: (done: number) => {
          if (isCurrent()) setRun({ state: 'running', isWriting, done, count });
        },
      };
      const report = await (isWriting
        ? repriceObservations(store.traces, options)
        : previewRepricing(store.traces, options));
      if (isCurrent()) setRun({ state: 'done', isWriting, report });
    } catch (error) {
      if (!isCurrent()) return;
      const isAborted = StoreError.is(error) && error.code === 'aborted';
      if (isAborted) setRun({ state: 'cancelled', isWriting });
      else setRun({ state: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    run,
    start: (range: RepricingRange) => void start(range),
    cancel: () => stopping.current?.abort(),
    reset: () => {
      stopping.current?.abort();
      stopping.current = null;
      setRun({ state: 'idle' });
    },
  };
}
