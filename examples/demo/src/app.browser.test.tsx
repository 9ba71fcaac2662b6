import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { connectIngestion } from '@oriel/ingest/worker';
import type { IngestionClient } from '@oriel/ingest/worker';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from './app.tsx';
import './demo.css';
import { ingestSamples } from './ingest-samples.ts';

/** What a tab has besides its page. */
interface Tab {
  readonly worker: Worker;
  readonly client: IngestionClient;
}

let tab: Tab;
let client: IngestionClient;

async function openTab(): Promise<Tab> {
  const worker = new Worker(new URL('./ingestion.worker.ts', import.meta.url), { type: 'module' });
  return { worker, client: await connectIngestion(worker) };
}

function closeTab({ worker, client: itsClient }: Tab): void {
  itsClient.close();
  worker.terminate();
}

/** Drops a batch with one trace on a page. */
async function drop(name: string, element: HTMLElement): Promise<void> {
  const timestamp = new Date().toISOString();
  const batch = [{ id: 'e1', type: 'trace-create', timestamp, body: { id: name, name, timestamp } }];
  const file = new File([JSON.stringify({ batch })], 'batch.json');
  await userEvent.upload(within(element).getByLabelText('Files to open'), file);
  expect(await within(element).findByText(/1 trace/)).toBeTruthy();
}

beforeAll(async () => {
  // Wide enough for a view and the detail side by side.
  await page.viewport(1280, 800);
  tab = await openTab();
  ({ client } = tab);
  await ingestSamples(client);
});
afterAll(() => closeTab(tab));
beforeEach(() => {
  window.location.hash = '#/traces?time=all';
});
afterEach(cleanup);

it('leads from the list to an output by keyboard alone', async () => {
  window.location.hash = '#/traces?time=all&filter.traces=name%3Areport-writer';
  render(<App client={client} />);
  const grid = await screen.findByRole('grid');
  await within(grid).findAllByText('report-writer');
  grid.focus();
  await userEvent.keyboard('{ArrowDown}{Enter}');

  const tree = await screen.findByRole('tree');
  tree.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  await waitFor(() => expect(window.location.hash).toContain('observation='));
  expect(await within(screen.getByRole('dialog')).findByText('Output')).toBeTruthy();
});

it.each([
  ['an id with slashes and a hash', 'order-agent/2025-03-07#42', 'order-agent'],
  ['a LangChain run id', 'c554e3a3-bf41-4171-8a1d-fe7b34d2beff', 'trip-planner'],
  ['the same id without hyphens', 'c554e3a3bf4141718a1dfe7b34d2beff', 'trip-planner'],
  ['the seed a trace id was made from', 'order-4711', 'shop-agent'],
])('opens a trace by %s', async (_, id, name) => {
  window.location.hash = `#/traces/${encodeURIComponent(id)}`;
  render(<App client={client} />);

  const tree = await screen.findByRole('tree');
  expect(await within(tree).findByText(name)).toBeTruthy();
});

it('selects the observation that the address names', async () => {
  window.location.hash = '#/traces/order-agent%2F2025-03-07%2342?observation=obs-tool-refund';
  render(<App client={client} />);

  const row = await screen.findByRole('treeitem', { name: /refund/, selected: true });
  expect(row).toBeTruthy();
  expect(await screen.findByText('PermissionError: refunds need approval')).toBeTruthy();
});

it('says what was taken of a file and what was rejected and why', async () => {
  render(<App client={client} />);
  const timestamp = '2026-01-01T00:00:00Z';
  const batch = [
    { id: 'e1', type: 'trace-create', timestamp, body: { id: 'dropped/1', name: 'dropped' } },
    { id: 'e2', type: 'span-create', timestamp, body: { id: 's1', traceId: 'dropped/1', name: 'kept' } },
    { id: 'e3', type: 'span-create', timestamp: 'yesterday', body: { id: 's2', traceId: 'dropped/1' } },
  ];
  const file = new File([JSON.stringify({ batch })], 'batch.json');
  await userEvent.upload(screen.getByLabelText('Files to open'), file);

  expect(await screen.findByText(/1 trace, 1 observation taken, 1 item rejected/)).toBeTruthy();
  expect(await screen.findByText(/"yesterday"/)).toBeTruthy();
});

it('still has after a reload what was dropped, and does not take the samples in again', async () => {
  await drop('kept over a reload', render(<App client={client} />).container);
  cleanup();
  closeTab(tab);

  tab = await openTab();
  ({ client } = tab);
  render(<App client={client} />);
  // The worker reads its log first, and goes on with the traffic it had begun.
  expect(await screen.findByText('kept over a reload', {}, { timeout: 10_000 })).toBeTruthy();
  const ingest = vi.spyOn(client, 'ingest');
  await ingestSamples(client);
  expect(ingest).not.toHaveBeenCalled();
});

it('shows in a second tab what is dropped on the first', async () => {
  const second = await openTab();
  const here = render(<App client={client} />);
  const there = within(render(<App client={second.client} />).container);
  expect(await there.findByRole('grid')).toBeTruthy();

  await drop('seen in both', here.container);
  expect(await there.findByText('seen in both', {}, { timeout: 10_000 })).toBeTruthy();
  cleanup();
  closeTab(second);
});
