'use client';

import { useCallback, useRef, useState } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import { useIsomorphicLayoutEffect } from './use-isomorphic-layout-effect.ts';

/** Used until the stylesheet's height is measured. */
const DEFAULT_ROW_HEIGHT = 30;
const OVERSCAN = 8;

/**
 * Which rows of a long list to mount. Rows are equally high, so no row is ever measured; how high is the
 * stylesheet's to say, read from one hidden probe.
 *
 * @param keptIndex - a row that stays mounted wherever the list is scrolled to, -1 for none: the row that
 * `aria-activedescendant` names has to exist.
 * @param pinnedRows - how many rows may cover the top of the list when that row is scrolled to.
 */
export function useRowWindow(count: number, keptIndex: number, pinnedRows: number) {
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

  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollPaddingStart: pinnedRows * rowHeight,
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
  const isStray =
    keptIndex !== -1 &&
    items.length > 1 &&
    (items.at(0)?.index === keptIndex
      ? items.at(1)?.index !== keptIndex + 1
      : items.at(-1)?.index === keptIndex && items.at(-2)?.index !== keptIndex - 1);
  const strayIndex = isStray ? keptIndex : -1;
  const slotCount = 2 ** Math.ceil(Math.log2(items.length + 2 * OVERSCAN));

  return {
    scrollRef,
    probeRef,
    virtualizer,
    rowHeight,
    /** Rows to mount. */
    items,
    /** Place of the topmost row in sight. */
    firstIndex: virtualizer.range?.startIndex ?? 0,
    /**
     * React key of a mounted row. A row that leaves gives its elements to one that comes: on a fling, changing
     * what elements say is several times cheaper than making them.
     */
    slotOf: (index: number) => (index === strayIndex ? 'stray' : index % slotCount),
    /** How many whole rows fit. */
    pageRows: () => Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / rowHeight) - 1),
  };
}
