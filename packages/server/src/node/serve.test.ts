import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { referenceStore } from '@oriel/core';
import { deferred } from '../testing/deferred.ts';
import { BASIC, testCollector } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';
import { serve } from './serve.ts';

const body = JSON.stringify({
  batch: [{ id: 'e', type: 'trace-create', timestamp: '2026-01-31T12:00:00Z', body: { id: 't' } }],
});
const headers = { authorization: BASIC, 'content-type': 'application/json' };

it('answers and keeps what was under way when it closes', async () => {
  const { traces, ...rest } = referenceStore();
  const writing = deferred<void>();
  const arrived = deferred<void>();
  const slow: typeof traces = {
    ...traces,
    async write(patches, options) {
      arrived.resolve();
      await writing.promise;
      await traces.write(patches, options);
    },
  };
  const { server } = await servedCollector({ store: { ...rest, traces: slow } });
  const answer = fetch(`${server.url}/api/public/ingestion`, { method: 'POST', headers, body });
  await arrived.promise;
  const closed = server.close();
  await expect(fetch(`${server.url}/api/public/health`)).rejects.toThrow('fetch failed');
  writing.resolve();
  expect((await answer).status).toBe(207);
  await closed;
  expect(await traces.readTrace('t')).not.toBeNull();
});

it('waits for nobody who connected and never asked', async () => {
  const { collector } = testCollector();
  const server = await serve({ collector, graceMs: 60_000 });
  const silent = connect(server.port, '127.0.0.1');
  await once(silent, 'connect');
  await Promise.all([once(silent, 'close'), server.close()]);
  expect(silent.destroyed).toBe(true);
});

it('may be closed twice', async () => {
  const { server } = await servedCollector();
  expect(await Promise.all([server.close(), server.close()])).toEqual([undefined, undefined]);
});

it('says when the port is taken', async () => {
  const { server } = await servedCollector();
  const { collector } = testCollector();
  await expect(serve({ collector, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await server.close();
});
