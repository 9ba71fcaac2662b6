import { cleanup, render, screen, within } from '@testing-library/react';
import { connectIngestion, serveIngestion } from '@oriel/ingest/worker';
import type { IngestionClient } from '@oriel/ingest/worker';
import { createCollector, openAccess } from '@oriel/server';
import { connectCollector, serveCollector } from '@oriel/server/worker';
import type { CollectorConnection } from '@oriel/server/worker';
import { memoryStore } from '@oriel/stores/memory';
import '@oriel/react/styles.css';
import '@oriel/dashboard/styles.css';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from './app.tsx';
import './demo.css';

const { port1, port2 } = new MessageChannel();
let client: IngestionClient;
let collector: CollectorConnection;

/** What the worker does, on a channel: without the month of traffic that it makes. */
beforeAll(async () => {
  await page.viewport(1280, 800);
  const store = memoryStore();
  serveIngestion(port2, { store });
  serveCollector(port2, createCollector({ store, authorize: openAccess() }));
  [client, collector] = await Promise.all([connectIngestion(port1), connectCollector(port1)]);
});
afterAll(() => {
  client.close();
  collector.close();
  port1.close();
  port2.close();
});
beforeEach(() => {
  window.location.hash = '#/traces?time=all';
});
afterEach(cleanup);

function openApp(language = 'en') {
  render(<App client={client} fetch={collector.fetch} language={language} />);
}

/** How many rows each drawing of the tree had, in turn. */
function watchRows(): { readonly counts: number[]; stop: () => void } {
  const counts: number[] = [];
  const observer = new MutationObserver(() => {
    const rows = document.querySelectorAll('[role="tree"] [role="treeitem"]').length;
    if (rows !== counts.at(-1)) counts.push(rows);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return { counts, stop: () => observer.disconnect() };
}

const traceOfAddress = () => /#\/traces\/([0-9a-f]{32})/.exec(window.location.hash)?.[1] ?? '';

it('runs an agent by keyboard, and its trace grows before the eyes, then stays as any other', async () => {
  openApp();
  const { counts, stop } = watchRows();
  const button = await screen.findByRole('button', { name: 'Run an agent' });
  button.focus();
  await userEvent.keyboard('{Enter}');

  const tree = await screen.findByRole('tree', {}, { timeout: 40_000 });
  expect(await within(tree).findByText('lamp-shop')).toBeTruthy();
  const running = await client.store.traces.readTrace(traceOfAddress());
  expect(running?.observations.find(({ name }) => name === 'lamp-shop')?.endTime).toBeNull();

  expect(await screen.findByText(/arrives on Thursday/, {}, { timeout: 30_000 })).toBeTruthy();
  stop();
  // Not at once: every so often a step joined, and none ever left.
  expect(new Set(counts).size).toBeGreaterThan(4);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));

  const { observations = [] } = (await client.store.traces.readTrace(traceOfAddress())) ?? {};
  expect(observations.filter(({ endTime }) => endTime === null)).toEqual([]);
  expect(observations.filter(({ type }) => type === 'TOOL')).toHaveLength(4);
  await userEvent.click(screen.getByRole('tab', { name: 'Graph' }));
  for (const node of ['triage', 'assistant', 'tools', 'review']) {
    expect((await screen.findAllByText(node)).length).toBeGreaterThan(0);
  }
  await userEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText(/arrives on Thursday\./)).toBeNull();
});

it('stops an agent when asked to, in the words of the reader', async () => {
  openApp('zh-CN');
  await userEvent.click(await screen.findByRole('button', { name: '运行智能体' }));
  await screen.findByRole('tree', {}, { timeout: 40_000 });
  await userEvent.click(screen.getByRole('button', { name: '停止' }));
  await expect.poll(() => screen.queryByRole('button', { name: '停止' })).toBeNull();

  const trace = await client.store.traces.readTrace(traceOfAddress());
  const root = trace?.observations.find(({ name }) => name === 'lamp-shop');
  expect(root).toMatchObject({ level: 'ERROR' });
  expect(root?.endTime).not.toBeNull();
});
