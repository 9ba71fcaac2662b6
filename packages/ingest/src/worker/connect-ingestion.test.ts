import { referenceStore, StoreError } from '@oriel/core';
import type { Patch, Store, TraceChange } from '@oriel/core';
import { afterEach, expect, it } from 'vitest';
import { patternRule } from '../masking/masking-rule.ts';
import { connectIngestion } from './connect-ingestion.ts';
import type { ConnectIngestionOptions } from './connect-ingestion.ts';
import type { IngestProgress } from '../pipeline/ingest-report.ts';
import { serveIngestion } from './serve-ingestion.ts';
import type { ServeIngestionOptions } from './serve-ingestion.ts';

const ports: MessagePort[] = [];
afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

function channel(): { page: MessagePort; worker: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return { page: port1, worker: port2 };
}

interface Setup extends ConnectIngestionOptions {
  readonly store?: Store;
  readonly batchSize?: number;
  readonly pipeline?: Partial<ServeIngestionOptions>;
}

async function setup({ store = referenceStore(), batchSize, pipeline, ...options }: Setup = {}) {
  const { page, worker } = channel();
  serveIngestion(worker, { store, batchSize, ...pipeline });
  return { client: await connectIngestion(page, options), page, worker };
}

/** A store whose writes wait until they are let through, one by one. */
function gatedStore() {
  const store = referenceStore();
  const written: string[][] = [];
  const gates: (() => void)[] = [];
  const signals: AbortSignal[] = [];
  const traces = Object.create(store.traces, {
    write: {
      async value(patches: readonly Patch[], options: { signal: AbortSignal }) {
        signals.push(options.signal);
        await new Promise<void>((resolve) => {
          gates.push(resolve);
        });
        written.push(patches.map(({ id }) => id));
        await store.traces.write(patches);
      },
    },
  }) as Store['traces'];
  const openNext = async () => {
    await expect.poll(() => gates.length).toBeGreaterThan(0);
    gates.shift()?.();
  };
  return { store: { ...store, traces }, written, gates, signals, openNext };
}

/** A store that refuses its first write. */
function refusingStore(error: Error): Store {
  const store = referenceStore();
  let refused = false;
  const traces = Object.create(store.traces, {
    write: {
      async value(patches: readonly Patch[]) {
        if (refused) return store.traces.write(patches);
        refused = true;
        throw error;
      },
    },
  }) as Store['traces'];
  return { ...store, traces };
}

function batchOf(...traceIds: string[]): Uint8Array {
  const batch = traceIds.map((id) => ({
    id: `event-${id}`,
    type: 'trace-create',
    timestamp: '2025-03-07T12:00:00Z',
    body: { id, name: `trace ${id}`, timestamp: '2025-03-07T12:00:00Z' },
  }));
  return new TextEncoder().encode(JSON.stringify({ batch }));
}

function imageUpload() {
  return { body: new Uint8Array([1, 2, 3]), contentType: 'image/png', method: 'PUT' };
}

it('writes a payload into the store behind the worker and reports what it held', async () => {
  const { client } = await setup();
  const body = batchOf('t1', 't2');
  const bytes = body.length;
  const report = await client.ingest({ body });
  expect(report).toMatchObject({
    traceIds: ['t1', 't2'],
    counts: { traces: 2, observations: 0, scores: 0, media: 0 },
    rejected: [],
    ignored: null,
    bytes,
  });
  expect((await client.store.traces.readTrace('t1'))?.trace.name).toBe('trace t1');
});

it('hands a whole buffer over and copies a view of part of one', async () => {
  const { client } = await setup();
  const whole = new Uint8Array(batchOf('t1'));
  const larger = new Uint8Array(whole.length + 8);
  larger.set(whole, 4);
  const part = larger.subarray(4, 4 + whole.length);
  await client.ingest({ body: whole });
  await client.ingest({ body: part });
  expect(whole.length).toBe(0);
  expect(part.length).toBeGreaterThan(0);
  expect(larger.length).toBeGreaterThan(8);
});

it('acknowledges payloads in the order they were sent', async () => {
  const { client } = await setup();
  const order: number[] = [];
  const sizes = [400, 1, 50, 1];
  await Promise.all(
    sizes.map(async (size, index) => {
      await client.ingest({ body: batchOf(...Array.from({ length: size }, (_, n) => `t${index}-${n}`)) });
      order.push(index);
    }),
  );
  expect(order).toEqual([0, 1, 2, 3]);
});

