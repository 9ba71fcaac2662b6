'use client';

import { heatMap } from '@oriel/core';
import type { ChartGroup, HeatMapPlace, measureUnit } from '@oriel/core';
import type { ChartProps } from '../chart/chart-frame.tsx';
import { writeValue } from '../chart/write-value.ts';
import { HeatMapChart } from './lazy-charts.ts';
import type { MetricChartViewProps } from './metric-chart-view.tsx';
import { fieldLabel } from './metric-labels.ts';
import { usePresentation } from './presentation.ts';
import type { AnsweredMetric } from './use-metric.ts';

interface HeatMetricProps extends ChartProps {
  answered: AnsweredMetric;
  unit: ReturnType<typeof measureUnit>;
  labelOf: (group: ChartGroup) => string;
  onTimeRange: MetricChartViewProps['onTimeRange'];
}

/** A metric as a heat map: groups or ranges of values over time, or two dimensions against each other. */
export function HeatMetric({
  answered: { metric, query, answer, span },
  unit,
  labelOf,
  onTimeRange,
  ...frame
}: HeatMetricProps) {
  const presentation = usePresentation();
  const { format, messages } = presentation;
  const { columns, rows, values } = heatMap(query, answer, span);
  const isHistogram = query.measures[0]?.aggregate === 'histogram';
  const label = (place: HeatMapPlace) => {
    if (place.kind === 'time') return format.period(place.from, place.to);
    if (place.kind === 'group') return labelOf(place);
    return messages.chart.between(
      writeValue(place.from, unit, presentation),
      writeValue(place.to, unit, presentation),
    );
  };
  const lane = (place: HeatMapPlace) => ({ key: place.key, label: label(place) });
  const starts = columns.flatMap((place) => (place.kind === 'time' ? [place.from] : []));
  const last = columns.at(-1);
  const [down = '', across = messages.chart.period] =
    metric.dimensions?.map((name) => fieldLabel(name, messages)) ?? [];
  return (
    <HeatMapChart
      {...frame}
      columns={columns.map(lane)}
      rows={rows.map(lane)}
      values={values}
      unit={isHistogram ? 'count' : unit}
      times={last?.kind === 'time' ? { buckets: starts, end: last.to } : undefined}
      about={{ rows: isHistogram ? messages.chart.range : down, columns: across }}
      onTimeRange={onTimeRange}
    />
  );
}
