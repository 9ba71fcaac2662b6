'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import {
  defaultRangeExtractor,
  observeElementOffset,
  observeElementRect,
  useVirtualizer,
} from '@tanstack/react-virtual';
import type { Range, Virtualizer } from '@tanstack/react-virtual';
import type { Observation, ObservationId } from '@oriel/core';
import { usePrintedRows } from '../print/use-printed-rows.ts';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';
import { rowSlots } from './row-slots.ts';
import { useScrollAnchor } from './use-scroll-anchor.ts';

/** Used until the stylesheet's height is measured. */
const DEFAULT_ROW_HEIGHT = 30;
const OVERSCAN = 6;

interface LogWindowOptions {
  observations: readonly Observation[];
  rows: Int32Array;
  expandedIds: ReadonlySet<ObservationId>;
  /** Stays mounted wherever the list is scrolled to, -1 for none. */
  keptIndex: number;
  /** The reader stays where they are when rows come in above. */
  isAnchored: boolean;
}

/**
 * Which rows of the log to mount. Closed rows are equally high and never measured; one that was opened is, from then on.
 */
export function useLogWindow({ observations, rows, expandedIds, keptIndex, isAnchored }: LogWindowOptions) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const probeRef = useRef<HTMLDivElement>(null);
  const [rowHeight, setRowHeight] = useState(DEFAULT_ROW_HEIGHT);

  // Whatever changes this function has every row looked at again: opening one must not.
  const idAt = useCallback(
    (index: number) => observations[rows[index] ?? -1]?.id ?? '',
    [observations, rows],
  );
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
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
    getItemKey: idAt,
    overscan: OVERSCAN,
    rangeExtractor,
    observeElementRect: observeRectOnScreen,
    observeElementOffset: observeOffsetOnScreen,
  });

  useIsomorphicLayoutEffect(() => {
    const measured = probeRef.current?.offsetHeight;
    if (measured && measured !== rowHeight) setRowHeight(measured);
  }, [rowHeight]);

  const items = virtualizer.getVirtualItems();
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;

  const printed = usePrintedRows(rows.length, first, () => scrollRef.current);
  const mounted = printed
    ? Array.from({ length: printed.end - printed.first }, (_, place) => ({
        index: printed.first + place,
        start: 0,
      }))
    : items;
  const [slots] = useState(rowSlots);
  const slotOfItem = slots.assign(mounted.map(({ index }) => idAt(index)));

  // A row that is closed out of sight has nothing left that could be measured.
  const measuredFor = useRef({ expandedIds, rowHeight });
  useIsomorphicLayoutEffect(() => {
    const before = measuredFor.current;
    measuredFor.current = { expandedIds, rowHeight };
    if (before.rowHeight === rowHeight && !hasLost(before.expandedIds, expandedIds)) return;
    virtualizer.measure();
    for (const row of scrollRef.current?.querySelectorAll<HTMLElement>('[aria-expanded=true]') ?? []) {
      virtualizer.measureElement(row);
    }
  }, [expandedIds, rowHeight, virtualizer]);

  useScrollAnchor({
    scrollRef,
    isAnchored,
    rows,
    idAt,
    startOf: (index) => virtualizer.measurementsCache[index]?.start ?? 0,
    firstIndex: first,
  });

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

  return {
    scrollRef,
    probeRef,
    virtualizer,
    /** Mounted rows, from top to bottom, each with the React key of its element. */
    items: mounted.map(({ index, start }, place) => ({ index, start, slot: slotOfItem[place] ?? place })),
    /** While the page is printed: which rows these are. */
    printed,
    wanted,
    /** Ids of the rows in sight. */
    idsInSight: () => Array.from({ length: last - first + 1 }, (_, place) => idAt(first + place)),
    /** How many closed rows fit. */
    pageRows: () => Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1),
  };
}

// On paper nothing scrolls and the list is as high as its rows: what was in sight on the screen stays what it was.
type LogVirtualizer = Virtualizer<HTMLDivElement, Element>;
const isOnPaper = () => window.matchMedia('print').matches;

function observeRectOnScreen(
  instance: LogVirtualizer,
  report: (rect: { width: number; height: number }) => void,
) {
  return observeElementRect(instance, (rect) => {
    if (!isOnPaper()) report(rect);
  });
}

function observeOffsetOnScreen(
  instance: LogVirtualizer,
  report: (offset: number, isScrolling: boolean) => void,
) {
  return observeElementOffset(instance, (offset, isScrolling) => {
    if (!isOnPaper()) report(offset, isScrolling);
  });
}

function hasLost(before: ReadonlySet<ObservationId>, after: ReadonlySet<ObservationId>): boolean {
  if (before === after) return false;
  for (const id of before) if (!after.has(id)) return true;
  return false;
}