it('writes in batches and tells how far it is', async () => {
  const { client } = await setup({ batchSize: 2 });
  const seen: IngestProgress[] = [];
  await client.ingest({ body: batchOf('a', 'b', 'c') }, { onProgress: (progress) => seen.push(progress) });
  expect(seen).toEqual([
    { stage: 'waiting', written: 0, total: 0 },
    { stage: 'parsing', written: 0, total: 0 },
    { stage: 'writing', written: 0, total: 3 },
    { stage: 'writing', written: 2, total: 3 },
    { stage: 'writing', written: 3, total: 3 },
  ]);
});

it('reports garbage as rejected and goes on with the next payload', async () => {
  const { client } = await setup();
  const garbage = await client.ingest({ body: new Uint8Array([0xde, 0xad, 0xbe, 0xef]) });
  expect(garbage.rejected).toHaveLength(1);
  expect(garbage.counts.traces).toBe(0);
  expect((await client.ingest({ body: batchOf('t1') })).traceIds).toEqual(['t1']);
});

it('rejects with the code of the store and goes on with the next payload', async () => {
  const { client } = await setup({ store: refusingStore(new StoreError('forbidden', 'Not yours.')) });
  const first = client.ingest({ body: batchOf('t1') });
  const second = client.ingest({ body: batchOf('t2') });
  await expect(first).rejects.toMatchObject({ name: 'StoreError', code: 'forbidden', message: 'Not yours.' });
  expect((await second).traceIds).toEqual(['t2']);
});

it('rejects a call the store refuses with a StoreError of the same code', async () => {
  const { client } = await setup();
  const error: unknown = await client.store.traces.listTraces({ limit: -1 }).catch((e: unknown) => e);
  expect(StoreError.is(error)).toBe(true);
  expect(error).toMatchObject({ code: 'bad-query' });
});

it('rejects at once with `aborted` when a signal aborts, and tells the worker', async () => {
  const { store, signals, openNext } = gatedStore();
  const { client } = await setup({ store });
  const controller = new AbortController();
  const write = client.store.traces.write([], { signal: controller.signal });
  await expect.poll(() => signals.length).toBe(1);
  controller.abort();
  await expect(write).rejects.toMatchObject({ code: 'aborted' });
  await expect.poll(() => signals[0]?.aborted).toBe(true);
  await openNext();
});

it('never writes a payload that was aborted while it waited in the worker', async () => {
  const { store, written, openNext } = gatedStore();
  const { client } = await setup({ store });
  const controller = new AbortController();
  const first = client.ingest({ body: batchOf('t1') });
  const second = client.ingest({ body: batchOf('t2') }, { signal: controller.signal });
  const third = client.ingest({ body: batchOf('t3') });
  controller.abort();
  await expect(second).rejects.toMatchObject({ code: 'aborted' });
  await openNext();
  await first;
  await openNext();
  await third;
  expect(written).toEqual([['t1'], ['t3']]);
});

it('keeps payloads on the page while the worker has its fill', async () => {
  const { store, openNext } = gatedStore();
  const { client } = await setup({ store, maxPendingBytes: 10 });
  const body = batchOf('t2');
  const first = client.ingest({ body: batchOf('t1') });
  const second = client.ingest({ body });
  let ready = false;
  const waitUntilReady = async () => {
    await client.whenReady();
    ready = true;
  };
  const whenReady = waitUntilReady();
  await client.store.traces.listTraces();
  expect(body.length).toBeGreaterThan(0);
  expect(ready).toBe(false);
  await openNext();
  await first;
  expect(body.length).toBe(0);
  await openNext();
  await second;
  await whenReady;
});

it('refuses a payload when too many wait, and leaves its body alone', async () => {
  const { store, openNext } = gatedStore();
  const { client } = await setup({ store, maxPendingBytes: 10, maxQueued: 1 });
  const body = batchOf('t3');
  const first = client.ingest({ body: batchOf('t1') });
  const second = client.ingest({ body: batchOf('t2') });
  await expect(client.ingest({ body })).rejects.toMatchObject({ code: 'unavailable', retryable: true });
  expect(body.length).toBeGreaterThan(0);
  await openNext();
  await first;
  await openNext();
  await second;
});

it('refuses a body that was handed over before, and goes on', async () => {
  const { client } = await setup();
  const body = new Uint8Array(batchOf('t1'));
  await client.ingest({ body });
  await expect(client.ingest({ body })).rejects.toMatchObject({ code: 'bad-option' });
  expect((await client.ingest({ body: batchOf('t2') })).traceIds).toEqual(['t2']);
});

it('tells subscribers about changes before the write resolves, until they end', async () => {
  const { client } = await setup();
  const changes: TraceChange[] = [];
  const end = client.store.traces.subscribe((change) => changes.push(change));
  await client.ingest({ body: batchOf('t1') });
  await client.store.traces.listTraces();
  expect(changes).toEqual([{ type: 'traces-written', traceIds: ['t1'] }]);
  end();
  await client.ingest({ body: batchOf('t2') });
  await client.store.traces.listTraces();
  expect(changes).toHaveLength(1);
});

