'use client';

import { useEffect, useRef, useState } from 'react';
import type { EpochMs, Milliseconds, TimeScale } from '@oriel/core';
import type { Playhead } from '../trace-focus/playhead.ts';

/** Times faster than it was; `auto` plays a long trace in ten seconds, and a shorter one as it was. */
export type PlaybackSpeed = 'auto' | 0.5 | 1 | 2 | 5 | 10 | 60;

export const PLAYBACK_SPEEDS: readonly PlaybackSpeed[] = ['auto', 0.5, 1, 2, 5, 10, 60];

const LONGEST_AUTO: Milliseconds = 10_000;
/** With reduced motion, the playhead steps instead of gliding. */
const CALM_STEP: Milliseconds = 1000;

interface PlaybackOptions {
  readonly playhead: Playhead;
  readonly origin: EpochMs;
  readonly extent: Milliseconds;
  /** Compressed gaps are played as short as they are drawn. */
  readonly scale: TimeScale;
}

/** Moves a playhead through a trace, frame by frame, without rendering. */
export function usePlayback({ playhead, origin, extent, scale }: PlaybackOptions) {
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<PlaybackSpeed>('auto');
  const shownExtent = scale.toShown(extent);
  const factor = speed === 'auto' ? Math.max(1, shownExtent / LONGEST_AUTO) : speed;
  const latest = useRef({ playhead, origin, scale, shownExtent, factor });
  useEffect(() => {
    latest.current = { playhead, origin, scale, shownExtent, factor };
  });

  useEffect(() => {
    if (!isPlaying) return undefined;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let last = performance.now();
    let request = requestAnimationFrame(advance);
    function advance(now: number) {
      const { current } = latest;
      const passed = now - last;
      if (!isCalm || passed >= CALM_STEP) {
        last = now;
        const time = current.playhead.read();
        const shown = time === null ? 0 : current.scale.toShown(time - current.origin);
        const next = Math.min(current.shownExtent, Math.max(0, shown + passed * current.factor));
        current.playhead.move(current.origin + current.scale.toTime(next));
        if (next >= current.shownExtent) {
          setIsPlaying(false);
          return;
        }
      }
      request = requestAnimationFrame(advance);
    }
    return () => cancelAnimationFrame(request);
  }, [isPlaying]);

  function toggle() {
    const time = playhead.read();
    // At its end, playing begins again.
    if (!isPlaying && (time === null || time >= origin + extent)) playhead.move(origin);
    setIsPlaying(!isPlaying);
  }

  return { isPlaying, toggle, speed, setSpeed };
}
