export { ModelPriceTable } from './model-price-table.tsx';
export type { ModelPriceTableProps } from './model-price-table.tsx';
export { ModelPriceTableView } from './model-price-table-view.tsx';
export type { ModelPriceTableViewProps } from './model-price-table-view.tsx';
export { usePriceLists } from '../prices/use-price-lists.ts';
export { useRepricing } from '../prices/use-repricing.ts';
export type { RepricingRange, RepricingRun } from '../prices/use-repricing.ts';
