'use client';

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Whether an element is at least as wide as told, in CSS pixels. `false` until it has been measured. */
export function useHasRoom(ref: RefObject<HTMLElement | null>, width: number): boolean {
  const [hasRoom, setHasRoom] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setHasRoom(entry.contentRect.width >= width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, width]);
  return hasRoom;
}
