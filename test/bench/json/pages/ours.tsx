import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import type { JsonValue, ObservationPayload } from '@oriel/core';
import { traceStructure } from '@oriel/core/testing';
import { ObservationDetailView } from '@oriel/react/observation-detail';
import '@oriel/react/styles.css';
import type { BenchPage } from '../../tree/bench-page.ts';

const host = document.createElement('div');
host.style.blockSize = '800px';
document.body.append(host);
const root = createRoot(host);
const text = await (await fetch('value.json')).text();
const structure = traceStructure([
  {
    kind: 'observation',
    at: 1,
    id: 'tool',
    traceId: 't',
    type: 'TOOL',
    name: 'export',
    startTime: 1,
    endTime: 2,
  },
]);

window.bench = {
  mount() {
    const payload: ObservationPayload = {
      id: 'tool',
      input: null,
      output: JSON.parse(text) as JsonValue,
      metadata: {},
      modelParameters: {},
      tools: [],
      provenance: { convention: null, usageRule: null, rawUsage: null, usageWarning: null, pricing: null },
    };
    flushSync(() =>
      root.render(
        <ObservationDetailView
          structure={structure}
          observationId="tool"
          payload={payload}
          defaultTab="json"
        />,
      ),
    );
    // The list itself is longer than what opens by itself: three steps down to it, and in.
    const tree = host.querySelector('[role="tree"]');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight']) {
      flushSync(() => tree?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
    }
  },
  isReady: () => host.querySelectorAll('[role="treeitem"]').length > 20,
  scroller: () => host.querySelector('[role="tree"]') as Element,
  toggle() {
    const toggle = host.querySelector<HTMLElement>(
      '[role="treeitem"][aria-level="4"] .oriel-json-tree-toggle',
    );
    flushSync(() => toggle?.click());
  },
} satisfies BenchPage;
