export type {
  ClickHouseClient,
  ClickHouseCommand,
  ClickHouseInsert,
  ClickHouseQuery,
  ClickHouseRows,
} from './clickhouse-client.ts';
export type { ClickHouseStoreOptions } from './clickhouse-store-options.ts';
export { openClickHouseStore } from './open-clickhouse-store.ts';
export type { ClickHouseStore } from './open-clickhouse-store.ts';
export type { Place } from './schema/create-statements.ts';
export { schemaStatements } from './schema/migrate.ts';
