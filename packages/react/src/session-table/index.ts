export { SessionTable } from './session-table.tsx';
export type { SessionTableProps } from './session-table.tsx';
export { SessionTableView } from './session-table-view.tsx';
export type { SessionTableViewProps } from './session-table-view.tsx';
export { sessionColumns } from './session-columns.tsx';
export type { GroupAnswers } from '../people/group-answers.ts';
