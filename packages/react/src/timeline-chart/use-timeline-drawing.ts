'use client';

import { useMemo } from 'react';
import {
  compressGaps,
  createTimeScale,
  findCriticalPath,
  layoutTimeline,
  ownStretches,
  rowTimes,
  sharedTraceTree,
  timelineExtent,
  visibleTraceTreeRows,
} from '@oriel/core';
import type { EpochMs, TraceTreeNodeId, TraceTreeSource } from '@oriel/core';
import { formatTick } from './format-tick.ts';
import { usePresentation } from './presentation.ts';
import type { TimelineDisplay } from './use-timeline.ts';

interface TimelineDrawingOptions extends TraceTreeSource {
  readonly display: TimelineDisplay;
  readonly collapsedIds: ReadonlySet<TraceTreeNodeId>;
  readonly now: EpochMs | undefined;
}

/** What a trace is drawn as: everything that follows from the trace and the display, and not from where one looks. */
export function useTimelineDrawing({
  observations,
  trace,
  display,
  collapsedIds,
  now,
}: TimelineDrawingOptions) {
  const { messages, format } = usePresentation();
  const tree = useMemo(() => sharedTraceTree({ observations, trace }), [observations, trace]);
  const layout = useMemo(() => {
    const rows = collapsedIds.size > 0 ? visibleTraceTreeRows(tree, collapsedIds) : undefined;
    return layoutTimeline(tree, { mode: display.mode, rows });
  }, [tree, display.mode, collapsedIds]);
  const gaps = useMemo(
    () => (display.compressGaps ? compressGaps(layout) : []),
    [layout, display.compressGaps],
  );
  const scale = useMemo(() => createTimeScale(gaps), [gaps]);
  const extent = timelineExtent(layout, now === undefined ? undefined : now - layout.origin);
  const criticalPath = useMemo(
    () => (display.criticalPath ? findCriticalPath(tree, rowTimes(tree, now)) : null),
    [tree, display.criticalPath, now],
  );
  const ownTime = useMemo(() => (display.ownTime ? ownStretches(layout) : null), [layout, display.ownTime]);
  const texts = useMemo(
    () => ({
      unnamed: messages.unnamed,
      running: messages.running,
      duration: (length: number) => format.duration(length),
      tick: (time: number, step: number) => formatTick(time, step, format.locale),
    }),
    [messages, format],
  );
  return { tree, layout, scale, extent, texts, criticalPath, ownTime };
}
