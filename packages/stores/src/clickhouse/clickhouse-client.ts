/**
 * What the store needs of a client of ClickHouse. `@clickhouse/client` and `@clickhouse/client-web` both fit: the host
 * creates one, with its address, its password and its pool, and closes it when the store is closed.
 */
export interface ClickHouseClient {
  query(call: ClickHouseQuery): Promise<ClickHouseRows>;
  insert(call: ClickHouseInsert): Promise<unknown>;
  command(call: ClickHouseCommand): Promise<unknown>;
}

export interface ClickHouseCommand {
  readonly query: string;
  /** Values of the query's parameters: they travel beside the text, never in it. */
  readonly query_params?: Record<string, unknown>;
  readonly abort_signal?: AbortSignal;
  /** Sends parameters that are too long for an address in the body. Clients that do not know it leave it alone. */
  readonly use_multipart_params_auto?: boolean;
}

export interface ClickHouseQuery extends ClickHouseCommand {
  readonly format: 'JSONEachRow';
}

export interface ClickHouseInsert {
  readonly table: string;
  readonly values: readonly unknown[];
  readonly format: 'JSONEachRow';
  readonly clickhouse_settings?: Record<string, string | number>;
  readonly abort_signal?: AbortSignal;
}

export interface ClickHouseRows {
  json(): Promise<unknown>;
}
