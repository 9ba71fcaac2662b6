'use client';

import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * Whoever goes on, or back, by what stood on the page that is gone has the focus nowhere: the next page takes it, so that
 * the next key is heard. What still has it, such as a link beside the pages, keeps it.
 */
export function useFocusOnPage(main: RefObject<HTMLElement | null>, page: string): void {
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current === page) return;
    shown.current = page;
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) main.current?.focus({ preventScroll: true });
  }, [main, page]);
}
