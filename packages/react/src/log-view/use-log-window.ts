'use client';

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import type { Observation, ObservationId } from '@oriel/core';

/** Used until the stylesheet's height is measured. */
const DEFAULT_ROW_HEIGHT = 30;
/** What an open row takes until it is measured. */
const OPEN_HEIGHT = 240;
const OVERSCAN = 6;

// On a server there is nothing to measure, and React 18 complains about layout effects there.
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

interface LogWindowOptions {
  observations: readonly Observation[];
  rows: Int32Array;
  expandedIds: ReadonlySet<ObservationId>;
  /** Stays mounted wherever the list is scrolled to, -1 for none. */
  keptIndex: number;
}

/** Which rows of the log to mount. Closed rows are equally high and never measured; open ones are. */
export function useLogWindow({ observations, rows, expandedIds, keptIndex }: LogWindowOptions) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const probeRef = useRef<HTMLDivElement>(null);
  const [rowHeight, setRowHeight] = useState(DEFAULT_ROW_HEIGHT);

  const idAt = useCallback(
    (index: number) => observations[rows[index] ?? -1]?.id ?? '',
    [observations, rows],
  );
  // Heights are remembered by key: one for each state, so that a row that is closed is as low as before.
  const getItemKey = useCallback(
    (index: number) => {
      const id = idAt(index);
      return expandedIds.size > 0 && expandedIds.has(id) ? `open ${id}` : id;
    },
    [idAt, expandedIds],
  );
  const estimateSize = useCallback(
    (index: number) => (expandedIds.size > 0 && expandedIds.has(idAt(index)) ? OPEN_HEIGHT : rowHeight),
    [idAt, expandedIds, rowHeight],
  );
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex === -1 || keptIndex >= range.count || indexes.includes(keptIndex)) return indexes;
      return [...indexes, keptIndex].toSorted((a, b) => a - b);
    },
    [keptIndex],
  );

  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize,
    getItemKey,
    overscan: OVERSCAN,
    rangeExtractor,
  });

  useIsomorphicLayoutEffect(() => {
    const measured = probeRef.current?.offsetHeight;
    if (measured && measured !== rowHeight) setRowHeight(measured);
  }, [rowHeight]);
  const measuredHeight = useRef(rowHeight);
  useIsomorphicLayoutEffect(() => {
    if (measuredHeight.current === rowHeight) return;
    measuredHeight.current = rowHeight;
    virtualizer.measure();
  }, [rowHeight, virtualizer]);

  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;

  /** What is in sight, then what a screen further on comes into it, then what just left. */
  const wanted = useMemo(() => {
    const screen = last - first + 1;
    const found: Observation[] = [];
    const add = (from: number, until: number) => {
      for (let index = Math.max(0, from); index < Math.min(rows.length, until); index += 1) {
        const observation = observations[rows[index] ?? -1];
        if (observation) found.push(observation);
      }
    };
    add(first, last + 1);
    add(last + 1, last + 1 + screen);
    add(first - screen, first);
    return found;
  }, [observations, rows, first, last]);

  const slotCount = 2 ** Math.ceil(Math.log2(items.length + 2 * OVERSCAN));
  return {
    scrollRef,
    probeRef,
    virtualizer,
    items,
    wanted,
    /** Ids of the rows in sight. */
    idsInSight: () => Array.from({ length: last - first + 1 }, (_, place) => idAt(first + place)),
    /**
     * React key of a mounted row. A closed row that leaves gives its elements to one that comes, as in the tree; an
     * open one keeps its own, because it has been scrolled and unfolded by hand.
     */
    slotOf: (index: number) => {
      const id = idAt(index);
      if (expandedIds.has(id)) return `open ${id}`;
      return index === keptIndex && (index < first - OVERSCAN || index > last + OVERSCAN)
        ? 'stray'
        : index % slotCount;
    },
    /** How many closed rows fit. */
    pageRows: () => Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1),
  };
}
