'use client';

import { useEffect, useRef } from 'react';
import type { TimelineViewport } from '@oriel/core';
import type { TimelineStage } from './timeline-stage.ts';

/** A view that has not moved for this long has come to rest. */
const REST_MS = 150;

/** Moves a stage when the host says so, and tells the host where its reader has moved it, once it rests. */
export function useRestingViewport(
  stage: TimelineStage,
  viewport: TimelineViewport | undefined,
  onViewportChange: ((viewport: TimelineViewport) => void) | undefined,
): void {
  const { start, end, top, laneHeight } = viewport ?? {};
  useEffect(() => {
    if (start === undefined || end === undefined || top === undefined || laneHeight === undefined) return;
    stage.moveTo({ start, end, top, laneHeight });
  }, [stage, start, end, top, laneHeight]);

  const report = useRef(onViewportChange);
  useEffect(() => {
    report.current = onViewportChange;
  });
  const hasListener = onViewportChange !== undefined;
  useEffect(() => {
    if (!hasListener) return undefined;
    let said = stage.viewport;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = stage.subscribe(() => {
      if (stage.viewport === said) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        said = stage.viewport;
        report.current?.(said);
      }, REST_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [stage, hasListener]);
}
