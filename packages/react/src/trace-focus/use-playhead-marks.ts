'use client';

import { useEffect, useRef } from 'react';
import type { EpochMs } from '@oriel/core';
import { useIsomorphicLayoutEffect } from '../state/use-isomorphic-layout-effect.ts';
import { useTraceFocus } from './trace-focus.tsx';

interface PlayheadMarksOptions {
  /** The element that holds the rows, once there is one. */
  readonly readList: () => HTMLElement | null;
  /** By which attribute a row says its number, such as `data-row`. */
  readonly attribute: `data-${string}`;
  /** Whether what a row shows runs at a moment. */
  readonly runsAt: (row: number, time: EpochMs) => boolean;
}

/**
 * Marks the rows of a list that run where the shared playhead stands, by `data-playing`. A playhead moves sixty times
 * a second, so it writes to the page itself and renders nothing.
 */
export function usePlayheadMarks(options: PlayheadMarksOptions): void {
  const playhead = useTraceFocus()?.playhead;
  const latest = useRef(options);
  const isMarked = useRef(false);

  useIsomorphicLayoutEffect(() => {
    latest.current = options;
    // An element may show another row now than the one it was marked for.
    const time = playhead?.read() ?? null;
    if (time !== null || isMarked.current) isMarked.current = mark(options, time);
  });

  useEffect(
    () =>
      playhead?.subscribe(() => {
        isMarked.current = mark(latest.current, playhead.read());
      }),
    [playhead],
  );
}

/** Whether there are marks now. */
function mark({ readList, attribute, runsAt }: PlayheadMarksOptions, time: EpochMs | null): boolean {
  for (const row of readList()?.querySelectorAll(`[${attribute}]`) ?? []) {
    row.toggleAttribute('data-playing', time !== null && runsAt(Number(row.getAttribute(attribute)), time));
  }
  return time !== null;
}
