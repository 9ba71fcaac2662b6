export { TraceTable } from './trace-table.tsx';
export type { TraceTableProps } from './trace-table.tsx';
export { TraceTableView } from './trace-table-view.tsx';
export type { TraceTableViewProps } from './trace-table-view.tsx';
export { storeReader } from '../record-table/row-extras.ts';
export type { RowReader } from '../record-table/row-extras.ts';
