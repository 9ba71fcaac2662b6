export { CuratedDashboard } from './curated-dashboard.tsx';
export type { CuratedDashboardProps } from './curated-dashboard.tsx';
export { DashboardGrid } from './dashboard-grid.tsx';
export type { DashboardGridProps } from './dashboard-grid.tsx';
export { DashboardGridView } from './dashboard-grid-view.tsx';
export type { DashboardGridViewProps } from './dashboard-grid-view.tsx';
