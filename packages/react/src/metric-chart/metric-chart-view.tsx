'use client';

import { Suspense, useMemo } from 'react';
import {
  addsUp,
  chartGroup,
  histogramBars,
  measureUnit,
  pivotRows,
  shownGroups,
  splitSeries,
  timeSeries,
} from '@oriel/core';
import type { ChartGroup, EpochMs, Filter, Metric } from '@oriel/core';
import type { ChartProps } from '../chart/chart-frame.tsx';
import { levelTone } from '../chart/chart-series.ts';
import { writeValue } from '../chart/write-value.ts';
import { usePresentation } from './presentation.ts';
import { BarChart, HistogramChart, NumberTile, PieChart, TimeChart, ValueTable } from './lazy-charts.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { groupFilter } from './group-filter.ts';
import { HeatMetric } from './heat-metric.tsx';
import { fieldLabel, groupLabel, measureLabel, measureLabels } from './metric-labels.ts';
import type { AnsweredMetric } from './use-metric.ts';

export interface MetricChartViewProps extends ChartProps {
  answered: AnsweredMetric;
  /** Called with the stretch of time that somebody chose. */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called with the condition that the records of a clicked group meet; over time, with the stretch of the clicked point. */
  onFilter?:
    ((filter: Filter, view: Metric['view'], time?: { from: EpochMs; to: EpochMs }) => void) | undefined;
}

/** A metric drawn, for an answer you already hold. */
export function MetricChartView(props: MetricChartViewProps) {
  const { messages } = usePresentation();
  const lines = (
    <SkeletonLines count={5} className="oriel-metric-chart-skeleton-line" label={messages.metric.loading} />
  );
  return (
    <Suspense fallback={lines}>
      <Drawing {...props} />
    </Suspense>
  );
}

