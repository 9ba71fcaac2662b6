export { ObservationTable } from './observation-table.tsx';
export type { ObservationTableProps } from './observation-table.tsx';
export { ObservationTableView } from './observation-table-view.tsx';
export type { ObservationKey, ObservationTableViewProps } from './observation-table-view.tsx';
export { storeReader } from '../record-table/row-extras.ts';
export type { RowReader } from '../record-table/row-extras.ts';
