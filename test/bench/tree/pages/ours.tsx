import { createRoot } from 'react-dom/client';
import { referenceStore } from '@oriel/core';
import { OrielProvider, TraceTreeView } from '@oriel/react';
import '@oriel/react/styles.css';
import type { BenchPage } from '../bench-page.ts';
import { observations } from './observations.ts';
import { rootElement } from './root-element.ts';

const store = referenceStore();
const find = (selector: string) => document.querySelector<HTMLElement>(selector);

window.bench = {
  mount() {
    createRoot(rootElement()).render(
      <OrielProvider store={store}>
        <TraceTreeView observations={observations} style={{ blockSize: '100%' }} />
      </OrielProvider>,
    );
  },
  isReady: () => find('[role=treeitem]') !== null,
  scroller: () => find('[role=tree]') ?? document.body,
  toggle: () => find('[data-toggle]')?.click(),
  select: () => find('[role=treeitem]:nth-child(5)')?.click(),
} satisfies BenchPage;
