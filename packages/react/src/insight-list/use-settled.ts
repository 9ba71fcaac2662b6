'use client';

import { useEffect, useRef, useState } from 'react';
import type { Milliseconds, TraceStructure } from '@oriel/core';

/** A large trace that grows is looked into again this often. */
const PAUSE_MS = 1500;

/**
 * A trace after the page has been drawn, and as it grows now and again; `null` before.
 *
 * @param pause - least time between two of them, where looking takes longer than {@link PAUSE_MS}.
 */
export function useSettled(
  structure: TraceStructure | null,
  pause: Milliseconds = PAUSE_MS,
): TraceStructure | null {
  const [settled, setSettled] = useState<TraceStructure | null>(null);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (structure === null || settled === structure) return undefined;
    const isSame = settled?.trace.id === structure.trace.id;
    const wait = isSame ? Math.max(0, lastAt.current + Math.max(PAUSE_MS, pause) - performance.now()) : 0;
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      setSettled(structure);
    }, wait);
    return () => clearTimeout(timer);
  }, [structure, settled, pause]);

  return settled?.trace.id === structure?.trace.id ? settled : null;
}
