'use client';

import { useRef } from 'react';
import type { RefObject } from 'react';
import { findArrangedRow, findTraceTreeRow, findVisibleIndex, traceTreeNodeId } from '@oriel/core';
import type { ArrangedTraceTree, TraceTreeLayout } from '@oriel/core';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';

interface AnchoredTree {
  readonly whole: TraceTreeLayout;
  readonly layout: ArrangedTraceTree;
  readonly visibleRows: Int32Array;
}

/**
 * Keeps what is being read where it is: when rows come, go or move above the topmost row in sight, the list is
 * scrolled by as much, before anything is painted.
 *
 * ```
 *        before          two arrive above        anchored
 *      ┌─────────┐        ┌─────────┐          ┌─────────┐
 *      │ search  │        │ new     │          │ search  │
 *      │ answer  │        │ new     │          │ answer  │
 *      └─────────┘        └ search ─┘          └─────────┘
 * ```
 */
export function useScrollAnchor(
  { whole, layout, visibleRows }: AnchoredTree,
  scroller: HTMLElement | null,
  rowHeight: number,
  scrollOffset: RefObject<number>,
): void {
  const before = useRef<AnchoredTree | null>(null);
  useIsomorphicLayoutEffect(() => {
    const last = before.current;
    before.current = { whole, layout, visibleRows };
    // As it was when it was looked at last: a list that got shorter may have been pushed up since.
    const offset = scrollOffset.current;
    if (!last || !scroller || offset <= 0 || last.visibleRows === visibleRows) return;

    const index = Math.floor(offset / rowHeight);
    const row = last.visibleRows[index];
    if (row === undefined) return;
    const hint = last.layout.wholeRow[row] ?? 0;
    const wholeRow = findTraceTreeRow(whole, traceTreeNodeId(last.layout, row), hint);
    if (wholeRow === -1) return;
    const now = findVisibleIndex(visibleRows, findArrangedRow(layout, wholeRow));
    if (now !== index) scroller.scrollTo({ top: offset + (now - index) * rowHeight, behavior: 'instant' });
  }, [whole, layout, visibleRows, scroller, rowHeight, scrollOffset]);
}
