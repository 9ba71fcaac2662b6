export { SavedViews } from './saved-views.tsx';
export type { SavedViewsProps } from './saved-views.tsx';
export { useSavedViews } from './use-saved-views.ts';
export type { StoredView } from './use-saved-views.ts';
