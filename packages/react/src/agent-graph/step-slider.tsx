'use client';

import { graphStepAt } from '@oriel/core';
import type { AgentGraph } from '@oriel/core';
import { Icon } from '../icons/icon.tsx';
import { usePresentation } from './presentation.ts';
import type { Playhead } from '../trace-focus/playhead.ts';
import { usePlayheadTime } from '../trace-focus/use-playhead.ts';

interface StepSliderProps {
  graph: AgentGraph;
  playhead: Playhead;
}

/** Walks through the run: each step moves the playhead to where something began. */
export function StepSlider({ graph, playhead }: StepSliderProps) {
  const { messages, format } = usePresentation();
  const texts = messages.agentGraph;
  const time = usePlayheadTime(playhead);
  const step = time === null ? -1 : graphStepAt(graph, time);
  const count = graph.steps.length;
  const text =
    time === null ? texts.wholeRun : texts.step(format.count(Math.max(0, step) + 1), format.count(count));
  return (
    <div className="oriel-agent-graph-steps">
      <input
        type="range"
        className="oriel-agent-graph-slider"
        aria-label={texts.steps}
        aria-valuetext={text}
        min={0}
        max={count - 1}
        step={1}
        value={Math.max(0, step)}
        data-idle={time === null ? '' : undefined}
        onChange={(event) => playhead.move(graph.steps[Number(event.target.value)] ?? null)}
      />
      <span className="oriel-agent-graph-step">{text}</span>
      <button
        type="button"
        className="oriel-icon-button"
        aria-label={texts.leaveStep}
        title={texts.leaveStep}
        disabled={time === null}
        onClick={() => playhead.move(null)}
      >
        <Icon>
          <path d="m4 4 8 8M12 4l-8 8" />
        </Icon>
      </button>
    </div>
  );
}
