export { DataGrid } from './data-grid.tsx';
export type { DataGridProps } from './data-grid.tsx';
export type {
  DataGridColumn,
  DataGridDensity,
  DataGridSelection,
  DataGridState,
} from './data-grid-column.ts';
export { useDataGrid } from './use-data-grid.ts';
export type { UseDataGridOptions } from './use-data-grid.ts';
