export { Comments } from './comments.tsx';
export type { CommentsProps } from './comments.tsx';
export { CommentsView } from './comments-view.tsx';
export type { CommentsViewProps } from './comments-view.tsx';
export { useComments } from './use-comments.ts';
