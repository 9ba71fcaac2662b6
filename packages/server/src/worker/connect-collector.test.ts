import { afterEach, expect, it, vi } from 'vitest';
import { StoreError } from '@oriel/core';
import type { Patch, TraceChange } from '@oriel/core';
import { httpStore } from '@oriel/stores/http';
import { memoryStore } from '@oriel/stores/memory';
import { BASIC, ORIGIN, PUBLIC_KEY, SECRET_KEY, testCollector } from '../testing/test-collector.ts';
import { deferred } from '../testing/deferred.ts';
import { connectCollector } from './connect-collector.ts';
import { serveCollector } from './serve-collector.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function channel(): { page: MessagePort; worker: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return { page: port1, worker: port2 };
}

/** A page, connected to whatever answers requests in its worker. */
async function setup(collector: (request: Request) => Promise<Response>) {
  const { page, worker } = channel();
  const stop = serveCollector(worker, collector);
  return { ...(await connectCollector(page)), stop, worker };
}

/** What a collector was asked. */
const seen: { method: string; url: string; headers: Headers; bytes: Uint8Array }[] = [];
const remember = async (request: Request): Promise<Response> => {
  const bytes = new Uint8Array(await request.arrayBuffer());
  seen.push({ method: request.method, url: request.url, headers: request.headers, bytes });
  return new Response('taken', { status: 207, statusText: 'Multi-Status', headers: { 'x-answer': 'yes' } });
};

it('carries requests and answers whole: method, address, headers, bytes and status', async () => {
  const { fetch } = await setup(remember);
  const sent = new Uint8Array([0, 255, 128, 10]);
  const response = await fetch(`${ORIGIN}/v1/traces?a=%2F`, {
    method: 'PUT',
    headers: { authorization: BASIC, 'content-encoding': 'gzip' },
    body: sent,
  });

  expect([response.status, response.statusText]).toEqual([207, 'Multi-Status']);
  expect(response.headers.get('x-answer')).toBe('yes');
  expect(await response.text()).toBe('taken');
  expect(seen).toMatchObject([{ method: 'PUT', url: `${ORIGIN}/v1/traces?a=%2F`, bytes: sent }]);
  expect(seen[0]?.headers.get('authorization')).toBe(BASIC);
  expect(seen[0]?.headers.get('content-encoding')).toBe('gzip');
});

it('carries answers without a body', async () => {
  const { fetch } = await setup(() => Promise.resolve(new Response(null, { status: 204 })));
  const response = await fetch(new Request(ORIGIN));
  expect([response.status, response.body]).toEqual([204, null]);
});

it('reads no more of an answer than is asked for', async () => {
  const produced: number[] = [];
  const cancelled = deferred<unknown>();
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        produced.push(produced.length);
        controller.enqueue(new Uint8Array([produced.length]));
      },
      cancel: (reason) => cancelled.resolve(reason ?? 'cancelled'),
    },
    { highWaterMark: 0 },
  );
  const { fetch } = await setup(() => Promise.resolve(new Response(body)));
  const reader = (await fetch(ORIGIN)).body?.getReader();
  expect((await reader?.read())?.value).toEqual(new Uint8Array([1]));
  expect((await reader?.read())?.value).toEqual(new Uint8Array([2]));
  await reader?.cancel();
  await cancelled.promise;
  expect(produced).toHaveLength(2);
});

it('serves a whole store, with live changes', async () => {
  const store = memoryStore();
  const { collector } = testCollector({ store });
  const { fetch } = await setup(collector);
  const keys = { publicKey: PUBLIC_KEY, secretKey: SECRET_KEY };
  const remote = await httpStore({ url: ORIGIN, keys, fetch });

  const told: TraceChange[] = [];
  const end = remote.traces.subscribe((change) => told.push(change));
  const patch: Patch = { kind: 'trace', id: 't', at: 1, name: 'checkout' };
  await remote.traces.write([patch]);
  await expect.poll(() => told.flatMap(({ traceIds }) => traceIds)).toEqual(['t']);
  expect((await remote.traces.listTraces({})).items).toMatchObject([{ id: 't', name: 'checkout' }]);
  end();
  await remote.traces.close();
});

it('ends a request in the worker when the page aborts it', async () => {
  const aborted = deferred<boolean>();
  const begun = deferred<boolean>();
  const { fetch } = await setup((request) => {
    begun.resolve(true);
    return new Promise((_resolve, reject) => {
      request.signal.addEventListener('abort', () => {
        aborted.resolve(true);
        reject(new Error('aborted'));
      });
    });
  });
  const aborter = new AbortController();
  const asking = fetch(ORIGIN, { signal: aborter.signal });
  const refusal = asking.catch((error: unknown) => error);
  await begun.promise;
  aborter.abort();
  expect(await refusal).toMatchObject({ name: 'AbortError' });
  expect(await aborted.promise).toBe(true);
  await expect(fetch(ORIGIN, { signal: aborter.signal })).rejects.toMatchObject({ name: 'AbortError' });
});

it('rejects as `fetch` does without a network when the collector fails, or the connection is over', async () => {
  const failing = await setup(() => Promise.reject(new Error('no disk')));
  await expect(failing.fetch(ORIGIN)).rejects.toThrow(/no disk/);

  const silent = await setup(() => new Promise(() => undefined));
  const asking = silent.fetch(ORIGIN);
  const refusal = asking.catch((error: unknown) => error);
  // Until it is with the worker.
  await new Promise((resolve) => setTimeout(resolve));
  silent.close();
  silent.close();
  expect(await refusal).toBeInstanceOf(TypeError);
  await expect(silent.fetch(ORIGIN)).rejects.toThrow(/closed/);
});

it('errors the body of an answer that breaks off', async () => {
  const body = new ReadableStream({
    pull: (controller) => controller.error(new Error('the disk is gone')),
  });
  const { fetch } = await setup(() => Promise.resolve(new Response(body)));
  await expect((await fetch(ORIGIN)).text()).rejects.toThrow(/the disk is gone/);
});

it('waits for a worker that opens its store first, and says when none answers', async () => {
  const { page, worker } = channel();
  const connecting = connectCollector(page);
  serveCollector(worker, remember);
  expect(await (await (await connecting).fetch(ORIGIN)).text()).toBe('taken');

  vi.useFakeTimers();
  const nobody = connectCollector(channel().page, { timeoutMs: 50 });
  const refusal = nobody.catch((error: unknown) => error);
  vi.advanceTimersByTime(50);
  const error = await refusal;
  expect(StoreError.is(error) && error.code).toBe('unavailable');
  vi.useRealTimers();
});
