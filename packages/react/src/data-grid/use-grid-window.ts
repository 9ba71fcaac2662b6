'use client';

import { useRef, useState } from 'react';
import { useRowWindow } from '../row-window/use-row-window.ts';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';

/** Used until the stylesheet's height is measured. */
const DEFAULT_HEIGHT = 36;

interface GridWindowOptions {
  ids: readonly string[];
  /** Stays mounted wherever the table is scrolled to, -1 for none: `aria-activedescendant` names it. */
  keptIndex: number;
  /** Another one may have other heights. */
  density: string;
}

/** Which rows of a table to mount, below the names of its columns. */
export function useGridWindow({ ids, keptIndex, density }: GridWindowOptions) {
  const [headHeight, setHeadHeight] = useState(DEFAULT_HEIGHT);
  const list = useRowWindow({ count: ids.length, keptIndex, headHeight, density });
  const { scroller, firstIndex, rowHeight } = list;

  useIsomorphicLayoutEffect(() => {
    const head = (scroller?.firstElementChild as HTMLElement | null | undefined)?.offsetHeight;
    if (head && head !== headHeight) setHeadHeight(head);
  }, [scroller, headHeight, density]);

  // The reader stays at the row they see first when rows above it come or go.
  const anchor = useRef({ ids, first: firstIndex });
  useIsomorphicLayoutEffect(() => {
    const before = anchor.current;
    anchor.current = { ids, first: firstIndex };
    if (before.ids === ids || !scroller || scroller.scrollTop <= 0) return;
    const id = before.ids[before.first];
    if (id === undefined || ids[before.first] === id) return;
    const now = ids.indexOf(id);
    if (now !== -1) scroller.scrollBy({ top: (now - before.first) * rowHeight, behavior: 'instant' });
  });

  return { ...list, scrollToTop: () => scroller?.scrollTo({ top: 0, behavior: 'instant' }) };
}
