export { CostPanel } from './cost-panel.tsx';
export type { CostPanelProps } from './cost-panel.tsx';
export { CostPanelView } from './cost-panel-view.tsx';
export type { CostPanelViewProps } from './cost-panel-view.tsx';
export { useCosts } from './use-costs.ts';
export type { Costs, UseCostsOptions } from './use-costs.ts';
