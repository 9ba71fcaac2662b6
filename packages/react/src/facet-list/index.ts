export { FacetList } from './facet-list.tsx';
export type { FacetListProps } from './facet-list.tsx';
export { FacetListView } from './facet-list-view.tsx';
export type { FacetListViewProps } from './facet-list-view.tsx';
export { useFacetChoices } from './use-facet-choices.ts';
export type { FacetChoices, UseFacetChoicesOptions } from './use-facet-choices.ts';
