import type { Milliseconds } from '@oriel/core';
import type { ClickHouseClient } from './clickhouse-client.ts';

export interface ClickHouseStoreOptions {
  /** Of `@clickhouse/client` or `@clickhouse/client-web`; the host closes it after the store. */
  readonly client: ClickHouseClient;
  /** Where the tables are; made when it is missing. Default `oriel`. */
  readonly database?: string | undefined;
  /** A cluster of the server's configuration: tables are replicated and sharded over it. Default: one node. */
  readonly cluster?: string | undefined;
  /** Days that a record is kept after it was last written to. Default: for ever. */
  readonly retentionDays?: number | undefined;
  /** Metadata keys of traces that hold ids of the host's own, for `resolveTraceId`. Default: none. */
  readonly idKeys?: readonly string[] | undefined;
  /** How often changes of other processes are looked for while somebody subscribes. Default 2000. */
  readonly pollMs?: Milliseconds | undefined;
  /** Makes and updates tables when the store is opened. Off, an operator runs `schemaStatements`. Default true. */
  readonly migrates?: boolean | undefined;
}
