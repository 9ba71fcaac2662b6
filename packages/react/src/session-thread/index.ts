export { SessionThread } from './session-thread.tsx';
export type { SessionThreadProps } from './session-thread.tsx';
export { SessionThreadView } from './session-thread-view.tsx';
export type { SessionThreadViewProps } from './session-thread-view.tsx';
export type { SessionSource } from './session-source.ts';
export { storeSessionSource } from './store-session-source.ts';
export { useSessionThread } from './use-session-thread.ts';
export type { UseSessionThreadOptions } from './use-session-thread.ts';
export type { SessionSearch } from './use-session-search.ts';
