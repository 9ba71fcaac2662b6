import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { describeTraceStore } from '@oriel/core/conformance';
import { afterAll, expect, it } from 'vitest';
import { openClickHouseStore } from './open-clickhouse-store.ts';
import { openGateway } from './testing/gateway.ts';
import { generatedShare, isWhole } from './testing/generated-share.ts';

const folder = mkdtempSync(join(tmpdir(), 'oriel-clickhouse-'));
const gateway = await openGateway(folder);
// What fails is said by what the calls reject with.
const log = { level: ClickHouseLogLevel.OFF };
const client = createClient({ url: gateway.url, log });

afterAll(async () => {
  await client.close();
  await gateway.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

let count = 0;
let database = '';

if (isWhole) {
  describeTraceStore('openClickHouseStore over HTTP', {
    async create(settings) {
      database = `http_${(count += 1)}`;
      return (await openClickHouseStore({ client, database, ...settings })).traces;
    },
    reopen: async (settings) => (await openClickHouseStore({ client, database, ...settings })).traces,
    share: generatedShare,
  });
}

it('keeps through the official client what was written over HTTP, whatever characters it has', async () => {
  const { traces } = await openClickHouseStore({ client, database: 'characters', idKeys: ['messageId'] });
  const odd = `it's \\ "q" \t\n\r\u0000 ü😀 {p1:String} '); DROP TABLE records; --`;
  await traces.write([
    { kind: 'trace', id: odd, at: 1, name: odd, tags: [odd], metadata: { [odd]: odd, messageId: odd } },
    { kind: 'observation', id: odd, traceId: odd, at: 1, input: { [odd]: odd }, model: odd },
    { kind: 'score', id: odd, at: 1, name: odd, value: odd, traceId: odd },
  ]);
  expect(await traces.resolveTraceId(odd)).toBe(odd);
  expect((await traces.readTrace(odd))?.scores).toMatchObject([{ id: odd, value: odd }]);
  const { trace, observations } = await traces.readPayloads({ traceId: odd, observationIds: [odd] });
  expect(trace?.metadata).toEqual({ [odd]: odd, messageId: odd });
  expect(observations).toMatchObject([{ id: odd, input: { [odd]: odd } }]);
  for (const field of ['name', 'tags', 'id', `scores.${odd}`]) {
    const { items } = await traces.listTraces({ filter: { field, op: 'any-of', value: ['x', odd] } });
    expect(items).toHaveLength(1);
  }
});

it('asks about more traces than an address has room for', async () => {
  const { traces } = await openClickHouseStore({ client, database: 'long' });
  const ids = Array.from({ length: 300 }, (_, n) => `${n}`.padStart(700, 'x'));
  await traces.write(ids.map((id) => ({ kind: 'trace', id, at: 1 })));
  expect((await traces.listTraces({ limit: 1000 })).items).toHaveLength(300);
});

it('ends a question whose caller went away', async () => {
  const { traces } = await openClickHouseStore({ client, database: 'aborted' });
  const controller = new AbortController();
  const answer = traces.listTraces({}, { signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toMatchObject({ code: 'aborted' });
});

it('says that a server that cannot be reached may be there later', async () => {
  const nobody = createClient({ url: 'http://127.0.0.1:9', request_timeout: 2000, log });
  const { traces } = await openClickHouseStore({ client: nobody, migrates: false });
  const calls = [
    openClickHouseStore({ client: nobody }),
    traces.write([{ kind: 'trace', id: 't', at: 1 }]),
    traces.listTraces(),
    traces.readTrace('t'),
    traces.deleteTraces(['t']),
  ];
  for (const outcome of await Promise.allSettled(calls)) {
    expect(outcome).toMatchObject({ reason: { code: 'unavailable', retryable: true } });
  }
  await nobody.close();
});
