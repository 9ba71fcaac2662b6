import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import type { ClickHouseClientConfigOptions } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { afterAll } from 'vitest';

/** The official client on ClickHouse's engine in this process: the same SQL as on a server, without one. */
export function inProcessClient() {
  const folder = mkdtempSync(join(tmpdir(), 'oriel-clickhouse-'));
  // Of another copy of the client's types, which differ in name only.
  const connection = createChdbConnection({ path: folder }) as unknown;
  const client = createClient({ connection } as ClickHouseClientConfigOptions);
  afterAll(async () => {
    // It ends what it merges in the background first.
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
  return client;
}
