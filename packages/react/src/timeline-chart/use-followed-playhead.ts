'use client';

import { useEffect } from 'react';
import type { Playhead } from '../trace-focus/playhead.ts';
import type { TimelineStage } from './timeline-stage.ts';

/** Draws a playhead on a stage without rendering, and turns the stage's pages while it plays. */
export function useFollowedPlayhead(stage: TimelineStage, playhead: Playhead, isPlaying: boolean): void {
  useEffect(() => {
    const follow = () => {
      const time = playhead.read();
      stage.setOverlay({ playhead: time === null ? null : time - stage.model.layout.origin });
    };
    follow();
    return playhead.subscribe(follow);
  }, [playhead, stage]);

  useEffect(() => {
    if (!isPlaying) return undefined;
    return playhead.subscribe(() => stage.follow((playhead.read() ?? 0) - stage.model.layout.origin));
  }, [isPlaying, playhead, stage]);
}
