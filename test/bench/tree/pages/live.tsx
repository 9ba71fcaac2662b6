// A trace that grows while somebody reads it: 100 observations ten times a second, written to a store of the page.
import { createRoot } from 'react-dom/client';
import { generateTrace } from '@oriel/core/testing';
import { OrielProvider, TraceTree } from '@oriel/react';
import '@oriel/react/styles.css';
import { memoryStore } from '@oriel/stores/memory';
import type { BenchPage } from '../bench-page.ts';
import { rootElement } from './root-element.ts';

const BATCH = 100;
const known = Number(new URLSearchParams(location.search).get('known'));
const patches = generateTrace({ observations: known + BATCH * 100, traceId: 'live' });
const store = memoryStore();
const { maxBatch } = store.traces.capabilities;
for (let start = 0; start < known; start += maxBatch) {
  await store.traces.write(patches.slice(start, Math.min(known, start + maxBatch)));
}
let written = known;

window.bench = {
  mount() {
    createRoot(rootElement()).render(
      <OrielProvider store={store}>
        <TraceTree traceId="live" style={{ blockSize: '100%' }} />
      </OrielProvider>,
    );
  },
  isReady: () => document.querySelector('[role=treeitem]') !== null,
  scroller: () => document.querySelector('[role=tree]') ?? document.body,
  toggle: () => document.querySelector<HTMLElement>('[data-toggle]')?.click(),
  select: () => document.querySelector<HTMLElement>('[role=treeitem]:nth-child(5)')?.click(),
  grow: () => store.traces.write(patches.slice(written, (written += BATCH))),
} satisfies BenchPage;
