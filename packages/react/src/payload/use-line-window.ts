'use client';

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { usePrintedRows } from '../print/use-printed-rows.ts';

/** As high as the stylesheet makes a line, `--_json-row-height`. */
export const LINE_HEIGHT = 20;
const OVERSCAN = 10;
/** Browsers stop at some 33 million pixels; beyond this a pixel of the scrollbar is worth more than one of the lines. */
const MAX_HEIGHT = 10_000_000;
/** Before anything is measured, and on a server. */
const FIRST_HEIGHT = 420;

/**
 * Which lines of a list to mount, all equally high. Nothing is kept per line, so a list may have any number of them.
 */
export function useLineWindow(scrollRef: RefObject<HTMLDivElement | null>, count: number) {
  const [scrollTop, setScrollTop] = useState(0);
  const [height, setHeight] = useState(FIRST_HEIGHT);

  useEffect(() => {
    const scroller = scrollRef.current;
    if (!scroller) return undefined;
    const observer = new ResizeObserver(() => setHeight(scroller.clientHeight));
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [scrollRef]);

  const allLines = count * LINE_HEIGHT;
  const total = Math.min(allLines, MAX_HEIGHT);
  const scale = total > height && allLines > total ? (allLines - height) / (total - height) : 1;
  const top = scrollTop * scale;
  const firstInSight = Math.floor(top / LINE_HEIGHT);
  const printed = usePrintedRows(count, firstInSight, () => scrollRef.current);
  const first = printed ? printed.first : Math.max(0, firstInSight - OVERSCAN);
  const last = printed ? printed.end : Math.min(count, Math.ceil((top + height) / LINE_HEIGHT) + OVERSCAN);

  return {
    onScroll: () => setScrollTop(scrollRef.current?.scrollTop ?? 0),
    /** Height of what scrolls, in pixels. */
    total,
    /** Numbers of the lines to mount. */
    lines: Array.from({ length: Math.max(0, last - first) }, (_, place) => first + place),
    /** While the page is printed: which lines these are. */
    printed,
    /** Where a mounted line stands, in pixels from the top of what scrolls. */
    topOf: (index: number) => index * LINE_HEIGHT - top + scrollTop,
    /** Scrolls as little as it takes to see a line. */
    show(index: number) {
      const scroller = scrollRef.current;
      if (!scroller) return;
      const at = index * LINE_HEIGHT;
      const now = scroller.scrollTop * scale;
      const wanted = at < now ? at : Math.max(now, at + LINE_HEIGHT - scroller.clientHeight);
      if (wanted !== now) scroller.scrollTop = wanted / scale;
    },
  };
}
