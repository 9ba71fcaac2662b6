'use client';

import { useMemo } from 'react';
import { pulseBuckets, pulseQueries, timeUnitFor } from '@oriel/core';
import type { PulseBucket, RecordQuery } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';

/** The pulse of what a query finds: bars over its time, and all of it together. `null` while it loads. */
export function usePulse(view: 'traces' | 'observations', query: RecordQuery) {
  const { bounds, now, timeZone } = useFilters();
  const extent = useAggregate(
    bounds.from === null || bounds.to === null
      ? {
          ...query,
          view,
          measures: [
            { aggregate: 'min', field: 'startTime' },
            { aggregate: 'max', field: 'startTime' },
          ],
        }
      : null,
  );
  const [first, last] = extent.data?.rows[0]?.values ?? [];
  const from = bounds.from ?? numberIn(first);
  // A range without an end ends now, and one without a beginning where its records do.
  const to = bounds.to ?? (bounds.from === null ? numberIn(last) : now);
  const isKnown = from !== null && to !== null;
  const unit = isKnown ? timeUnitFor({ from, to: to + 1 }) : 'day';
  const timeBucket = useMemo(() => ({ unit, timeZone }), [unit, timeZone]);
  const byTime = pulseQueries(view, query, timeBucket);
  const whole = pulseQueries(view, query);
  const all = useAggregate(isKnown ? byTime.all : null).data;
  const errors = useAggregate(isKnown ? byTime.errors : null).data;
  const total = useAggregate(whole.all).data;
  const totalErrors = useAggregate(whole.errors).data;

  return useMemo(() => {
    if (!all || !errors || !total || !totalErrors || from === null || to === null) return null;
    const buckets = pulseBuckets(all, errors, timeBucket, { from, to: to + 1 });
    const [count, cost, p50, p95] = (total.rows[0]?.values ?? []).map(numberIn);
    const sum: PulseBucket = {
      start: from,
      end: to,
      count: count ?? 0,
      errors: numberIn(totalErrors.rows[0]?.values[0]) ?? 0,
      cost: cost ?? null,
      p50: p50 ?? null,
      p95: p95 ?? null,
    };
    return { buckets, sum };
  }, [all, errors, total, totalErrors, timeBucket, from, to]);
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
