export { ScoreTable } from './score-table.tsx';
export type { ScoreTableProps } from './score-table.tsx';
export { ScoreTableView } from './score-table-view.tsx';
export type { ScoreTableViewProps } from './score-table-view.tsx';
export { storeOutputReader } from './output-previews.ts';
export type { OutputReader } from './output-previews.ts';
