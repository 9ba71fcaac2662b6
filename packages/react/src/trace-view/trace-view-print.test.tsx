import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { TraceView } from './trace-view.tsx';
import type { TraceViewState } from './trace-view-state.ts';

/** The part of the browser's devtools that is used here. */
interface Devtools {
  send(method: 'Emulation.setEmulatedMedia', media: { readonly media: string }): Promise<unknown>;
}

const emulate = (media: 'print' | '') => (cdp() as Devtools).send('Emulation.setEmulatedMedia', { media });

/** As a browser goes about it: the event, then the page with the rules for paper. */
async function beginPrinting() {
  window.dispatchEvent(new Event('beforeprint'));
  await emulate('print');
}

async function endPrinting() {
  await emulate('');
  window.dispatchEvent(new Event('afterprint'));
}

async function show(viewState: TraceViewState) {
  const store = referenceStore();
  await store.traces.write(generateTrace({ observations: 3_000 }));
  const { items } = await store.traces.listTraces({ limit: 1 });
  render(
    <div style={{ blockSize: 600, inlineSize: 700 }}>
      <OrielProvider store={store} timeZone="UTC">
        <TraceView traceId={items[0]?.id ?? ''} defaultViewState={viewState} />
      </OrielProvider>
    </div>,
  );
  await screen.findByRole('region', { name: 'Trace' }, { timeout: 10_000 });
}

const rows = (className: string) => [...document.querySelectorAll<HTMLElement>(`.${className}`)];

const noteText = () => document.querySelector('.oriel-print-note')?.textContent;

/** Whether each row begins where the one before ends. */
function areBelowEachOther(elements: readonly HTMLElement[]): boolean {
  const boxes = elements.map((element) => element.getBoundingClientRect());
  return boxes.every(({ top }, place) => place === 0 || Math.abs(top - (boxes[place - 1]?.bottom ?? 0)) < 1);
}

describe('a trace on paper', () => {
  withoutAct();
  afterEach(async () => {
    await endPrinting();
    cleanup();
  });

  it.each([
    ['tree', 'oriel-trace-tree-row', 'oriel-trace-tree-rows', /^Printed are rows 301 to 1,300 of 3,000\.$/u],
    [
      'log',
      'oriel-log-view-row',
      'oriel-log-view-rows',
      /^Printed are rows 301 to 1,300 of 3,000\. The inputs and outputs of 9\d\d rows were not read before printing\.$/u,
    ],
  ])('has of a long %s as many rows as are printed, and says so', async (mode, row, list, note) => {
    await show({ mode });
    await waitFor(() => expect(rows(row).length).toBeGreaterThan(5), { timeout: 10_000 });
    const scroller = rows(list)[0];
    if (!scroller) throw new Error('The list is not there.');
    scroller.scrollTop = 9_000;
    await waitFor(() => expect(rows(row).length).toBeGreaterThan(5));
    await new Promise((resolve) => requestAnimationFrame(resolve));

    await beginPrinting();
    await waitFor(() => expect(rows(row)).toHaveLength(1_000));
    expect(noteText()).toMatch(note);
    expect(areBelowEachOther(rows(row))).toBe(true);
    // The detail follows beneath.
    const last = rows(row).at(-1)?.getBoundingClientRect().bottom ?? Infinity;
    const detail = rows('oriel-observation-detail')[0]?.getBoundingClientRect();
    expect(detail?.top).toBeGreaterThanOrEqual(last);
    expect(detail?.width).toBeGreaterThan(690);

    await endPrinting();
    await waitFor(() => expect(rows(row).length).toBeLessThan(100));
    await waitFor(() => expect(scroller.scrollTop).toBe(9_000));
  });

  it('has the timeline as pictures that each fit on a page', async () => {
    await show({ mode: 'timeline' });
    await screen.findByRole('treegrid', {}, { timeout: 10_000 });
    await waitFor(() =>
      expect(
        document.querySelector<HTMLCanvasElement>('canvas.oriel-timeline-chart-canvas')?.width,
      ).toBeGreaterThan(300),
    );
    await new Promise((resolve) => requestAnimationFrame(resolve));

    await beginPrinting();
    await waitFor(() => expect(rows('oriel-print-frame')).toHaveLength(25));
    expect(noteText()).toBe('Printed are rows 1 to 1,000 of 3,000.');
    for (const { shadowRoot } of rows('oriel-print-frame')) {
      const box = shadowRoot?.querySelector('svg')?.getBoundingClientRect();
      expect(box?.width).toBeGreaterThan(100);
      expect(box?.width).toBeLessThanOrEqual(700);
    }
  });

  it('has of a long JSON as many lines as are printed', async () => {
    await show({ detailTab: 'json' });
    const tree = await screen.findByRole('tree', { name: /JSON/ }, { timeout: 10_000 });
    const { length } = tree.querySelectorAll('[role=treeitem]');
    expect(length).toBeGreaterThan(3);
    await beginPrinting();
    await waitFor(() => expect(areBelowEachOther(rows('oriel-json-tree-row'))).toBe(true));
  });
});
