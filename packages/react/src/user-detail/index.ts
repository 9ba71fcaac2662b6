export { UserDetail } from './user-detail.tsx';
export type { UserDetailProps } from './user-detail.tsx';
export { UserDetailView } from './user-detail-view.tsx';
export type { UserDetailTab, UserDetailViewProps } from './user-detail-view.tsx';
