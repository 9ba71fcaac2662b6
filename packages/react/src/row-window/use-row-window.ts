'use client';

import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { usePrintedRows } from '../print/use-printed-rows.ts';
import { fillSlots } from './row-slots.ts';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';

/** Used until the stylesheet's height is measured. */
const DEFAULT_ROW_HEIGHT = 30;
/** Rows mounted beyond either edge, so that a quick scroll shows rows and no gap. */
const OVERSCAN = 8;
/** A list that was not scrolled for this long rests. */
const REST_MS = 120;

export interface RowWindowItem {
  readonly index: number;
  /** React key: a row that leaves gives its elements to one that comes, which is much cheaper than making them. */
  readonly slot: number | string;
  /** Distance from the top of the list in pixels. */
  readonly start: number;
}

interface Sight {
  readonly first: number;
  /** Place after the last row in sight. While the list moves it may be one behind: nothing is drawn for it alone. */
  readonly end: number;
  readonly rows: number;
  /** Rows to mount beyond either edge: none where a fling or the first picture leaves no time for them. */
  readonly margin: number;
  /** One far move follows another: rows fly by, and nobody reads more of them than their names. */
  readonly isFlung: boolean;
  /** What slots show while the list moves; `null` once it rests, when rows stand in their order again. */
  readonly slots: readonly number[] | null;
}

const NOTHING_SEEN: Sight = { first: 0, end: 0, rows: 0, margin: 0, isFlung: false, slots: null };

export interface RowWindowOptions {
  readonly count: number;
  /** Stays mounted wherever the list is scrolled to, -1 for none: the row that `aria-activedescendant` names has to exist. */
  readonly keptIndex: number;
  /** How many rows may cover the top of the list when that row is scrolled to. Default 0. */
  readonly pinnedRows?: number | undefined;
  /** Pixels that stay at the top of the scrolled element, in front of all rows. Default 0. */
  readonly headHeight?: number | undefined;
  /** What the stylesheet's height of a row depends on, such as a density. Default: nothing. */
  readonly density?: string | undefined;
}

/**
 * Which rows of a long list to mount. Rows are equally high, so where a row is follows from its place, and no row is
 * ever measured; how high is the stylesheet's to say, read from one hidden probe.
 */
