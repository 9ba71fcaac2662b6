import { useId } from 'react';
import { ChartPatterns, patternFill } from './chart-patterns.tsx';
import type { SeriesLook } from './chart-series.ts';
import { PointMarker } from './point-marker.tsx';

interface LegendSwatchProps {
  areLines: boolean;
  look: SeriesLook;
}

/** The looks of a series in small: a piece of its line with its marker, or its pattern. */
export function LegendSwatch({ areLines, look }: LegendSwatchProps) {
  const id = useId();
  return (
    <svg width={areLines ? 20 : 12} height="12" aria-hidden="true" className="oriel-chart-key" {...look}>
      {areLines ? (
        <>
          <path d="M0 6H20" className="oriel-chart-line" />
          <PointMarker look={look['data-look']} x={10} y={6} />
        </>
      ) : (
        <>
          <ChartPatterns id={id} looks={[look]} />
          <rect width="12" height="12" rx="2" fill={patternFill(id, 0)} />
        </>
      )}
    </svg>
  );
}
