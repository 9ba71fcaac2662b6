'use client';

import type { TraceId } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { TraceGate } from '../states/trace-gate.tsx';
import { TimelineChartView } from './timeline-chart-view.tsx';
import type { TimelineChartViewProps } from './timeline-chart-view.tsx';

export interface TimelineChartProps extends Omit<TimelineChartViewProps, 'observations' | 'trace'> {
  /** The trace's id, or any id of yours that the store can resolve to it. */
  traceId: TraceId;
}

/**
 * One trace over time, loaded from the provider's store. Give it a height: it scrolls within.
 *
 * @example
 * <TimelineChart traceId="order-4711" onSelect={setObservationId} />
 */
export function TimelineChart({ traceId, ...viewProps }: TimelineChartProps) {
  const { messages } = usePresentation();
  const {
    selectedId: _selectedId,
    defaultSelectedId: _defaultSelectedId,
    onSelect: _onSelect,
    display: _display,
    defaultDisplay: _defaultDisplay,
    onDisplayChange: _onDisplayChange,
    viewport: _viewport,
    defaultViewport: _defaultViewport,
    onViewportChange: _onViewportChange,
    collapsedIds: _collapsedIds,
    playhead: _playhead,
    now: _now,
    ...panel
  } = viewProps;
  return (
    <TraceGate
      traceId={traceId}
      name="timeline-chart"
      panel={{ 'aria-label': messages.timelineChart.timeline, ...panel }}
      skeleton={
        <>
          <div className="oriel-timeline-chart-toolbar" />
          <SkeletonLines
            count={10}
            className="oriel-timeline-chart-skeleton-row"
            label={messages.loadingTrace}
          />
        </>
      }
    >
      {({ observations, trace }) => (
        <TimelineChartView {...viewProps} observations={observations} trace={trace} />
      )}
    </TraceGate>
  );
}
