'use client';

import { useCallback, useRef } from 'react';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { Range } from '@tanstack/react-virtual';
import type { SessionTurn } from '@oriel/core';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';

/** Of a turn that was not yet seen: a question and a short answer. */
const TURN_HEIGHT = 170;
const OVERSCAN = 4;

/** Which turns of the conversation to mount. Turns are as high as what is said in them. */
export function useThreadWindow(turns: readonly SessionTurn[], keptIndex: number) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const getItemKey = useCallback((index: number) => turns[index]?.trace.id ?? index, [turns]);
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (keptIndex < 0 || keptIndex >= range.count || indexes.includes(keptIndex)) return indexes;
      return [...indexes, keptIndex].toSorted((a, b) => a - b);
    },
    [keptIndex],
  );
  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const virtualizer = useVirtualizer({
    count: turns.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => TURN_HEIGHT,
    getItemKey,
    overscan: OVERSCAN,
    rangeExtractor,
    paddingEnd: 24,
  });
  useIsomorphicLayoutEffect(() => {
    // What is said arrives after its turn was measured, and whoever scrolls up must not be pushed down by it.
    virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item, _, instance) =>
      item.end <= (instance.scrollOffset ?? 0);
  }, [virtualizer]);

  // A late trace may come in anywhere: what the reader sees stays where it is.
  const anchor = useRef<{ turns: readonly SessionTurn[]; key: unknown; start: number } | null>(null);
  const first = virtualizer.range?.startIndex ?? 0;
  useIsomorphicLayoutEffect(() => {
    const before = anchor.current;
    const element = scrollRef.current;
    if (before && before.turns !== turns && element && element.scrollTop > 0) {
      const now = virtualizer.measurementsCache.find(({ key }) => key === before.key);
      if (now && now.start !== before.start) element.scrollTop += now.start - before.start;
    }
    const item = virtualizer.measurementsCache[first];
    anchor.current = item ? { turns, key: item.key, start: item.start } : null;
  });

  return { scrollRef, virtualizer, first, last: virtualizer.range?.endIndex ?? -1 };
}
