'use client';

import { usePresentation } from './presentation.ts';
import type { EpochMs, Milliseconds } from '@oriel/core';
import type { Playhead } from '../trace-focus/playhead.ts';
import { usePlayheadTime } from '../trace-focus/use-playhead.ts';
import { PauseIcon, PlayIcon } from './timeline-icons.tsx';
import { PLAYBACK_SPEEDS } from './use-playback.ts';
import type { PlaybackSpeed, usePlayback } from './use-playback.ts';

interface TimelinePlaybackProps {
  playback: ReturnType<typeof usePlayback>;
  playhead: Playhead;
  origin: EpochMs;
  extent: Milliseconds;
}

const STEPS = 1000;

/** Plays the trace: the playhead moves, and every view that shares it follows. */
export function TimelinePlayback({ playback, playhead, origin, extent }: TimelinePlaybackProps) {
  const { messages, format } = usePresentation();
  const texts = messages.timelineChart;
  const { isPlaying, toggle, speed, setSpeed } = playback;
  const label = isPlaying ? texts.pause : texts.play;
  return (
    <div className="oriel-timeline-chart-playback">
      <button type="button" className="oriel-icon-button" aria-label={label} title={label} onClick={toggle}>
        {isPlaying ? <PauseIcon /> : <PlayIcon />}
      </button>
      <PlayheadSlider playhead={playhead} origin={origin} extent={extent} />
      <select
        className="oriel-timeline-chart-speed"
        aria-label={texts.speed}
        title={texts.speed}
        value={speed}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setSpeed(value === 'auto' ? value : (Number(value) as PlaybackSpeed));
        }}
      >
        {PLAYBACK_SPEEDS.map((each) => (
          <option key={each} value={each}>
            {each === 'auto' ? texts.speedAuto : texts.speedTimes(format.number(each))}
          </option>
        ))}
      </select>
    </div>
  );
}

interface PlayheadSliderProps {
  playhead: Playhead;
  origin: EpochMs;
  extent: Milliseconds;
}

/** The only thing that renders while playing. */
function PlayheadSlider({ playhead, origin, extent }: PlayheadSliderProps) {
  const { messages, format } = usePresentation();
  const texts = messages.timelineChart;
  const time = usePlayheadTime(playhead);
  const passed = time === null ? null : Math.min(extent, Math.max(0, time - origin));
  const said = passed === null ? texts.noPlayhead : format.duration(passed);
  return (
    <>
      <input
        type="range"
        className="oriel-timeline-chart-scrubber"
        dir="ltr"
        aria-label={texts.playhead}
        aria-valuetext={said}
        min={0}
        max={STEPS}
        step={1}
        value={passed === null ? 0 : Math.round((passed / extent) * STEPS)}
        onChange={(event) => playhead.move(origin + (Number(event.currentTarget.value) / STEPS) * extent)}
      />
      <bdi
        className="oriel-timeline-chart-time"
        data-unset={passed === null ? '' : undefined}
        aria-hidden="true"
      >
        {passed === null ? '–' : said}
      </bdi>
    </>
  );
}
