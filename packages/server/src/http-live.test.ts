import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Patch, Store, TraceChange } from '@oriel/core';
import { STORE_METHODS } from '@oriel/core/protocol';
import { httpStore } from '@oriel/stores/http';
import type { ConnectionEvent } from '@oriel/stores/http';
import { memoryStore } from '@oriel/stores/memory';
import { createCollector } from './create-collector.ts';
import { serve } from './node/serve.ts';
import { BEARER, testCollector } from './testing/test-collector.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const keys = { publicKey: 'pk', secretKey: 'sk' };
const trace = (id: string): Patch => ({ kind: 'trace', id, at: 1 });

/** Changes of a store, as whoever subscribes hears of them. */
function listenTo({ traces }: Store) {
  const told: TraceChange[] = [];
  const end = traces.subscribe((change) => told.push(change));
  return { end, ids: () => told.flatMap(({ traceIds }) => traceIds), told };
}

/** A way to a collector that can be cut. */
function breakableWay(collector: (request: Request) => Promise<Response>) {
  const open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const fetch = async (request: Request): Promise<Response> => {
    const response = await collector(request);
    const reader = response.body?.getReader();
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => void open.add(controller),
      async pull(controller) {
        const step = await reader?.read();
        if (!open.has(controller)) return;
        if (step?.value) return controller.enqueue(step.value);
        open.delete(controller);
        controller.close();
      },
      cancel: () => reader?.cancel(),
    });
    return new Response(body, response);
  };
  const cut = () => {
    for (const controller of open) controller.error(new Error('The cable was pulled.'));
    open.clear();
  };
  return { fetch, cut };
}

it('hears of all that happened while its connection was lost, once', async () => {
  const collector = createCollector({ store: memoryStore(), keys: [keys] });
  const { fetch, cut } = breakableWay(collector);
  const events: ConnectionEvent['type'][] = [];
  const onConnection = ({ type }: ConnectionEvent) => void events.push(type);
  const reader = await httpStore({ url: 'http://collector.test', keys, fetch, onConnection });
  const writer = await httpStore({ url: 'http://collector.test', keys, fetch: collector });
  const { ids, end } = listenTo(reader);
  await writer.traces.write([trace('a')]);
  await vi.waitFor(() => expect(ids()).toEqual(['a']));
  cut();
  await vi.waitFor(() => expect(events).toEqual(['live', 'lost']));
  await writer.traces.write([trace('b')]);
  await writer.traces.deleteTraces(['a']);
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect(ids()).toEqual(['a', 'b', 'a']));
  expect(events).toEqual(['live', 'lost', 'live']);
  end();
});

it('is told to read again when it was away while too much happened', async () => {
  const collector = createCollector({ store: memoryStore(), keys: [keys] });
  const { fetch, cut } = breakableWay(collector);
  const events: ConnectionEvent['type'][] = [];
  const onConnection = ({ type }: ConnectionEvent) => void events.push(type);
  const reader = await httpStore({ url: 'http://collector.test', keys, fetch, onConnection });
  const writer = await httpStore({ url: 'http://collector.test', keys, fetch: collector });
  await writer.traces.write([trace('shown')]);
  await reader.traces.readTrace('shown');
  const { told, end } = listenTo(reader);
  await vi.waitFor(() => expect(events).toEqual(['live']));
  cut();
  for (let batch = 0; batch < 3; batch += 1) {
    await writer.traces.write(Array.from({ length: 9000 }, (_, index) => trace(`${batch}-${index}`)));
  }
  await vi.advanceTimersByTimeAsync(1000);
  await vi.waitFor(() => expect(events.at(-1)).toBe('fell-behind'));
  expect(told.at(-1)).toEqual({ type: 'traces-written', traceIds: ['shown'] });
  end();
});

it('leaves nothing behind on a server whose reader went away', async () => {
  vi.useRealTimers();
  const collector = createCollector({ store: memoryStore(), keys: [keys] });
  const cancelled = vi.fn<() => void>();
  const watched = async (request: Request): Promise<Response> => {
    const response = await collector(request);
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
    const reader = response.body?.getReader();
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const step = await reader?.read();
        if (step?.value) controller.enqueue(step.value);
      },
      cancel(reason) {
        cancelled();
        return reader?.cancel(reason);
      },
    });
    return new Response(body, response);
  };
  const server = await serve({ collector: Object.assign(watched, collector) });
  const store = await httpStore({ url: server.url, keys });
  const { end, ids } = listenTo(store);
  await store.traces.write([trace('a')]);
  await vi.waitFor(() => expect(ids()).toEqual(['a']));
  end();
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce());
  await server.close();
});

it('shows and takes nothing for a public key, through any method', async () => {
  const { send, store } = testCollector();
  await store.traces.write([trace('known')]);
  for (const [part, methods] of Object.entries(STORE_METHODS)) {
    for (const method of methods) {
      const isUpload = part === 'media' && method === 'write';
      const path = `/api/oriel/v1/${isUpload ? 'media' : `${part}/${method}`}`;
      const body = part === 'traces' && method === 'write' ? { patches: [trace('known')] } : {};
      const answer = await send(isUpload ? 'PUT' : 'POST', path, body, { authorization: BEARER });
      expect([path, answer.status]).toEqual([path, 403]);
      expect(await answer.json()).toMatchObject({ error: { code: 'forbidden' } });
    }
  }
});

it('lets pages of other origins read what httpStore reads', async () => {
  const { collector } = testCollector({ cors: { origins: ['https://app.test'] } });
  const ask = (method: string, headers: Record<string, string>) =>
    collector(new Request('http://collector.test/api/oriel/v1/media', { method, headers }));
  const origin = { origin: 'https://app.test' };
  const allowed = await ask('OPTIONS', {
    ...origin,
    'access-control-request-method': 'PUT',
    'access-control-request-headers': 'authorization,oriel-media,last-event-id',
  });
  expect(allowed.headers.get('access-control-allow-headers')).toContain('oriel-media');
  const answer = await ask('PUT', origin);
  expect(answer.headers.get('access-control-expose-headers')).toMatch(/oriel-media,oriel-position/);
});
