'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';

/** Used until the stylesheet's heights are measured. */
const DEFAULT_HEIGHT = 34;
const OVERSCAN = 6;

// On a server there is nothing to measure, and React 18 complains about layout effects there.
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

interface GridWindowOptions {
  ids: readonly string[];
  /** Stays mounted wherever the table is scrolled to, -1 for none: `aria-activedescendant` names it. */
  keptIndex: number;
  /** Another one may have other heights. */
  density: string;
}

/** Which rows of a table to mount: those in sight and a few more. All are equally high, so none is ever measured. */
export function useGridWindow({ ids, keptIndex, density }: GridWindowOptions) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const probeRef = useRef<HTMLDivElement>(null);
  const [rowHeight, setRowHeight] = useState(DEFAULT_HEIGHT);
  const [headHeight, setHeadHeight] = useState(DEFAULT_HEIGHT);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex < 0 || keptIndex >= range.count || indexes.includes(keptIndex)) return indexes;
      return [...indexes, keptIndex].toSorted((a, b) => a - b);
    },
    [keptIndex],
  );
  const estimateSize = useCallback(() => rowHeight, [rowHeight]);
  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scrollRef.current,
    estimateSize,
    overscan: OVERSCAN,
    rangeExtractor,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });

  useIsomorphicLayoutEffect(() => {
    const row = probeRef.current?.offsetHeight;
    const head = (scrollRef.current?.firstElementChild as HTMLElement | null)?.offsetHeight;
    if (row && row !== rowHeight) setRowHeight(row);
    if (head && head !== headHeight) setHeadHeight(head);
  }, [rowHeight, headHeight, density]);
  useIsomorphicLayoutEffect(() => virtualizer.measure(), [rowHeight, virtualizer]);

  const offset = virtualizer.scrollOffset ?? 0;
  const room = Math.max(0, (virtualizer.scrollRect?.height ?? 0) - headHeight);
  const first = Math.min(Math.floor(Math.max(0, offset) / rowHeight), Math.max(0, ids.length - 1));
  const last = Math.min(ids.length - 1, Math.ceil((offset + room) / rowHeight) - 1);

  // The reader stays at the row they see first when rows above it come or go.
  const anchor = useRef({ ids, first });
  useIsomorphicLayoutEffect(() => {
    const before = anchor.current;
    anchor.current = { ids, first };
    const element = scrollRef.current;
    if (before.ids === ids || !element || element.scrollTop <= 0) return;
    const id = before.ids[before.first];
    if (id === undefined || ids[before.first] === id) return;
    const now = ids.indexOf(id);
    if (now !== -1) element.scrollTop += (now - before.first) * rowHeight;
  });

  const slots = Math.ceil((room || 600) / rowHeight) + 2 * OVERSCAN + 4;
  const items = virtualizer.getVirtualItems();
  const isContiguous = items.every(({ index }, place) => index === (items[0]?.index ?? 0) + place);
  return {
    scrollRef,
    probeRef,
    /**
     * Mounted rows from top to bottom. A row that leaves gives its elements to one that comes (`slot` is the React
     * key), which is much cheaper than making them.
     */
    items: items.map(({ index, start }) => ({
      index,
      start: start - headHeight,
      slot: isContiguous || index !== keptIndex ? `${index % slots}` : 'kept',
    })),
    /** Height of all rows in pixels. */
    extent: ids.length * rowHeight,
    /** First and last place in sight; the last is -1 without rows. */
    first,
    last,
    isScrolled: offset > 0,
    /** How many whole rows fit. */
    pageRows: () => Math.max(1, Math.floor(room / rowHeight) - 1),
    scrollToRow: (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    scrollToTop: () => scrollRef.current?.scrollTo({ top: 0, behavior: 'instant' }),
  };
}
