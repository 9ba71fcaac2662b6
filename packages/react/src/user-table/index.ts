export { UserTable } from './user-table.tsx';
export type { UserTableProps } from './user-table.tsx';
export { UserTableView } from './user-table-view.tsx';
export type { UserTableViewProps } from './user-table-view.tsx';
export { userColumns } from './user-columns.tsx';
export type { GroupAnswers } from '../people/group-answers.ts';
