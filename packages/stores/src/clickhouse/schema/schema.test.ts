import { expect, it } from 'vitest';
import { openClickHouseStore } from '../open-clickhouse-store.ts';
import { inProcessClient } from '../testing/in-process.ts';
import { schemaStatements } from './migrate.ts';

const client = inProcessClient();

/** As ClickHouse's own parser writes it: what it cannot read, it refuses. */
async function formatted(statement: string): Promise<string> {
  const answer = await client.query({
    query: 'SELECT formatQuery({statement:String}) AS text',
    query_params: { statement },
    format: 'JSONEachRow',
  });
  const [row] = await answer.json<{ text: string }>();
  return row?.text ?? '';
}

it('makes a cluster of replicated tables, each with one over all shards, and keeps what is of a trace together', async () => {
  const statements = schemaStatements({ database: 'traces', cluster: 'main', retentionDays: 30 });
  const texts = await Promise.all(statements.map(formatted));
  for (const text of texts) expect(text).toContain('ON CLUSTER main');
  const create = texts.filter((text) => text.startsWith('CREATE TABLE'));
  const [local, distributed] = [
    create.filter((text) => text.includes('ENGINE = Replicated')),
    create.filter((text) => text.includes('ENGINE = Distributed(')),
  ];
  expect(distributed).toHaveLength(local.length);
  for (const text of local) expect(text).toMatch(/ traces\.\w+_local ON CLUSTER/);
  const records = distributed.find((text) => text.includes(' traces.records ON'));
  expect(records).toContain(
    "Distributed(main, traces, records_local, cityHash64(if(kind = 'score', id, trace_id)))",
  );
  expect(texts.filter((text) => text.includes('MODIFY TTL'))).toHaveLength(3);
});

it('makes a single node of plain tables', async () => {
  const statements = schemaStatements({ database: 'traces' });
  const texts = await Promise.all(statements.map(formatted));
  expect(texts.join('\n')).not.toMatch(/Replicated|Distributed|ON CLUSTER|TTL/);
});

it('opens the same tables again and again, and from several processes at once', async () => {
  const place = { client, database: 'again', retentionDays: 3 };
  const stores = await Promise.all([1, 2, 3].map(() => openClickHouseStore(place)));
  await stores[0]?.traces.write([{ kind: 'trace', id: 't', at: 1, name: 'kept' }]);
  const again = await openClickHouseStore({ ...place, retentionDays: 7 });
  expect((await again.traces.readTrace('t'))?.trace.name).toBe('kept');
  const answer = await client.query({ query: 'SHOW CREATE TABLE again.records', format: 'TabSeparatedRaw' });
  expect(await answer.text()).toContain('TTL touched + toIntervalDay(7)');
});

it('leaves tables of a later version alone', async () => {
  await openClickHouseStore({ client, database: 'later' });
  await client.insert({ table: 'later.migrations', values: [{ version: 99 }], format: 'JSONEachRow' });
  await expect(openClickHouseStore({ client, database: 'later' })).rejects.toMatchObject({
    code: 'unsupported',
  });
});

it('lets what was last written to long ago go, and nothing else', async () => {
  const { traces } = await openClickHouseStore({ client, database: 'expiring', retentionDays: 30 });
  await traces.write([
    { kind: 'trace', id: 'old', at: 1 },
    { kind: 'trace', id: 'new', at: 1 },
  ]);
  await client.insert({
    table: 'expiring.records',
    values: [{ kind: 'trace', trace_id: 'older', first_at: 1, touched: '2020-01-01 00:00:00' }],
    format: 'JSONEachRow',
  });
  await client.command({ query: 'OPTIMIZE TABLE expiring.records FINAL' });
  expect((await traces.listTraces()).items.map(({ id }) => id).toSorted()).toEqual(['new', 'old']);
});
