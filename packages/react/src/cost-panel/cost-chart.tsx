'use client';

import { useMemo } from 'react';
import type { EpochMs, GroupValue } from '@oriel/core';
import { TimeChart } from '../chart/time-chart.tsx';
import { usePresentation } from './presentation.ts';
import { groupText } from './group-text.ts';
import type { Costs } from './use-costs.ts';

interface CostChartProps {
  chart: NonNullable<Costs['chart']>;
  /** What the costs are split by, as a title says it. */
  split: string;
  measure: 'cost' | 'tokens';
  onTimeRange: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called with the group and the stretch of a point that was picked. */
  onPick: ((group: GroupValue, time: { from: EpochMs; to: EpochMs }) => void) | undefined;
}

/** Costs or tokens over time, the dearest groups on top of each other. */
export function CostChart({ chart, split, measure, onTimeRange, onPick }: CostChartProps) {
  const presentation = usePresentation();
  const own = presentation.messages.costPanel;
  const { buckets, end, series } = chart[measure];
  const drawn = useMemo(
    () =>
      series.map(({ key, group, isRest, values }) => ({
        key,
        isRest,
        values,
        label: groupText({ group: group[0] ?? null, isRest }, presentation),
      })),
    [series, presentation],
  );
  return (
    <div className="oriel-cost-panel-chart">
      <TimeChart
        title={`${own[measure]}: ${split}`}
        mark="bars"
        isStacked
        buckets={buckets}
        end={end}
        series={drawn}
        unit={measure}
        onTimeRange={onTimeRange}
        onPick={
          onPick &&
          (({ key }, from) => {
            const picked = series.find((one) => one.key === key);
            if (!picked || picked.isRest) return;
            onPick(picked.group[0] ?? null, { from, to: buckets[buckets.indexOf(from) + 1] ?? end });
          })
        }
      />
    </div>
  );
}
