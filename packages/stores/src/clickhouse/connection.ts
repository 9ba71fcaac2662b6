import { StoreError, throwIfAborted } from '@oriel/core';
import type { CallOptions } from '@oriel/core';
import type { ClickHouseClient, ClickHouseInsert } from './clickhouse-client.ts';
import type { Row } from './records/encode-rows.ts';
import { Parameters } from './sql/parameters.ts';
import { storeFailure } from './store-failure.ts';

/** What every query of ours relies on, whatever the profile of the user says. */
const SETTINGS = [
  'precise_float_parsing = 1',
  'join_use_nulls = 0',
  'transform_null_in = 0',
  // Tables of a cluster are asked once for what a query compares with, not once by every shard.
  "distributed_product_mode = 'global'",
  'final = 0',
  // A page's worth of numbers: the parser of JSON takes them as they are.
  'output_format_json_quote_64bit_integers = 0',
  'output_format_json_quote_denormals = 0',
  'output_format_json_named_tuples_as_objects = 0',
].join(', ');

/** How rows are inserted: collected by the server with those of others, and acknowledged when they are stored. */
const INSERT_SETTINGS = {
  async_insert: 1,
  wait_for_async_insert: 1,
  // The same batch may come again after its traces were deleted.
  insert_deduplicate: 0,
  // In a cluster: when every shard has its rows.
  distributed_foreground_insert: 1,
  precise_float_parsing: 1,
};

export interface InsertSettings {
  readonly settings?: ClickHouseInsert['clickhouse_settings'];
}

/** A client of ClickHouse in the words of the contract: what fails is a `StoreError`, and what is closed stays closed. */
export class Connection {
  readonly #client: ClickHouseClient;
  #isClosed = false;

  constructor(client: ClickHouseClient) {
    this.#client = client;
  }

  check(options?: CallOptions): void {
    if (this.#isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
  }

  /** Rows of a query; its text comes with its parameters. */
  async rows<Answer>(
    write: (parameters: Parameters) => string,
    what: string,
    options?: CallOptions,
  ): Promise<Answer[]> {
    this.check(options);
    const parameters = new Parameters();
    const query = `${write(parameters)}\nSETTINGS ${SETTINGS}`;
    const signal = options?.signal;
    try {
      const answer = await this.#client.query({
        query,
        format: 'JSONEachRow',
        query_params: parameters.values,
        use_multipart_params_auto: true,
        ...(signal && { abort_signal: signal }),
      });
      const rows = (await answer.json()) as Answer[];
      this.check(options);
      return rows;
    } catch (cause) {
      this.check(options);
      throw storeFailure(cause, what);
    }
  }

  /** Resolves when ClickHouse has stored the rows. Not to be aborted: half of a batch would be stored. */
  async insert(
    table: string,
    rows: readonly Row[],
    { settings = INSERT_SETTINGS }: InsertSettings = {},
  ): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.#client.insert({
        table,
        values: rows,
        format: 'JSONEachRow',
        clickhouse_settings: settings,
      });
    } catch (cause) {
      throw storeFailure(cause, 'store the rows');
    }
  }

  async command(write: (parameters: Parameters) => string, what: string): Promise<void> {
    const parameters = new Parameters();
    const query = write(parameters);
    try {
      await this.#client.command({ query, query_params: parameters.values, use_multipart_params_auto: true });
    } catch (cause) {
      throw storeFailure(cause, what);
    }
  }

  close(): void {
    this.#isClosed = true;
  }
}
