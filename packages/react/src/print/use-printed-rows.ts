'use client';

import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { onPrint } from './on-print.ts';
import { printedRows } from './printed-rows.ts';
import type { PrintedRows } from './printed-rows.ts';

/**
 * Which rows of a windowed list to mount while the page is printed; `null` while it is not. The page is laid out as
 * soon as the event is over, so they are mounted within it.
 *
 * @param readScroller - the element that scrolls. On paper it does not, and afterwards it stands where it stood.
 */
export function usePrintedRows(
  count: number,
  firstInSight: number,
  readScroller: () => HTMLElement | null,
): PrintedRows | null {
  const [firstPrinted, setFirstPrinted] = useState<number | null>(null);
  const latest = useRef({ firstInSight, readScroller });
  useEffect(() => {
    latest.current = { firstInSight, readScroller };
  });

  useEffect(() => {
    let before: number | null = null;
    const begin = () => {
      if (before !== null) return;
      const { firstInSight: first, readScroller: read } = latest.current;
      before = read()?.scrollTop ?? 0;
      flushSync(() => setFirstPrinted(first));
    };
    const end = () => {
      if (before === null) return;
      flushSync(() => setFirstPrinted(null));
      latest.current.readScroller()?.scrollTo({ top: before, behavior: 'instant' });
      before = null;
    };
    return onPrint(begin, end);
  }, []);

  return firstPrinted === null ? null : printedRows(count, firstPrinted);
}
