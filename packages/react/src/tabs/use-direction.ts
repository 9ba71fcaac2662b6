'use client';

import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** The direction of text around an element, which decides what "next" means for arrow keys. `ltr` until mounted. */
export function useDirection(ref: RefObject<HTMLElement | null>): 'ltr' | 'rtl' {
  const [direction, setDirection] = useState<'ltr' | 'rtl'>('ltr');
  useEffect(() => {
    // Read from the parent: the element itself is given the answer as an attribute.
    const parent = ref.current?.parentElement;
    if (parent) setDirection(getComputedStyle(parent).direction === 'rtl' ? 'rtl' : 'ltr');
  }, [ref]);
  return direction;
}
