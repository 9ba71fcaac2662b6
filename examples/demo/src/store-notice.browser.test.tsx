import { cleanup, render, screen } from '@testing-library/react';
import type { Patch } from '@oriel/core';
import { connectIngestion, serveIngestion } from '@oriel/ingest/worker';
import { openIndexedDbStore } from '@oriel/stores/indexeddb';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { App } from './app.tsx';
import './demo.css';
import { postStoreEvent } from './store-event-channel.ts';

const QUOTA = 3_600_000;

afterEach(cleanup);

/** A bucket that nobody holds is collected, and its databases stop answering. */
const buckets: unknown[] = [];

/** Databases that may take so many bytes: those of a storage bucket, which TypeScript does not know yet. */
async function databasesOf(name: string, quota: number): Promise<IDBFactory> {
  const { storageBuckets } = navigator as unknown as {
    readonly storageBuckets: {
      open(name: string, options: object): Promise<{ readonly indexedDB: IDBFactory }>;
    };
  };
  const bucket = await storageBuckets.open(name, { quota });
  buckets.push(bucket);
  return bucket.indexedDB;
}

/** The demo over a store with a small quota, with a channel in the place of its worker. */
async function openDemo() {
  const name = `notice-${crypto.randomUUID()}`;
  const { port1, port2 } = new MessageChannel();
  const store = await openIndexedDbStore({
    name,
    indexedDB: await databasesOf(name, QUOTA),
    onEvent: (event) => postStoreEvent(port2, event),
  });
  const stop = serveIngestion(port2, { store });
  const client = await connectIngestion(port1);
  render(<App client={client} events={port1} />);
  return {
    client,
    close: async () => {
      cleanup();
      client.close();
      stop();
      await store.close();
      port1.close();
      port2.close();
    },
  };
}

/** Text that does not compress. */
function noise(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.min(length, 65_536)));
  return Array.from(bytes, (byte) => String.fromCharCode(33 + (byte % 90))).join('');
}

it('says that there is no more room, and makes some when asked to', async () => {
  const { client, close } = await openDemo();
  expect(document.querySelector('.demo-notice')).toBeNull();

  const fill = async () => {
    for (let batch = 0; batch < 30; batch += 1) {
      const traces = Array.from({ length: 5 }, (_, place): Patch => {
        const time = batch * 5 + place;
        return { kind: 'trace', id: `t-${time}`, at: time, timestamp: time, input: noise(60_000) };
      });
      await client.store.traces.write(traces);
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: 'storage-full' });

  const notice = await screen.findByText(/gives the page no more room.*stays readable/);
  expect(notice.closest('output')?.dataset['event']).toBe('storage-full');
  const before = (await client.store.traces.listTraces({ limit: 200 })).items.length;
  expect(before).toBeGreaterThan(2);
  await userEvent.click(screen.getByRole('button', { name: /oldest traces/ }));
  // Tidying up after the deletion may find no room once more: what counts is that the traces are gone.
  await expect
    .poll(async () => (await client.store.traces.listTraces({ limit: 200 })).items.length, {
      timeout: 10_000,
    })
    .toBeLessThan(before);
  await close();
});

it('shows what else can happen to a store, each with what can be done', async () => {
  const { port1, port2 } = new MessageChannel();
  port1.start();
  const { client, close } = await openDemo();
  cleanup();
  render(<App client={client} events={port1} />);

  postStoreEvent(port2, { type: 'damaged', lostPatches: 3 });
  expect(await screen.findByText(/3 updates are lost/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  await expect.poll(() => screen.queryByText(/3 updates are lost/)).toBeNull();

  postStoreEvent(port2, { type: 'upkeep-failed', error: () => 'no clone' });
  expect(await screen.findByText(/tried again/)).toBeTruthy();
  postStoreEvent(port2, { type: 'superseded' });
  expect(await screen.findByText(/newer version/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
  port1.close();
  port2.close();
  await close();
});
