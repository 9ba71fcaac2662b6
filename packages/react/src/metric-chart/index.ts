export { MetricChart } from './metric-chart.tsx';
export type { MetricChartProps } from './metric-chart.tsx';
export { MetricChartView } from './metric-chart-view.tsx';
export type { MetricChartViewProps } from './metric-chart-view.tsx';
export { useMetric } from './use-metric.ts';
export type { AnsweredMetric } from './use-metric.ts';
