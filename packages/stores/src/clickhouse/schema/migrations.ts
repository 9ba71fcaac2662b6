import { createTable } from './create-statements.ts';
import type { Place } from './create-statements.ts';
import { TABLES } from './table-columns.ts';

/** A step from one version of the schema to the next. Each may be run again: it does only what is missing. */
export interface Migration {
  readonly version: number;
  readonly statements: (place: Place) => readonly string[];
}

/**
 * Never changed once released: a later version of the schema is another step here. Tables of the first version are as
 * `TABLES` says today until there is a second one.
 */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, statements: (place) => TABLES.flatMap((definition) => createTable(definition, place)) },
];

/** The version that this store writes and reads. */
export const SCHEMA_VERSION = 1;
