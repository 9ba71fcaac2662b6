'use client';

import { useCallback, useRef } from 'react';

/** React 18 calls a ref with `null` where React 19 calls what the ref returned. */
export function useCleanRef(
  ref: (element: HTMLElement | null) => (() => void) | undefined,
): (element: HTMLElement | null) => void {
  const cleanUp = useRef<(() => void) | undefined>(undefined);
  return useCallback(
    (element: HTMLElement | null) => {
      cleanUp.current?.();
      cleanUp.current = ref(element);
    },
    [ref],
  );
}
