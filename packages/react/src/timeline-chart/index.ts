export { TimelineChart } from './timeline-chart.tsx';
export type { TimelineChartProps } from './timeline-chart.tsx';
export { TimelineChartView } from './timeline-chart-view.tsx';
export type { TimelineChartViewProps } from './timeline-chart-view.tsx';
export { useTimeline } from './use-timeline.ts';
export type { TimelineDisplay, TimelineTarget, UseTimelineOptions } from './use-timeline.ts';
