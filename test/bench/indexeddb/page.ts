// The page of the benchmark: a store in a worker beside it, and functions for the runner to call.
import type { Milliseconds } from '@oriel/core';
import { connectIngestion } from '@oriel/ingest/worker';
import type { IngestionClient } from '@oriel/ingest/worker';
import type { Opened, OpenOrder } from './worker-messages.ts';

/** What reopening took, from starting the worker on. */
export interface Reopening {
  readonly firstPageMs: Milliseconds;
  readonly queryableMs: Milliseconds;
  readonly observations: number;
}

export interface Ingestion {
  readonly observationsPerSecond: number;
  /** What `JSON.parse` alone makes of the same bytes, on the same thread as nothing else. */
  readonly limitPerSecond: number;
  /** The longest task of the page meanwhile; 0 when none was over 50 ms. */
  readonly longestTaskMs: Milliseconds;
}

declare global {
  interface Window {
    fill: (name: string, days: number) => Promise<Opened>;
    ingest: (name: string, bodiesUrl: string) => Promise<Ingestion>;
    reopen: (name: string) => Promise<Reopening>;
    /** How much of the log the saved columns cover, 0 to 1. */
    snapshotShare: (name: string) => Promise<number>;
    forgetSnapshot: (name: string) => Promise<void>;
  }
}

window.fill = async (name, days) => await (await openStore(name, days)).opened;

window.ingest = async (name, bodiesUrl) => {
  const { client } = await openStore(name, 0);
  const bodies = splitBodies(await (await fetch(bodiesUrl)).arrayBuffer());
  const parsing = performance.now();
  const decoder = new TextDecoder();
  for (const body of bodies) JSON.parse(decoder.decode(body));
  const limitSeconds = (performance.now() - parsing) / 1000;

  // The task of that parsing ends first.
  await new Promise((resolve) => setTimeout(resolve, 100));
  const endWatch = watchTasks();
  const started = performance.now();
  const sent: Promise<{ counts: { observations: number } }>[] = [];
  for (const body of bodies) {
    await client.whenReady();
    sent.push(client.ingest({ body, path: '/v1/traces', contentType: 'application/json' }));
  }
  const reports = await Promise.all(sent);
  const seconds = (performance.now() - started) / 1000;
  const observations = reports.reduce((sum, { counts }) => sum + counts.observations, 0);
  return {
    observationsPerSecond: observations / seconds,
    limitPerSecond: observations / limitSeconds,
    longestTaskMs: endWatch(),
  };
};

window.reopen = async (name) => {
  const started = performance.now();
  const { client } = await openStore(name, 0);
  await client.store.traces.listTraces({ limit: 50 });
  const firstPageMs = performance.now() - started;
  const { rows } = await client.store.traces.aggregate({
    view: 'observations',
    measures: [{ aggregate: 'count' }],
  });
  return {
    firstPageMs,
    queryableMs: performance.now() - started,
    observations: Number(rows[0]?.values[0] ?? 0),
  };
};

window.snapshotShare = async (name) => {
  const snapshot = (await withHead(name, (head) => head.get('snapshot'))) as { nextRef: number } | undefined;
  const next = (await withHead(name, (head) => head.get('head'))) as number;
  return (snapshot?.nextRef ?? 0) / next;
};
window.forgetSnapshot = (name) => withHead(name, (head) => head.delete('snapshot'));

async function openStore(
  name: string,
  days: number,
): Promise<{ readonly client: IngestionClient; readonly opened: Promise<Opened> }> {
  const worker = new Worker(new URL('store.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const opened = new Promise<Opened>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Opened>) => resolve(data));
    worker.addEventListener('error', ({ message }) => reject(new Error(message)));
  });
  const order: OpenOrder = { name, days, port: port2 };
  worker.postMessage(order, [port2]);
  return { client: await connectIngestion(port1, { timeoutMs: 60_000 }), opened };
}

/** Bodies one behind the other, each with its length before it. */
function splitBodies(buffer: ArrayBuffer): Uint8Array[] {
  const view = new DataView(buffer);
  const bodies: Uint8Array[] = [];
  for (let at = 0; at < buffer.byteLength;) {
    const length = view.getUint32(at, true);
    bodies.push(new Uint8Array(buffer.slice(at + 4, at + 4 + length)));
    at += 4 + length;
  }
  return bodies;
}

function watchTasks(): () => Milliseconds {
  let longest = 0;
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  observer.observe({ type: 'longtask' });
  return () => {
    for (const { duration } of observer.takeRecords()) longest = Math.max(longest, duration);
    observer.disconnect();
    return longest;
  };
}

function withHead<Answer>(name: string, ask: (head: IDBObjectStore) => IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(new Error(`${name} was not opened.`)));
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('head', 'readwrite');
      const request = ask(transaction.objectStore('head'));
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve(request.result);
      });
    });
  });
}
