'use client';

import { useRef } from 'react';
import type { RefObject } from 'react';
import type { ObservationId } from '@oriel/core';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';

interface ScrollAnchorOptions {
  scrollRef: RefObject<HTMLElement | null>;
  isAnchored: boolean;
  rows: Int32Array;
  /** Id of a row; empty where there is none. */
  idAt: (index: number) => ObservationId;
  /** Distance of a row from the top of the list, in pixels. */
  startOf: (index: number) => number;
  /** The first row in sight. */
  firstIndex: number;
}

/**
 * Leaves the reader where they are when rows come in, or go, above them: the list is scrolled by as much as its first
 * row in sight has moved. At the very top nobody is held: there the reader sees what comes first.
 */
export function useScrollAnchor({
  scrollRef,
  isAnchored,
  rows,
  idAt,
  startOf,
  firstIndex,
}: ScrollAnchorOptions): void {
  const anchor = useRef({ rows, id: '', index: 0, start: 0 });

  useIsomorphicLayoutEffect(() => {
    const element = scrollRef.current;
    const { rows: before, id, index, start } = anchor.current;
    // Where the list is scrolled to is asked last: the answer costs a layout.
    if (isAnchored && before !== rows && id !== '' && element && element.scrollTop > 0) {
      const now = findNear(index);
      if (now !== -1) {
        const by = startOf(now) - start;
        if (by !== 0) element.scrollTop += by;
        anchor.current = { rows, id, index: now, start: startOf(now) };
        return;
      }
    }
    anchor.current = { rows, id: idAt(firstIndex), index: firstIndex, start: startOf(firstIndex) };

    function findNear(from: number): number {
      // Few rows come at once, so it is mostly close to where it was.
      for (let step = 0; step < rows.length; step += 1) {
        if (from + step < rows.length && idAt(from + step) === id) return from + step;
        if (step <= from && idAt(from - step) === id) return from - step;
      }
      return -1;
    }
  });
}
