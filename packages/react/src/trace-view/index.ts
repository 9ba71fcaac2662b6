export { parseTraceViewState, printTraceViewState } from './trace-view-query.ts';
export type { TimelineState, TraceViewMode, TraceViewState, TreeState } from './trace-view-state.ts';
export type { TraceViewTab } from './trace-view-tab.ts';
export { TraceView } from './trace-view.tsx';
export type { TraceViewProps } from './trace-view.tsx';
