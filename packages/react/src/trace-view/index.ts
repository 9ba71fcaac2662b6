export { parseTraceViewState, printTraceViewState } from './trace-view-state.ts';
export type { TraceViewMode, TraceViewState } from './trace-view-state.ts';
export type { TraceViewTab } from './trace-view-tab.ts';
export { TraceView } from './trace-view.tsx';
export type { TraceViewProps } from './trace-view.tsx';
