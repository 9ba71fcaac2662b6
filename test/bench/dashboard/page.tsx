// The dashboard as the demo has it: over a store in IndexedDB, which lives in a worker.
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { DEFAULT_PANEL_FILTERS } from '@oriel/core';
import type { PanelFilters } from '@oriel/core';
import { OrielDashboard } from '@oriel/dashboard';
import { connectIngestion } from '@oriel/ingest/worker';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';
import { watchedStore } from './watched-store.ts';
import type { AskedCall, WatchedStore } from './watched-store.ts';
import type { OpenAnswer, OpenOrder } from './worker-messages.ts';
import type { AskedSummary, DashboardBench } from './bench-page.ts';
import { HOME } from './home-ready.ts';
import { scrollTable, untilShown, watchKeys } from './page-probes.ts';
import type { SeenKeys } from './page-probes.ts';

const FILTERS: PanelFilters = { ...DEFAULT_PANEL_FILTERS, time: { preset: '30d' } };

/** So long nothing is written any more. */
const TIDY_MS = 20_000;

const worker = new Worker(new URL('store.worker.ts', import.meta.url), { type: 'module' });
const { port1, port2 } = new MessageChannel();
const frame = document.body.appendChild(document.createElement('div'));
document.body.style.margin = '0';
frame.style.blockSize = '100vh';

let root: Root | null = null;
let asked: AskedCall[] = [];
let seen: SeenKeys = { keys: [], tasks: [] };
let watched: WatchedStore | null = null;
const filledStore = () => {
  if (!watched) throw new Error('The store is not open yet.');
  return watched;
};
const bench: DashboardBench = {
  async fill(traces) {
    const { filled } = await openStore(traces).whole;
    if (!filled) throw new Error('The store was opened and not filled.');
    await untilTidy();
    return filled;
  },
  async open() {
    const { connected, whole } = openStore(null);
    await connected;
    await whole;
  },
  async openAtHome() {
    const { connected, whole } = openStore(null);
    const untilWhole = async () => {
      await whole;
      return performance.now();
    };
    const wholeMs = untilWhole();
    await connected;
    bench.mount('/');
    const { shownMs } = await untilShown(bench, { ...HOME, after: 'navigation' });
    return { shownMs, wholeMs: await wholeMs };
  },
  mount(address) {
    root?.unmount();
    window.location.hash = address;
    root = createRoot(frame);
    root.render(
      <StrictMode>
        <OrielDashboard store={filledStore().store} defaultFilters={FILTERS} />
      </StrictMode>,
    );
  },
  openCount: () => filledStore().openCount(),
  takeCalls() {
    asked = filledStore().takeCalls();
    return summary(asked);
  },
  async askAgain(methods) {
    const wanted = asked.filter(({ method, ms }) => ms !== null && (methods?.includes(method) ?? true));
    const { traces } = filledStore().unwatched;
    const started = performance.now();
    await Promise.all(
      wanted.map(({ method, query }) => (traces[method] as (query: unknown) => Promise<unknown>)(query)),
    );
    return performance.now() - started;
  },
  untilShown: (wanted) => untilShown(bench, wanted),
  scrollTable,
  watchKeys: () => {
    seen = watchKeys();
  },
  seenKeys: () => seen,
};
window.dashboardBench = bench;

function openStore(fill: number | null) {
  const reached = <Type extends OpenAnswer['type']>(type: Type) =>
    new Promise<Extract<OpenAnswer, { type: Type }>>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<OpenAnswer>) => {
        if (data.type === type) resolve(data as Extract<OpenAnswer, { type: Type }>);
      });
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
    });
  const [served, whole] = [reached('served'), reached('whole')];
  const order: OpenOrder = { fill, port: port2 };
  worker.postMessage(order, [port2]);
  const connect = async () => {
    await served;
    watched = watchedStore((await connectIngestion(port1)).store);
  };
  return { connected: connect(), whole };
}

/** Until the store has written what it writes when it is left alone: the next run is not to wait for that. */
async function untilTidy(): Promise<void> {
  let [usage, since] = [-1, performance.now()];
  while (performance.now() - since < TIDY_MS) {
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    const present = (await navigator.storage.estimate()).usage ?? 0;
    if (present !== usage) [usage, since] = [present, performance.now()];
  }
}

function summary(calls: readonly AskedCall[]): AskedSummary {
  const counts = new Map<string, number>();
  for (const { method } of calls) counts.set(method, (counts.get(method) ?? 0) + 1);
  const text = [...counts].map(([method, count]) => `${count} ${method}`).join(', ');
  return { text, count: calls.length };
}