function Drawing({ answered, onTimeRange, onFilter, ...frame }: MetricChartViewProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const { metric, query, answer, span } = answered;
  const { view, kind, dimensions = [] } = metric;
  const [first] = query.measures;
  const unit = first ? measureUnit(view, first) : 'count';
  const { shown, all } = shownGroups(answer);
  const top =
    shown < all && dimensions.length > 0
      ? messages.chart.topOf(format.count(shown), format.count(all))
      : undefined;
  const notice = frame.notice ?? top;
  const labelOf = (group: ChartGroup) => groupLabel(group, metric, presentation);
  const pick =
    onFilter && dimensions.length > 0
      ? ({ group, isRest }: ChartGroup) => {
          if (!isRest) onFilter(groupFilter(metric, group), view);
        }
      : undefined;

  const drawn = useMemo(() => {
    if (metric.splitBy !== undefined) {
      const { buckets, end, parts } = splitSeries(query, answer, span);
      const series = parts.map(({ key, values }) => ({
        key: key ?? 'unspecified',
        label: key ?? messages.metric.unspecified,
        values,
        isRest: key === null,
        group: [],
      }));
      return { buckets, end, series };
    }
    const { buckets, end, series } = timeSeries(query, answer, span);
    return {
      buckets,
      end,
      series: series.map((one) => ({
        ...one,
        label: groupLabel(one, metric, presentation),
        tone: levelTone(dimensions.length === 1 ? dimensions[0] : undefined, one.group[0]),
      })),
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the metric comes with its answer
  }, [answered, presentation]);

  if (kind === 'line' || kind === 'area' || kind === 'bars') {
    const { series, buckets, end } = drawn;
    return (
      <TimeChart
        {...frame}
        notice={notice}
        mark={kind}
        unit={unit}
        {...drawn}
        isStacked={addsUp(metric) && kind !== 'line' && series.length > 1}
        onTimeRange={onTimeRange}
        onPick={
          onFilter &&
          (({ key }, from) => {
            const one = series.find((each) => each.key === key);
            if (!one || (one.isRest && metric.splitBy === undefined)) return;
            // What amounts were for tells no records apart.
            const group = metric.splitBy === undefined ? one.group : [];
            onFilter(groupFilter(metric, group), view, {
              from,
              to: buckets[buckets.indexOf(from) + 1] ?? end,
            });
          })
        }
      />
    );
  }
  if (kind === 'histogram') {
    return <HistogramChart {...frame} notice={notice} unit={unit} bars={histogramBars(answer)} />;
  }
  if (kind === 'heat-map')
    return (
      <HeatMetric
        {...frame}
        notice={notice}
        answered={answered}
        unit={unit}
        labelOf={labelOf}
        onTimeRange={onTimeRange}
      />
    );
  if (kind === 'number') {
    const valueOf = (from: AnsweredMetric['before']) => {
      const value = from?.rows[0]?.values[0];
      return typeof value === 'number' ? value : null;
    };
    return (
      <NumberTile
        {...frame}
        value={valueOf(answer)}
        before={valueOf(answered.before)}
        unit={unit}
        better={metric.better}
      />
    );
  }
  if (kind === 'table') {
    const rows = pivotRows(answer, answered.subtotals ?? undefined, answered.total ?? undefined).map(
      (row) => ({
        ...row,
        key: `${row.kind} ${row.key}`,
        about: tableCells(row, metric, presentation),
      }),
    );
    const about =
      dimensions.length > 0 ? dimensions.map((name) => fieldLabel(name, messages)) : [messages.chart.total];
    const names = measureLabels(view, query.measures, messages);
    const columns = query.measures.map((measure, index) => ({
      label: names[index] ?? '',
      unit: measureUnit(view, measure),
    }));
    return (
      <ValueTable
        {...frame}
        notice={notice}
        facts={{ about, columns, rows }}
        rows={rows.map((row) => ({ ...row, canPick: row.kind === 'group' && !row.isRest }))}
        onPick={
          pick &&
          ((row) => {
            const found = rows.find(({ key }) => key === row.key);
            if (found) pick(found);
          })
        }
      />
    );
  }
  const bars = answer.rows.map((row) => {
    const group = chartGroup(row);
    const value = row.values[0];
    return {
      ...group,
      label: labelOf(group),
      value: typeof value === 'number' ? value : null,
      tone: levelTone(dimensions.length === 1 ? dimensions[0] : undefined, group.group[0]),
    };
  });
  const about = [dimensions.map((name) => fieldLabel(name, messages)).join(' · ') || messages.chart.total];
  const measure = first ? measureLabel(view, first, messages) : undefined;
  const onPick =
    pick &&
    ((bar: { key: string }) => {
      const found = bars.find(({ key }) => key === bar.key);
      if (found) pick(found);
    });
  if (kind === 'pie') {
    return (
      <PieChart
        {...frame}
        notice={notice}
        parts={bars}
        unit={unit}
        about={about}
        measure={measure}
        onPick={onPick}
      />
    );
  }
  // A ranking is of groups; what the others come to stands below it.
  const rest = bars.find(({ isRest }) => isRest);
  return (
    <BarChart
      {...frame}
      bars={bars.filter(({ isRest }) => !isRest)}
      notice={
        frame.notice ??
        (top && rest && addsUp(metric)
          ? `${top} · ${messages.chart.other}: ${writeValue(rest.value, unit, presentation)}`
          : top)
      }
      unit={unit}
      direction={kind === 'vertical-bars' ? 'vertical' : 'horizontal'}
      about={about}
      measure={measure}
      onPick={onPick}
    />
  );
}

/** The cells that say what a row of a table is about. */
function tableCells(
  row: ReturnType<typeof pivotRows>[number],
  metric: Metric,
  presentation: ReturnType<typeof usePresentation>,
): readonly string[] {
  const { dimensions = [] } = metric;
  const { chart } = presentation.messages;
  if (row.kind === 'total') return [chart.total, ...dimensions.slice(1).map(() => '')];
  if (row.isRest || dimensions.length === 0)
    return [groupLabel(row, metric, presentation), ...dimensions.slice(1).map(() => '')];
  return dimensions.map((name, index) => {
    const value = row.group[index];
    return value === undefined
      ? ''
      : groupLabel({ ...row, group: [value] }, { ...metric, dimensions: [name] }, presentation);
  });
}
