// The limit: rows of a name, a bar and a length in a bare virtual list. No keyboard, no selection, no layout.
import { useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { BenchPage } from '../bench-page.ts';
import { observations } from './observations.ts';
import { rootElement } from './root-element.ts';

const starts = observations[0]?.startTime ?? 0;
const lasts = Math.max(1, (observations[0]?.endTime ?? starts) - starts);
const ROW_HEIGHT = 28;

function List() {
  const scroller = useRef<HTMLDivElement>(null);
  const [isFolded, setIsFolded] = useState(false);
  const [selected, setSelected] = useState('');
  // A bare list knows no tree: folding hides every second row, which costs what a fold costs.
  const rows = useMemo(
    () => (isFolded ? observations.filter((_, index) => index % 2 === 0) : observations),
    [isFolded],
  );
  // oxlint-disable-next-line react/incompatible-library -- the page is not compiled
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  return (
    <div ref={scroller} data-list="" style={{ height: '100%', overflow: 'auto' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const observation = rows[index];
          if (!observation) return null;
          const { id, name, type, startTime, endTime } = observation;
          const length = (endTime ?? startTime) - startTime;
          return (
            <div
              key={id}
              data-row=""
              onClickCapture={() => setSelected(id)}
              style={{
                background: selected === id ? '#eef' : undefined,
                position: 'absolute',
                width: '100%',
                height: ROW_HEIGHT,
                display: 'flex',
                top: start,
              }}
            >
              <button type="button" onClick={() => setIsFolded(!isFolded)}>
                {isFolded ? '+' : '−'}
              </button>
              <b>{type}</b>
              <span style={{ width: 360 }}>{name}</span>
              <span style={{ flex: 1, position: 'relative' }}>
                <span
                  style={{
                    position: 'absolute',
                    top: 8,
                    height: 12,
                    background: '#48c',
                    left: `${((startTime - starts) / lasts) * 100}%`,
                    width: `${(length / lasts) * 100}%`,
                  }}
                />
              </span>
              <span>{length.toFixed(1)} ms</span>
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
  select: () => document.querySelector<HTMLElement>('[data-row] b')?.click(),
} satisfies BenchPage;
