'use client';

import type { Filter, Metric } from '@oriel/core';
import { useFilters } from '../filters/use-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { MetricChartView } from './metric-chart-view.tsx';
import type { MetricChartViewProps } from './metric-chart-view.tsx';
import { useMetric } from './use-metric.ts';

export interface MetricChartProps
  extends Omit<PanelProps, 'title'>, Omit<MetricChartViewProps, 'answered' | 'className'> {
  /** What is asked, and how it is drawn. */
  metric: Metric;
  /** Its own condition on the records of its view, on top of the metric's and the page's. */
  filter?: Filter | undefined;
  /** Its own condition on the traces that the records belong to. */
  traces?: Filter | undefined;
}

/**
 * One question about many records, drawn; it obeys the nearest `FilterProvider`, whose time a brushed stretch becomes
 * unless `onTimeRange` is given.
 *
 * @example
 * <MetricChart
 *   title="Errors"
 *   metric={{ kind: 'bars', view: 'traces', measures: [{ aggregate: 'count' }], filter: { field: 'level', op: '=', value: 'ERROR' } }}
 * />
 */
export function MetricChart({
  metric,
  filter,
  traces,
  title,
  heading,
  notice,
  menu,
  onTimeRange,
  onFilter,
  ...panel
}: MetricChartProps) {
  const { messages } = usePresentation();
  const { setFilters } = useFilters();
  const { data, error, refetch, isStale } = useMetric(metric, {
    ...(filter && { filter }),
    ...(traces && { traces }),
  });
  const isEmpty = data !== undefined && data.answer.rows.length === 0 && metric.kind !== 'number';
  const state = data ? (isEmpty ? 'empty' : 'ready') : error ? 'error' : 'loading';

  return (
    <Panel
      aria-label={title}
      {...panel}
      name="metric-chart"
      state={state}
      data-stale={state === 'ready' && isStale ? '' : undefined}
    >
      {/* In its place in every state: who just pressed a tab in it is still there when the answer comes. */}
      <div className="oriel-metric-chart-heading">
        {heading || <span className="oriel-chart-title">{title}</span>}
      </div>
      {data && !isEmpty && (
        <MetricChartView
          answered={data}
          title={title}
          heading={false}
          notice={notice}
          menu={menu}
          onFilter={onFilter}
          onTimeRange={onTimeRange ?? ((time) => setFilters((present) => ({ ...present, time })))}
        />
      )}
      {state === 'empty' && (
        <PanelMessage kind="empty" title={messages.metric.empty}>
          {messages.metric.emptyHint}
        </PanelMessage>
      )}
      {state === 'error' && (
        <PanelMessage
          kind="error"
          title={messages.metric.failed}
          onRetry={error && isRetryable(error) ? refetch : undefined}
        >
          {error?.message}
        </PanelMessage>
      )}
      {state === 'loading' && (
        <SkeletonLines
          count={5}
          className="oriel-metric-chart-skeleton-line"
          label={messages.metric.loading}
        />
      )}
    </Panel>
  );
}
