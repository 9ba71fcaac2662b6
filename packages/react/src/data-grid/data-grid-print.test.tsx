import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { DataGrid } from './data-grid.tsx';
import type { DataGridColumn } from './data-grid-column.ts';

/** The part of the browser's devtools that is used here. */
interface Devtools {
  send(method: 'Emulation.setEmulatedMedia', media: { readonly media: string }): Promise<unknown>;
}

const emulate = (media: 'print' | '') => (cdp() as Devtools).send('Emulation.setEmulatedMedia', { media });

const columns: readonly DataGridColumn<string>[] = [
  { id: 'title', header: 'Title', cell: (title) => title, isTitle: true, pin: 'start' },
];
const titles = Array.from({ length: 120 }, (_, place) => `book ${place}`);
const rowId = (title: string) => title;
const rows = () => [...document.querySelectorAll<HTMLElement>('.oriel-data-grid-row')];

withoutAct();
afterEach(async () => {
  await emulate('');
  window.dispatchEvent(new Event('afterprint'));
  cleanup();
});

it('prints the rows that are loaded, one below the other, and says how many there are', async () => {
  render(
    <div className="oriel-panel" style={{ blockSize: 400, inlineSize: 700 }}>
      <DataGrid label="Books" columns={columns} rows={titles} rowId={rowId} totalCount={5_000} hasMore />
    </div>,
  );
  await screen.findByText('book 0');
  expect(rows().length).toBeLessThan(60);

  window.dispatchEvent(new Event('beforeprint'));
  await emulate('print');
  await waitFor(() => expect(rows()).toHaveLength(120));
  expect(screen.getByText('Printed are rows 1 to 120 of 5,000.')).toBeTruthy();
  const boxes = rows().map((row) => row.getBoundingClientRect());
  const gaps = boxes.slice(1).map(({ top }, place) => Math.abs(top - (boxes[place]?.bottom ?? NaN)));
  expect(Math.max(...gaps)).toBeLessThan(1);
  expect(document.querySelector('.oriel-data-grid-scroller')?.scrollHeight).toBeGreaterThan(120 * 30);
});
