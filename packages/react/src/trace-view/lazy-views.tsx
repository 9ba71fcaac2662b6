'use client';

import { lazyView } from './lazy-view.tsx';

// Each view is code of its own, loaded when it is first looked at.

/** The detail beside the views. */
export const DetailView = lazyView(async () => {
  const { ObservationDetail } = await import('../observation-detail/observation-detail.tsx');
  return ObservationDetail;
});

export const TreeView = lazyView(async () => {
  const { TraceTree } = await import('../trace-tree/trace-tree.tsx');
  return TraceTree;
});

export const TimelineView = lazyView(async () => {
  const { TimelineChart } = await import('../timeline-chart/timeline-chart.tsx');
  return TimelineChart;
});

export const GraphView = lazyView(async () => {
  const { AgentGraph } = await import('../agent-graph/agent-graph.tsx');
  return AgentGraph;
});

export const LogsView = lazyView(async () => {
  const { LogView } = await import('../log-view/log-view.tsx');
  return LogView;
});

export const InsightsView = lazyView(async () => {
  const { InsightList } = await import('../insight-list/insight-list.tsx');
  return InsightList;
});
