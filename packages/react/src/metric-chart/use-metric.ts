'use client';

import { useMemo, useState } from 'react';
import {
  BUCKET_FIELD,
  isOverTime,
  metricQuery,
  narrowQuery,
  recordQuery,
  subtotalQuery,
  timeUnitFor,
  wholeQuery,
} from '@oriel/core';
import type { AggregateAnswer, AggregateQuery, Metric, RecordQuery, TimeSpan } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { usePanelQuery } from '../filters/use-panel-query.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { usePresentation } from './presentation.ts';

/** A metric with its answer: everything a chart needs. */
export interface AnsweredMetric {
  readonly metric: Metric;
  readonly query: AggregateQuery;
  readonly answer: AggregateAnswer;
  /** What time was asked for. */
  readonly span: TimeSpan;
  /** Of numbers: the same for the time before; `null` where there is none. */
  readonly before: AggregateAnswer | null;
  /** Of tables with two dimensions. */
  readonly subtotals: AggregateAnswer | null;
  /** Of tables. */
  readonly total: AggregateAnswer | null;
}

/**
 * Asks a metric of the provider's store, narrowed by the nearest `FilterProvider`, and follows changes. While another
 * time or filter is read, `data` is the last answer, together with what it answers.
 *
 * @param own - conditions on top of the metric's.
 */
export function useMetric(metric: Metric, own: RecordQuery = {}) {
  const { filters, bounds, now } = useFilters();
  const { timeZone } = usePresentation().format;
  const records = usePanelQuery(metric.view, own);
  const overTime = isOverTime(metric);

  // Nobody knows when "all the time" begins: it begins with the first record.
  const needsStart = overTime && bounds.from === null && metric.timeUnit === undefined;
  const field = BUCKET_FIELD[metric.view];
  const start = useAggregate(
    needsStart
      ? wholeQuery({ view: metric.view, measures: [{ aggregate: 'min', field }], ...records })
      : null,
  );
  const keys = useFacets(
    metric.splitBy === undefined
      ? null
      : { view: metric.view, fields: [`${metric.splitBy}Keys`], ...records },
  );
  const first = start.data?.rows[0]?.values[0];
  const timeUnit = timeUnitFor({ from: typeof first === 'number' ? first : bounds.from, to: bounds.to }, now);
  const isReady =
    (!needsStart || start.data !== undefined) && (metric.splitBy === undefined || keys.data !== undefined);
  const names = keys.data?.[0]?.values.map(({ value }) => String(value)).toSorted();
  const query = metricQuery(metric, { records, timeUnit, timeZone, keys: names });

  const main = useAggregate(isReady ? query : null);
  const isTable = metric.kind === 'table';
  const subtotals = useAggregate(
    isTable && (query.dimensions?.length ?? 0) === 2 ? subtotalQuery(query) : null,
  );
  const hasTotal = isTable && metric.hasTotal !== false && (query.dimensions?.length ?? 0) > 0;
  const total = useAggregate(hasTotal ? wholeQuery(query) : null);
  const previous =
    metric.kind === 'number' && bounds.from !== null ? timeBefore(bounds.from, bounds.to ?? now) : null;
  const before = useAggregate(
    previous && {
      ...query,
      filter: undefined,
      traces: undefined,
      ...narrowQuery(
        narrowQuery(own, { filter: metric.filter, traces: metric.traces }),
        recordQuery({ ...filters, time: previous }, metric.view, now),
      ),
    },
  );

  const parts = [main, subtotals, total, before];
  const isFresh =
    main.data !== undefined && parts.every((part) => !part.isPlaceholderData && !part.isLoading);
  const span = useMemo(
    () => ({ from: bounds.from, to: bounds.from === null ? null : (bounds.to ?? now) }),
    [bounds, now],
  );
  const key = JSON.stringify([metric, own]);
  const [held, setHeld] = useState<{ key: string; data: AnsweredMetric } | null>(null);
  if (
    isFresh &&
    (held?.key !== key ||
      held.data.answer !== main.data ||
      held.data.span !== span ||
      held.data.total !== (total.data ?? null) ||
      held.data.before !== (before.data ?? null))
  ) {
    setHeld({
      key,
      data: {
        metric,
        query,
        answer: main.data,
        span,
        before: before.data ?? null,
        subtotals: subtotals.data ?? null,
        total: total.data ?? null,
      },
    });
  }
  const failed = [start, keys, ...parts].filter(({ error }) => error !== null);
  return {
    /** `undefined` until the first answer to this metric. */
    data: held?.key === key ? held.data : undefined,
    /** Another answer is being read. */
    isStale: !isFresh,
    error: failed[0]?.error ?? null,
    refetch: () => {
      for (const part of failed) void part.refetch();
    },
  };
}

/** A time as long as another, right before it. */
function timeBefore(from: number, to: number) {
  return { from: from - (to - from), to: from };
}
