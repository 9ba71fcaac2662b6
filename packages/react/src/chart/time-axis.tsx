'use client';

import type { TimeTick } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { LINE_HEIGHT } from './plot-frame.ts';
import type { PlotFrame } from './plot-frame.ts';

interface TimeAxisProps {
  frame: PlotFrame;
  ticks: readonly TimeTick[];
  place: (time: number) => number;
}

/** Round local times below a plot; days and longer stand out. */
export function TimeAxis({ frame, ticks, place }: TimeAxisProps) {
  const { format } = usePresentation();
  const { left, right, bottom } = frame;
  return (
    <g className="oriel-chart-axis">
      {ticks.map(({ time, begins }) => {
        const x = place(time);
        // A label at the very edge would be cut off.
        const labelX = Math.max(left + 4, Math.min(right - 12, x));
        return (
          <g key={time} data-begins={begins}>
            <line className="oriel-chart-tick" x1={x} x2={x} y1={bottom} y2={bottom + 4} />
            <text x={labelX} y={bottom + LINE_HEIGHT - 5} textAnchor="middle">
              {format.axisTime(time, begins)}
            </text>
          </g>
        );
      })}
    </g>
  );
}
