import { StoreError } from '@oriel/core';
import type { Connection } from '../connection.ts';
import { createDatabase, createTable, expiry, namedTable } from './create-statements.ts';
import type { Place } from './create-statements.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';
import type { TableDefinition } from './table-columns.ts';
import { TABLES } from './table-columns.ts';

const MIGRATIONS_TABLE: TableDefinition = {
  table: 'migrations',
  columns: ['version UInt32', 'applied_at DateTime DEFAULT now()'],
  engine: 'ReplacingMergeTree',
  engineArguments: ['applied_at'],
  orderBy: 'version',
  shardBy: 'version',
};

/**
 * Every statement that opening a store may run, in order: for operators who create tables themselves, and to look at
 * before they let us.
 */
export function schemaStatements(place: Place): string[] {
  return [
    createDatabase(place),
    ...createTable(MIGRATIONS_TABLE, place),
    ...MIGRATIONS.flatMap(({ statements }) => statements(place)),
    ...expiryStatements(place),
  ];
}

function expiryStatements(place: Place): string[] {
  return TABLES.map((table) => expiry(table, place)).filter((statement) => statement !== null);
}

/**
 * Brings a database to this version of the schema; does nothing where it is there already. Several processes may do so
 * at once: each step does only what is missing.
 *
 * @throws `unsupported` - a later version of Oriel has changed the schema.
 */
export async function migrate(connection: Connection, place: Place): Promise<void> {
  const run = (statement: string) => connection.command(() => statement, 'create its tables');
  await run(createDatabase(place));
  for (const statement of createTable(MIGRATIONS_TABLE, place)) await run(statement);
  const [row] = await connection.rows<{ version: number }>(
    () => `SELECT max(version) AS version FROM ${namedTable('migrations', place)}`,
    'say which version its tables have',
  );
  const version = row?.version ?? 0;
  if (version > SCHEMA_VERSION) {
    throw new StoreError(
      'unsupported',
      `The tables in "${place.database}" are of version ${version} and this store knows version ${SCHEMA_VERSION}: a later Oriel made them. Update this one, or give it a database of its own.`,
    );
  }
  for (const migration of MIGRATIONS.filter((step) => step.version > version)) {
    for (const statement of migration.statements(place)) await run(statement);
    await connection.insert(namedTable('migrations', place), [{ version: migration.version }]);
  }
  for (const statement of expiryStatements(place)) await run(statement);
}
