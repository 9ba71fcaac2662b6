export { InsightList } from './insight-list.tsx';
export type { InsightListProps } from './insight-list.tsx';
export { InsightListView } from './insight-list-view.tsx';
export type { InsightListViewProps } from './insight-list-view.tsx';
export { useInsights } from './use-insights.ts';
export type { ReadInsightPayloads, UseInsightsOptions } from './use-insights.ts';
export type { FoundInsights } from './use-look-into.ts';
