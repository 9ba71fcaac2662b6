export { TraceList } from './trace-list.tsx';
export type { TraceListProps } from './trace-list.tsx';
export { TraceListView } from './trace-list-view.tsx';
export type { TraceListViewProps } from './trace-list-view.tsx';
export { useTraceRows } from './use-trace-rows.ts';
export type { UseTraceRowsOptions } from './use-trace-rows.ts';
