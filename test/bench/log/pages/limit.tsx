// The limit: lines of a time, a name and a length in a bare virtual list. No payloads, no search, no keyboard.
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { BenchPage } from '../../tree/bench-page.ts';
import { observations, rootElement } from './observations.ts';

const origin = observations[0]?.startTime ?? 0;
const ROW_HEIGHT = 30;

function List() {
  const scroller = useRef<HTMLDivElement>(null);
  const [openHeight, setOpenHeight] = useState(0);
  // oxlint-disable-next-line react/incompatible-library -- the page is not compiled
  const virtualizer = useVirtualizer({
    count: observations.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  return (
    <div ref={scroller} data-list="" style={{ height: '100%', overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize() + openHeight, position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const observation = observations[index];
          if (!observation) return null;
          const { id, name, type, model, startTime, endTime } = observation;
          return (
            <div
              key={id}
              data-row=""
              style={{ position: 'absolute', width: '100%', height: ROW_HEIGHT, display: 'flex', top: start }}
            >
              <button type="button" onClick={() => setOpenHeight(240 - openHeight)}>
                {openHeight > 0 ? '−' : '+'}
              </button>
              <span>+{(startTime - origin).toFixed(1)} ms</span>
              <b>{type}</b>
              <span style={{ flex: 1 }}>{name}</span>
              <span>{model}</span>
              <span>{((endTime ?? startTime) - startTime).toFixed(1)} ms</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

window.bench = {
  mount: () => createRoot(rootElement()).render(<List />),
  isReady: () => document.querySelector('[data-row]') !== null,
  scroller: () => document.querySelector('[data-list]') ?? document.body,
  toggle: () => document.querySelector<HTMLElement>('[data-row] button')?.click(),
} satisfies BenchPage;