it('stores the bytes of an upload, and lists them as rejected where there is no place for them', async () => {
  const withMedia = await setup();
  expect((await withMedia.client.ingest(imageUpload())).counts.media).toBe(1);
  const { traces } = referenceStore();
  const without = await setup({ store: { traces } });
  expect(without.client.store.media).toBeUndefined();
  const report = await without.client.ingest(imageUpload());
  expect(report.counts.media).toBe(0);
  expect(report.rejected).toHaveLength(1);
});

it('carries media bytes both ways', async () => {
  const { client } = await setup();
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const written = await client.store.media?.write({ contentType: 'image/png', bytes: png });
  const read = written && (await client.store.media?.read(written.id));
  expect(read?.bytes).toEqual(png);
});

it('rejects everything with `closed` after close, and still writes what the worker has', async () => {
  const { store, written, openNext } = gatedStore();
  const { client } = await setup({ store });
  const pending = client.ingest({ body: batchOf('t1') });
  client.close();
  client.close();
  await expect(pending).rejects.toMatchObject({ code: 'closed' });
  await expect(client.ingest({ body: batchOf('t2') })).rejects.toMatchObject({ code: 'closed' });
  await expect(client.whenReady()).rejects.toMatchObject({ code: 'closed' });
  await expect(client.store.traces.listTraces()).rejects.toMatchObject({ code: 'closed' });
  await openNext();
  await expect.poll(() => written).toEqual([['t1']]);
});

it('rejects what is pending when the other side goes away', async () => {
  const { store } = gatedStore();
  const { client, worker } = await setup({ store });
  const pending = client.ingest({ body: batchOf('t1') });
  worker.close();
  await expect(pending).rejects.toMatchObject({ code: 'unavailable' });
});

it('says so when no worker answers', async () => {
  const { page } = channel();
  const connecting = connectIngestion(page, { timeoutMs: 20 });
  await expect(connecting).rejects.toMatchObject({ code: 'unavailable' });
  await expect(connecting).rejects.toThrow(/did not answer within 20 ms/);
});

it('says why a worker failed to start', async () => {
  const { page } = channel();
  const connecting = connectIngestion(page);
  page.dispatchEvent(Object.assign(new Event('error'), { message: 'Unexpected token' }));
  await expect(connecting).rejects.toThrow(/failed to start.*Unexpected token/);
});

it('connects to a worker that comes up late', async () => {
  const { page, worker } = channel();
  const connecting = connectIngestion(page);
  serveIngestion(worker, { store: referenceStore() });
  const client = await connecting;
  expect(client.store.traces.contract).toBe(1);
});

it('refuses arguments that cannot cross, with a code', async () => {
  const { client } = await setup();
  const patch = { kind: 'trace', id: 't1', at: 1, name: () => 'no' } as unknown as Patch;
  await expect(client.store.traces.write([patch])).rejects.toMatchObject({ code: 'bad-patch' });
});

it('masks and samples in the worker as it is told to', async () => {
  const { client } = await setup({
    pipeline: {
      sampling: { rate: 0.5, rule: 'langfuse-js' },
      masking: { rules: [patternRule('trace', /trace /)] },
    },
  });
  const report = await client.ingest({ body: batchOf('trace-1', 'trace-2') });

  expect(report).toMatchObject({ traceIds: ['trace-1'], sampledOut: 1 });
  expect((await client.store.traces.readTrace('trace-1'))?.trace).toMatchObject({
    name: '<trace>trace-1',
    sampleRate: 0.5,
  });
  expect(await client.counters()).toMatchObject({ sampledOut: 1, masked: { trace: 1 } });
});

it('shows on the page what the worker could not write, and sends it again', async () => {
  const { client } = await setup({ store: refusingStore(new StoreError('forbidden', 'Not yours.')) });
  await expect(client.ingest({ body: batchOf('t1') })).rejects.toMatchObject({ code: 'forbidden' });
  const [letter] = await client.deadLetters.list();

  expect(letter).toMatchObject({
    stage: 'write',
    code: 'forbidden',
    reason: 'StoreError: Not yours.',
    traceIds: ['t1'],
  });
  const id = letter?.id ?? '';
  expect((await client.deadLetters.read(id))?.patches).toMatchObject([{ id: 't1' }]);
  expect((await client.deadLetters.replay(id)).traceIds).toEqual(['t1']);
  expect(await client.store.traces.readTrace('t1')).not.toBeNull();
  await expect(client.deadLetters.replay(id)).rejects.toMatchObject({ code: 'not-found' });
  await client.deadLetters.delete([id]);
});
