'use client';

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/**
 * Whether an element is narrower than a width in CSS pixels, which is what a host gives a panel, whatever the
 * window. `false` until it has been measured.
 */
export function useIsNarrow(ref: RefObject<HTMLElement | null>, width: number): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      // A page that is printed shows what its window did.
      if (entry && !window.matchMedia('print').matches) setIsNarrow(entry.contentRect.width < width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, width]);
  return isNarrow;
}
