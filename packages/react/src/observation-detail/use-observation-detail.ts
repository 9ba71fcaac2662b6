'use client';

import { useMemo } from 'react';
import {
  breakdownRows,
  isUnpriced,
  nodeDetail,
  observationTiming,
  summarizeUsage,
  totalCost,
} from '@oriel/core';
import type { TraceStructure, TraceTreeNodeId } from '@oriel/core';

export interface UseObservationDetailOptions {
  /** The trace the node is in. */
  structure: TraceStructure;
  /** The observation to show; `null` for the trace itself. */
  observationId: TraceTreeNodeId;
}

/**
 * What is known of one node of a trace, ready to be written down; `null` when the trace has no such observation.
 *
 * @example
 * const node = useObservationDetail({ structure, observationId });
 * node?.timing.duration
 */
export function useObservationDetail({ structure, observationId }: UseObservationDetailOptions) {
  return useMemo(() => {
    const detail = nodeDetail(structure, observationId);
    if (!detail) return null;
    const { usage, cost } = detail.observation ?? detail.trace;
    return {
      ...detail,
      scores: detail.scores.filter(({ dataType }) => dataType !== 'CORRECTION'),
      /** What people say the output should have been. */
      corrections: detail.scores.filter(({ dataType }) => dataType === 'CORRECTION'),
      timing: detail.observation
        ? observationTiming(detail.observation)
        : { duration: detail.trace.latency, timeToFirstToken: null, isRunning: false },
      usage: summarizeUsage(usage),
      cost: totalCost(cost),
      breakdown: breakdownRows(usage, cost),
      isUnpriced: detail.observation !== null && isUnpriced(detail.observation),
    };
  }, [structure, observationId]);
}

/** What {@link useObservationDetail} finds. */
export type ObservationDetailNode = NonNullable<ReturnType<typeof useObservationDetail>>;
