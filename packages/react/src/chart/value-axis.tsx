import { GridRows } from '@visx/grid';
import type { LinearScale, PlotFrame } from './plot-frame.ts';

interface ValueAxisProps {
  frame: PlotFrame;
  scale: LinearScale;
  ticks: readonly number[];
  write: (value: number) => string;
}

/** Lines across a plot with their numbers at the inline start. */
export function ValueAxis({ frame, scale, ticks, write }: ValueAxisProps) {
  const { left, right, isRtl } = frame;
  return (
    <g className="oriel-chart-axis">
      <GridRows
        scale={scale}
        tickValues={[...ticks]}
        left={left}
        width={right - left}
        stroke="currentColor"
        className="oriel-chart-grid"
      />
      {ticks.map((tick) => (
        <text
          key={tick}
          x={isRtl ? right + 8 : left - 8}
          y={scale(tick)}
          dy="0.32em"
          textAnchor={isRtl ? 'start' : 'end'}
          direction="ltr"
        >
          {write(tick)}
        </text>
      ))}
      <line
        className="oriel-chart-base"
        x1={left}
        x2={right}
        y1={Math.round(scale(0)) + 0.5}
        y2={Math.round(scale(0)) + 0.5}
      />
    </g>
  );
}
