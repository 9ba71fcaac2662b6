'use client';

import { useEffect, useRef, useState } from 'react';
import type { TraceStructure } from '@oriel/core';

/** Looking into fewer observations than this takes no longer than drawing them. */
const SMALL = 2000;
/** A large trace that grows is looked into again this often. */
const PAUSE_MS = 1500;

/** A trace at once while it is small; a large one after the page has been drawn, and then now and again. */
export function useSettled(structure: TraceStructure): TraceStructure | null {
  const isSmall = structure.observations.length < SMALL;
  const [settled, setSettled] = useState<TraceStructure | null>(null);
  const lastAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    if (isSmall || settled === structure) return undefined;
    const wait = Math.max(0, lastAt.current + PAUSE_MS - performance.now());
    const timer = setTimeout(() => {
      lastAt.current = performance.now();
      setSettled(structure);
    }, wait);
    return () => clearTimeout(timer);
  }, [structure, isSmall, settled]);

  return isSmall ? structure : settled?.trace.id === structure.trace.id ? settled : null;
}
