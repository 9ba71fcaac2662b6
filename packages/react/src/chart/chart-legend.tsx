'use client';

import { usePresentation } from './presentation.ts';
import { seriesLook } from './chart-series.ts';
import type { ChartSeries } from './chart-series.ts';
import { LegendSwatch } from './legend-swatch.tsx';

interface ChartLegendProps {
  series: readonly Pick<ChartSeries, 'key' | 'label' | 'isRest' | 'tone'>[];
  /** Keys of those that are not drawn. */
  hidden: ReadonlySet<string>;
  onToggle: (key: string) => void;
  /** Swatches look like lines. @defaultValue false */
  areLines?: boolean | undefined;
}

/** What has which looks; a press hides a series, and shows it again. */
export function ChartLegend({ series, hidden, onToggle, areLines = false }: ChartLegendProps) {
  const { messages } = usePresentation();
  return (
    <ul
      className="oriel-chart-legend"
      aria-label={messages.chart.legend}
      data-lines={areLines ? '' : undefined}
    >
      {series.map((one, place) => (
        <li key={one.key}>
          <button
            type="button"
            aria-pressed={!hidden.has(one.key)}
            data-hidden={hidden.has(one.key) ? '' : undefined}
            title={one.label}
            onClick={() => onToggle(one.key)}
            {...seriesLook(one, place)}
          >
            <LegendSwatch areLines={areLines} look={seriesLook(one, place)} />
            <bdi>{one.label}</bdi>
          </button>
        </li>
      ))}
    </ul>
  );
}
