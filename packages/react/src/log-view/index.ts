export { LogView } from './log-view.tsx';
export type { LogViewProps } from './log-view.tsx';
export { LogViewView } from './log-view-view.tsx';
export type { LogViewViewProps } from './log-view-view.tsx';
export type { ReadPayloads } from './payload-loader.ts';
export { useLogView } from './use-log-view.ts';
export type { UseLogViewOptions } from './use-log-view.ts';
export type { LogSearchStep, SearchLogPayloads } from './use-payload-search.ts';
