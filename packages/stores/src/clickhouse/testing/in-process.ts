import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@clickhouse/client';
import { createChdbConnection } from 'chdb/connection';
import { afterAll } from 'vitest';

/** The official client on ClickHouse's engine in this process: the same SQL as on a server, without one. */
export function inProcessClient() {
  const folder = mkdtempSync(join(tmpdir(), 'oriel-clickhouse-'));
  const client = createClient({ connection: createChdbConnection({ path: folder }) });
  afterAll(async () => {
    await client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return client;
}