export function useRowWindow(options: RowWindowOptions) {
  const { count, keptIndex, pinnedRows = 0, headHeight = 0, density = '' } = options;
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const probeRef = useRef<HTMLDivElement>(null);
  const scrollOffset = useRef(0);
  const [rowHeight, setRowHeight] = useState(DEFAULT_ROW_HEIGHT);
  const [seen, setSeen] = useState(NOTHING_SEEN);

  useIsomorphicLayoutEffect(() => {
    const measured = probeRef.current?.offsetHeight;
    if (measured && measured !== rowHeight) setRowHeight(measured);
  }, [rowHeight, density]);

  useIsomorphicLayoutEffect(() => {
    if (!scroller) return undefined;
    let resting: ReturnType<typeof setTimeout> | undefined;
    const look = (change: (last: Sight, first: number, rows: number) => Sight) => {
      scrollOffset.current = scroller.scrollTop;
      const first = Math.floor(Math.max(0, scroller.scrollTop) / rowHeight);
      // Nobody sees more than a window of rows, however high a page without the stylesheet lets the list get.
      const room = Math.min(scroller.clientHeight - headHeight, window.innerHeight);
      const rows = Math.ceil(Math.max(0, room) / rowHeight) + 1;
      const end = Math.ceil((Math.max(0, scroller.scrollTop) + Math.max(0, room)) / rowHeight);
      setSeen((last) => {
        const next = change(last, first, rows);
        const isMoving = next === last && next.slots !== null;
        return isMoving || next.end === end ? next : { ...next, end };
      });
    };
    const rest = () => look(settle);
    const restSoon = () => {
      clearTimeout(resting);
      resting = setTimeout(rest, REST_MS);
    };
    const onScroll = () => {
      // The frame that shows the new place has to show its rows, too.
      flushSync(() => look(move));
      restSoon();
    };
    const onResize = () => {
      look(appear);
      restSoon();
    };
    onResize();
    scroller.addEventListener('scroll', onScroll, { passive: true });
    const resizing = new ResizeObserver(onResize);
    resizing.observe(scroller);
    return () => {
      clearTimeout(resting);
      scroller.removeEventListener('scroll', onScroll);
      resizing.disconnect();
    };
  }, [scroller, rowHeight, headHeight]);

  const { first, rows, margin } = seen;
  const slotCount = slotsFor(rows);
  const firstIndex = Math.min(first, Math.max(0, count - rows + 1));
  const printed = usePrintedRows(count, firstIndex, () => scroller);
  const start = printed ? printed.first : Math.max(0, firstIndex - margin);
  const end = printed ? printed.end : rows === 0 ? 0 : Math.min(count, firstIndex + rows + margin);
  const items: RowWindowItem[] = [];
  let isKept = keptIndex < 0 || keptIndex >= count || rows === 0 || printed !== null;
  const mount = (index: number, slot: number | string) => {
    items.push({ index, slot, start: index * rowHeight });
    isKept ||= index === keptIndex;
  };
  if (printed) {
    for (let index = start; index < end; index += 1) mount(index, index);
  } else if (seen.slots) {
    fillSlots(seen.slots, slotCount, start, end).forEach((index, slot) => {
      if (index !== -1 && index < count) mount(index, slot);
    });
  } else for (let index = start; index < end; index += 1) mount(index, index % slotCount);
  if (!isKept) mount(keptIndex, 'kept');

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
    /** Rows fly by: what a row has besides its name can wait until they do not. */
    isFlung: seen.isFlung && printed === null,
    /** While the page is printed: which rows these are. */
    printed,
    /** Place of the topmost row in sight. */
    firstIndex,
    /** Place of the lowest one; -1 before anything is known. */
    lastIndex: rows === 0 ? -1 : Math.min(count, Math.max(firstIndex + 1, seen.end)) - 1,
    /** Where the list was scrolled to when it was looked at last. */
    scrollOffset,
    /** How many whole rows fit. */
    pageRows: () => Math.max(1, Math.floor(((scroller?.clientHeight ?? 0) - headHeight) / rowHeight) - 1),
    /** Scrolls as little as brings a row into sight, below what is pinned over the list. */
    scrollToRow: (index: number) => {
      if (!scroller) return;
      const top = index * rowHeight;
      const upper = top - pinnedRows * rowHeight;
      const lower = top + rowHeight - (scroller.clientHeight - headHeight);
      if (scroller.scrollTop > upper) scroller.scrollTo({ top: upper, behavior: 'instant' });
      else if (scroller.scrollTop < lower) scroller.scrollTo({ top: lower, behavior: 'instant' });
    },
  };
}

function slotsFor(rows: number): number {
  return rows + 2 * OVERSCAN;
}

/** The first picture, and a list of another height: what is seen comes first. */
function appear(last: Sight, first: number, rows: number): Sight {
  return last.first === first && last.rows === rows
    ? last
    : { ...last, first, rows, margin: 0, isFlung: false, slots: null };
}

/** Far moves mount only what is seen, near ones also what is about to be. Nothing changes its place in the page. */
function move(last: Sight, first: number, rows: number): Sight {
  if (last.first === first && last.rows === rows) return last;
  const isFar = Math.abs(first - last.first) > OVERSCAN;
  const margin = isFar ? 0 : OVERSCAN;
  const isFlung = isFar && last.slots !== null && last.margin === 0;
  const count = slotsFor(rows);
  const before =
    last.slots ??
    fillSlots([], count, Math.max(0, last.first - last.margin), last.first + last.rows + last.margin);
  const slots = fillSlots(before, count, Math.max(0, first - margin), first + rows + margin);
  return { ...last, first, rows, margin, isFlung, slots };
}

function settle(last: Sight, first: number, rows: number): Sight {
  const isSettled =
    last.first === first && last.rows === rows && last.margin === OVERSCAN && last.slots === null;
  return isSettled ? last : { ...last, first, rows, margin: OVERSCAN, isFlung: false, slots: null };
}
