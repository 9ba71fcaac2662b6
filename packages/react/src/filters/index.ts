export { FilterProvider } from './filter-provider.tsx';
export type { FilterProviderProps } from './filter-provider.tsx';
export type { Filters } from './filters-context.ts';
export { useFilters } from './use-filters.ts';
export { usePanelQuery } from './use-panel-query.ts';
