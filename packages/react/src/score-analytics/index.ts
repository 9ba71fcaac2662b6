export { ScoreAnalytics } from './score-analytics.tsx';
export type { ScoreAnalyticsProps } from './score-analytics.tsx';
export { ScoreAnalyticsView } from './score-analytics-view.tsx';
export type { ScoreAnalyticsViewProps } from './score-analytics-view.tsx';
export { useScoreAnalytics } from './use-score-analytics.ts';
export type { ScoreChoice, UseScoreAnalyticsOptions } from './use-score-analytics.ts';
