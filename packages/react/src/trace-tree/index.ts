export { TraceTree } from './trace-tree.tsx';
export type { TraceTreeProps } from './trace-tree.tsx';
export type { TraceTreeNode } from './trace-tree-row.tsx';
export { TraceTreeView } from './trace-tree-view.tsx';
export type { TraceTreeViewProps } from './trace-tree-view.tsx';
export { useTraceTree } from './use-trace-tree.ts';
export type { UseTraceTreeOptions } from './use-trace-tree.ts';
