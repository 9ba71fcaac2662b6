'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useIsomorphicLayoutEffect } from './use-isomorphic-layout-effect.ts';

/** Used until the stylesheet's height is measured. */
const DEFAULT_ROW_HEIGHT = 30;
/** Rows mounted beyond either edge, so that a quick scroll shows rows and no gap. */
const OVERSCAN = 8;

interface RowWindowItem {
  readonly index: number;
  /** Distance from the top of the list in pixels. */
  readonly start: number;
}

/**
 * Which rows of a long list to mount. Rows are equally high, so where a row is follows from its place, and no row is
 * ever measured; how high is the stylesheet's to say, read from one hidden probe.
 *
 * @param keptIndex - a row that stays mounted wherever the list is scrolled to, -1 for none: the row that
 * `aria-activedescendant` names has to exist.
 * @param pinnedRows - how many rows may cover the top of the list when that row is scrolled to.
 */
export function useRowWindow(count: number, keptIndex: number, pinnedRows: number) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const probeRef = useRef<HTMLDivElement>(null);
  const scrollOffset = useRef(0);
  const [rowHeight, setRowHeight] = useState(DEFAULT_ROW_HEIGHT);
  const [seen, setSeen] = useState({ first: 0, rows: 0 });

  useIsomorphicLayoutEffect(() => {
    const measured = probeRef.current?.offsetHeight;
    if (measured && measured !== rowHeight) setRowHeight(measured);
  }, [rowHeight]);

  useIsomorphicLayoutEffect(() => {
    if (!scroller) return undefined;
    const look = () => {
      scrollOffset.current = scroller.scrollTop;
      const first = Math.floor(Math.max(0, scroller.scrollTop) / rowHeight);
      // Nobody sees more than a window of rows, however high a page without the stylesheet lets the list get.
      const rows = Math.ceil(Math.min(scroller.clientHeight, window.innerHeight) / rowHeight) + 1;
      setSeen((last) => (last.first === first && last.rows === rows ? last : { first, rows }));
    };
    // The frame that shows the new place has to show its rows, too.
    const onScroll = () => flushSync(look);
    look();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const resizing = new ResizeObserver(look);
    resizing.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', onScroll);
      resizing.disconnect();
    };
  }, [scroller, rowHeight]);

  const firstIndex = Math.min(seen.first, Math.max(0, count - seen.rows + 1));
  const start = seen.rows === 0 ? 0 : Math.max(0, firstIndex - OVERSCAN);
  const end = seen.rows === 0 ? 0 : Math.min(count, firstIndex + seen.rows + OVERSCAN);
  const isStray =
    keptIndex !== -1 && seen.rows > 0 && keptIndex < count && (keptIndex < start || keptIndex >= end);
  const items: RowWindowItem[] = [];
  for (let index = start; index < end; index += 1) items.push({ index, start: index * rowHeight });
  if (isStray) items.push({ index: keptIndex, start: keptIndex * rowHeight });
  const slotCount = seen.rows + 2 * OVERSCAN;

  return {
    /** Ref of the element that scrolls. */
    setScroller,
    scroller,
    probeRef,
    rowHeight,
    /** Height of the whole list in pixels. */
    extent: count * rowHeight,
    /** Rows to mount. */
    items,
    /** Place of the topmost row in sight. */
    firstIndex,
    /** Where the list was scrolled to when it was looked at last. */
    scrollOffset,
    /**
     * React key of a mounted row. A row that leaves gives its elements to one that comes: on a fling, changing
     * what elements say is several times cheaper than making them.
     */
    slotOf: (index: number) => (isStray && index === keptIndex ? 'stray' : index % slotCount),
    /** How many whole rows fit. */
    pageRows: () => Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 1),
    /** Scrolls as little as brings a row into sight, below what is pinned over the list. */
    scrollToRow: (index: number) => {
      if (!scroller) return;
      const top = index * rowHeight;
      const upper = top - pinnedRows * rowHeight;
      const lower = top + rowHeight - scroller.clientHeight;
      if (scroller.scrollTop > upper) scroller.scrollTo({ top: upper, behavior: 'instant' });
      else if (scroller.scrollTop < lower) scroller.scrollTo({ top: lower, behavior: 'instant' });
    },
  };
}
