'use client';

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';

/** Used until the stylesheet's height is measured. */
const DEFAULT_ROW_HEIGHT = 30;
const OVERSCAN = 8;

// On a server there is nothing to measure, and React 18 complains about layout effects there.
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Which rows of a long list to mount. Rows are equally high, so no row is ever measured; how high is the
 * stylesheet's to say, read from one hidden probe.
 *
 * @param keptIndex - a row that stays mounted wherever the list is scrolled to, -1 for none: the row that
 * `aria-activedescendant` names has to exist.
 */
export function useRowWindow(count: number, keptIndex: number) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const probeRef = useRef<HTMLDivElement>(null);
  const [rowHeight, setRowHeight] = useState(DEFAULT_ROW_HEIGHT);

  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex === -1 || keptIndex >= range.count) return indexes;
      if (keptIndex < (indexes[0] ?? 0)) return [keptIndex, ...indexes];
      if (keptIndex > (indexes.at(-1) ?? 0)) return [...indexes, keptIndex];
      return indexes;
    },
    [keptIndex],
  );

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
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

  return {
    scrollRef,
    probeRef,
    virtualizer,
    /** How many whole rows fit. */
    pageRows: () => Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1),
  };
}
