'use client';

import { useMemo } from 'react';
import { arrangeSums, sharedSubtreeSums, wholeSums } from '@oriel/core';
import type { ArrangedTraceTree, RowSums, SubtreeSums, TraceTreeLayout } from '@oriel/core';
import { useFirstFrame } from '../state/use-first-frame.ts';

/** Fewer rows are summed in less time than a frame has. */
const MAX_AT_ONCE = 20_000;

/** What was summed for a tree already: coming back to it shows its sums at once. */
const summed = new WeakSet<TraceTreeLayout>();

const NO_SUMS: SubtreeSums = {
  start: new Float64Array(0),
  end: new Float64Array(0),
  input: new Float64Array(0),
  output: new Float64Array(0),
  tokens: new Float64Array(0),
  cost: new Float64Array(0),
  warnings: new Int32Array(0),
  errors: new Int32Array(0),
};

/**
 * What the rows of a tree come to with everything below them. Of a huge tree the rows are shown first and their sums
 * with the next frame, because a row on screen need not wait for a hundred thousand that are not; once they are
 * there, a tree that grows keeps them.
 */
export function useTreeSums(
  whole: TraceTreeLayout,
  layout: ArrangedTraceTree,
): { sums: SubtreeSums; totals: RowSums } {
  const isDue = useFirstFrame(whole.rowCount > MAX_AT_ONCE && !summed.has(whole));
  return useMemo(() => {
    if (!isDue) return { sums: NO_SUMS, totals: wholeSums(whole, NO_SUMS) };
    const sumsOfWhole = sharedSubtreeSums(whole);
    summed.add(whole);
    return { sums: arrangeSums(layout, sumsOfWhole), totals: wholeSums(whole, sumsOfWhole) };
  }, [isDue, whole, layout]);
}
