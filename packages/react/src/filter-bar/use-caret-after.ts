'use client';

import { useRef } from 'react';
import type { RefObject } from 'react';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';

/** Puts the caret where it is told to be once the input shows the next text; browsers would put it at the end. */
export function useCaretAfter(inputRef: RefObject<HTMLInputElement | null>, text: string) {
  const wanted = useRef<number | null>(null);
  useIsomorphicLayoutEffect(() => {
    if (wanted.current === null) return;
    inputRef.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [inputRef, text]);
  return (caret: number) => {
    wanted.current = caret;
  };
}
