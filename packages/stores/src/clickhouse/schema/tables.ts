import type { TableName } from './table-name.ts';

/** The tables of a store as statements name them. */
export type Tables = Readonly<Record<TableName, string>>;
