import { connectIngestion } from '@oriel/ingest/worker';
import type { IngestionClient } from '@oriel/ingest/worker';
import type { Row } from './row.ts';
import type { OpenAnswer, OpenOrder, Portion, PortionOrder } from './worker-messages.ts';

const PER_SECOND = 50_000;
const MAX_TASK_MS = 50;
const NEWEST_MS = 1500;
const WHOLE_MS = 5000;
/** Made ahead before the clock runs. */
const PORTION = 50_000;

interface OpenedStore {
  readonly client: IngestionClient;
  /** From the start of the worker until the newest page was listed, in milliseconds. */
  readonly newestMs: number;
  /** From the start of the worker until a question about everything was answered. */
  readonly wholeMs: Promise<number>;
  end(): void;
}

/** From OTLP bytes on the page to IndexedDB, and back after the worker was started anew. */
export async function measureDurable(days: number): Promise<Row[]> {
  const name = `million ${crypto.randomUUID()}`;
  const first = await openStore(name);
  const longTasks = watchLongTasks();
  const { observations, bytes, ms, parseMs } = await ingestAll(days, first.client);
  const longest = longTasks.end();
  const stored = await countObservations(first.client);
  if (stored !== observations)
    throw new Error(`${observations} observations were sent, ${stored} are stored.`);
  first.end();

  const again = await openStore(name);
  const wholeMs = await again.wholeMs;
  const found = await countObservations(again.client);
  if (found !== stored) throw new Error(`${stored} observations were stored, ${found} came back.`);
  again.end();
  const rate = (observations / ms) * 1000;
  return [
    {
      case: 'OTLP JSON to durable, observations a second (beside: JSON.parse alone)',
      value: rate,
      unit: '/s',
      against: (observations / parseMs) * 1000,
      note: `${Math.round(bytes / observations)} bytes each`,
      bar: `≥ ${PER_SECOND.toLocaleString('en')}`,
      ok: rate >= PER_SECOND,
    },
    {
      case: 'longest task of the page meanwhile',
      value: longest,
      unit: 'ms',
      note: 'tasks up to 50 ms are not told: 0',
      bar: `≤ ${MAX_TASK_MS} ms`,
      ok: longest <= MAX_TASK_MS,
    },
    {
      case: 'reopen until the newest page',
      value: again.newestMs,
      unit: 'ms',
      bar: `≤ ${NEWEST_MS} ms`,
      ok: again.newestMs <= NEWEST_MS,
    },
    {
      case: 'reopen until everything can be asked',
      value: wholeMs,
      unit: 'ms',
      bar: `≤ ${WHOLE_MS} ms`,
      ok: wholeMs <= WHOLE_MS,
    },
  ];
}

async function openStore(name: string): Promise<OpenedStore> {
  const started = performance.now();
  const worker = new Worker(new URL('durable.worker.ts', import.meta.url), { type: 'module' });
  const { port1, port2 } = new MessageChannel();
  const reached = (state: OpenAnswer) =>
    new Promise<void>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<OpenAnswer>) => {
        if (data === state) resolve();
      });
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
  const [newest, whole] = [reached('newest'), reached('whole')];
  const order: OpenOrder = { name, port: port2 };
  worker.postMessage(order, [port2]);
  await newest;
  const client = await connectIngestion(port1);
  await client.store.traces.listTraces();
  const newestMs = performance.now() - started;
  const untilWhole = async () => {
    await whole;
    await countObservations(client);
    return performance.now() - started;
  };
  return { client, newestMs, wholeMs: untilWhole(), end: () => worker.terminate() };
}

/** Bodies are made while the clock stands still; it runs from handing the first one over until the last is durable. */
async function ingestAll(days: number, client: IngestionClient) {
  const exporter = new Worker(new URL('exporter.worker.ts', import.meta.url), { type: 'module' });
  const total = { observations: 0, bytes: 0, ms: 0, parseMs: 0 };
  for (;;) {
    const { bodies, observations, parseMs } = await nextPortion(exporter, { days, observations: PORTION });
    if (bodies.length === 0) break;
    for (const body of bodies) total.bytes += body.length;
    const started = performance.now();
    const reports = await Promise.all(bodies.map((body) => client.ingest({ path: '/v1/traces', body })));
    total.ms += performance.now() - started;
    total.observations += observations;
    total.parseMs += parseMs;
    const [rejected] = reports.flatMap((report) => report.rejected);
    if (rejected) throw new Error(`A span was rejected: ${JSON.stringify(rejected)}`);
  }
  exporter.terminate();
  return total;
}

function nextPortion(exporter: Worker, order: PortionOrder): Promise<Portion> {
  return new Promise((resolve, reject) => {
    exporter.addEventListener('message', ({ data }: MessageEvent<Portion>) => resolve(data), { once: true });
    exporter.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    exporter.postMessage(order);
  });
}

async function countObservations({ store }: IngestionClient): Promise<number> {
  const { rows } = await store.traces.aggregate({ view: 'observations', measures: [{ aggregate: 'count' }] });
  return Number(rows[0]?.values[0] ?? 0);
}

/** Watches the page's own thread; `end` answers with its longest task above 50 ms, 0 without one. */
function watchLongTasks() {
  let longest = 0;
  const look = (entries: PerformanceEntryList) => {
    for (const { duration } of entries) longest = Math.max(longest, duration);
  };
  const observer = new PerformanceObserver((list) => look(list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    end() {
      look(observer.takeRecords());
      observer.disconnect();
      return longest;
    },
  };
}
