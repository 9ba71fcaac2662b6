import { StoreError } from '@oriel/core';
import type { DocumentStore, MediaStore, TraceStore } from '@oriel/core';
import { ChangeLog } from './change-log.ts';
import type { ClickHouseStoreOptions } from './clickhouse-store-options.ts';
import { clickHouseTraceStore } from './clickhouse-trace-store.ts';
import { Connection } from './connection.ts';
import { clickHouseDocumentStore } from './documents/clickhouse-document-store.ts';
import { clickHouseMediaStore } from './documents/clickhouse-media-store.ts';
import { namedTable } from './schema/create-statements.ts';
import type { Place } from './schema/create-statements.ts';
import { migrate } from './schema/migrate.ts';
import { TABLE_NAMES } from './schema/table-name.ts';
import type { Tables } from './schema/tables.ts';

/** What ClickHouse keeps. */
export interface ClickHouseStore {
  readonly traces: TraceStore;
  readonly documents: DocumentStore;
  readonly media: MediaStore;
}

const DEFAULT_POLL_MS = 2000;

/**
 * A store on ClickHouse, past one machine: its merge engines fold the patches, and its servers answer lists, searches
 * and dashboards. Makes its tables where there are none.
 *
 * @example
 * const client = createClient({ url: 'https://clickhouse.example.com:8443', username, password });
 * const store = await openClickHouseStore({ client, retentionDays: 90 });
 *
 * @throws StoreError `unavailable` - ClickHouse cannot be reached; `unsupported` - a later Oriel made the tables;
 * `bad-query` - a database or cluster whose name is none.
 */
export async function openClickHouseStore(options: ClickHouseStoreOptions): Promise<ClickHouseStore> {
  const {
    client,
    database = 'oriel',
    cluster,
    retentionDays,
    idKeys = [],
    pollMs = DEFAULT_POLL_MS,
  } = options;
  checkRetention(retentionDays);
  const place: Place = { database, cluster, retentionDays };
  const tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, namedTable(table, place)])) as Tables;
  if (options.migrates ?? true) await migrate(new Connection(client), place);
  const reader = { connection: new Connection(client), tables };
  return {
    traces: clickHouseTraceStore({ reader, place, changes: new ChangeLog(reader, pollMs), idKeys }),
    documents: clickHouseDocumentStore(new Connection(client), tables),
    media: clickHouseMediaStore(new Connection(client), tables),
  };
}

function checkRetention(days: number | undefined): void {
  if (days === undefined || (Number.isFinite(days) && days > 0)) return;
  throw new StoreError(
    'bad-query',
    `\`retentionDays\` is a number of days over 0, not ${days}: nothing would be kept. Leave it out to keep everything.`,
  );
}
