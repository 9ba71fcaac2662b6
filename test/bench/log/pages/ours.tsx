import { createRoot } from 'react-dom/client';
import type { ObservationPayload } from '@oriel/core';
import { LogViewView } from '@oriel/react/log-view';
import '@oriel/react/styles.css';
import type { BenchPage } from '../../tree/bench-page.ts';
import { observations, rootElement } from './observations.ts';

const find = (selector: string) => document.querySelector<HTMLElement>(selector);

/** Payloads as a store answers them: later, and made anew each time. */
async function readPayloads(observationIds: readonly string[]): Promise<readonly ObservationPayload[]> {
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  return observationIds.map((id) => ({
    id,
    input: { messages: [{ role: 'user', content: `What is known of ${id}? `.repeat(20) }] },
    output: { role: 'assistant', content: `Everything about ${id}. `.repeat(20) },
    metadata: { attempt: 1 },
    modelParameters: {},
    tools: [],
    provenance: { convention: null, usageRule: null, rawUsage: null, usageWarning: null, pricing: null },
  }));
}

window.bench = {
  mount() {
    createRoot(rootElement()).render(
      <LogViewView observations={observations} readPayloads={readPayloads} style={{ blockSize: '100%' }} />,
    );
  },
  isReady: () => find('[role=row]') !== null,
  scroller: () => find('[role=treegrid]') ?? document.body,
  toggle: () => find('[data-toggle]')?.click(),
} satisfies BenchPage;
