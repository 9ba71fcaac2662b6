import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../styles/styles.css';
import { withoutAct } from '../testing/without-act.ts';
import { DataGrid } from './data-grid.tsx';
import type { DataGridProps } from './data-grid.tsx';
import type { DataGridColumn, DataGridSelection, DataGridState } from './data-grid-column.ts';

interface Book {
  readonly id: string;
  readonly title: string;
  readonly pages: number;
}

const columns: readonly DataGridColumn<Book>[] = [
  {
    id: 'title',
    header: 'Title',
    cell: ({ title }) => title,
    sortField: 'title',
    isTitle: true,
    pin: 'start',
  },
  { id: 'pages', header: 'Pages', cell: ({ pages }) => String(pages), sortField: 'pages', isNumeric: true },
  { id: 'shelf', header: 'Shelf', cell: ({ id }) => `shelf of ${id}` },
  { id: 'hidden', header: 'Hidden', cell: () => 'secret', isShown: false },
];
const rowId = ({ id }: Book) => id;

function books(from: number, until: number): Book[] {
  return Array.from({ length: until - from }, (_, index) => ({
    id: `b${from + index}`,
    title: `book ${from + index}`,
    pages: 100 + from + index,
  }));
}

interface SetupOptions extends Partial<DataGridProps<Book>> {
  direction?: 'ltr' | 'rtl';
}

function setup({ direction = 'ltr', ...props }: SetupOptions = {}) {
  const onOpen = vi.fn<(book: Book) => void>();
  const onState = vi.fn<(state: DataGridState) => void>();
  const onSelection = vi.fn<(selection: DataGridSelection) => void>();
  let setRows: (rows: readonly Book[]) => void = () => {};
  function Grid() {
    const [rows, set] = useState<readonly Book[]>(props.rows ?? books(0, 200));
    setRows = set;
    return (
      <div className="oriel-panel" style={{ blockSize: 400, inlineSize: 700 }} dir={direction}>
        <DataGrid
          label="Books"
          columns={columns}
          rowId={rowId}
          onOpen={onOpen}
          onStateChange={onState}
          onSelectionChange={onSelection}
          {...props}
          rows={rows}
        />
      </div>
    );
  }
  render(<Grid />);
  return {
    onOpen,
    lastState: () => onState.mock.lastCall?.[0],
    lastSelection: () => onSelection.mock.lastCall?.[0],
    setRows: (rows: readonly Book[]) => setRows(rows),
  };
}

const grid = () => screen.getByRole('grid');
const active = () => document.querySelector<HTMLElement>('[role=row] > [data-active]');
const keys = (text: string) => userEvent.keyboard(text);
const headings = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
const titles = () =>
  screen
    .getAllByRole('rowheader')
    .map(
      (cell) => [cell.textContent ?? '', Number(cell.parentElement?.getAttribute('aria-rowindex'))] as const,
    )
    .toSorted(([, a], [, b]) => a - b)
    .map(([text]) => text);

async function focusGrid() {
  await screen.findByText('book 0');
  grid().focus();
}

describe('a data grid', () => {
  withoutAct();
  afterEach(cleanup);

  it('mounts the rows in sight and says how many there are', async () => {
    setup({ totalCount: 12_345, hasMore: true });
    await screen.findByText('book 0');

    expect(screen.getAllByRole('row').length).toBeLessThan(40);
    expect(grid().getAttribute('aria-rowcount')).toBe('12346');
    expect(screen.getByText(/^1–\d+ of 12,345$/)).toBeTruthy();
  });

  it('goes by arrow keys from cell to cell as one tab stop, and opens by Enter', async () => {
    const { onOpen } = setup();
    await focusGrid();
    await keys('{ArrowDown}{ArrowDown}{ArrowRight}');
    expect(active()?.textContent).toBe('102');
    expect(grid().getAttribute('aria-activedescendant')).toBe(active()?.id);
    await keys('{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(expect.objectContaining({ id: 'b2' }));

    await keys('{End}');
    expect(active()?.textContent).toBe('shelf of b2');
    await keys('{Control>}{End}{/Control}');
    await waitFor(() => expect(active()?.textContent).toBe('shelf of b199'));
    expect(await screen.findByText(/–200 of 200$/)).toBeTruthy();
    await keys('{PageUp}{Home}');
    await waitFor(() => expect(active()?.textContent).toMatch(/^book 1[89]\d$/));
    await keys('{Control>}{Home}{/Control}');
    await waitFor(() => expect(active()?.textContent).toBe('book 0'));
    expect(document.activeElement).toBe(grid());
    expect(document.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(0);
  });

  it('brings the cell that keys go to into sight', async () => {
    setup({ defaultState: { widths: { title: 300, pages: 400, shelf: 400 } } });
    await focusGrid();
    await keys('{End}');
    await waitFor(() => expect(grid().scrollLeft).toBe(400));
    await keys('{ArrowLeft}');
    // Beside the pinned column, not under it.
    await waitFor(() => expect(grid().scrollLeft).toBe(0));
  });

  it('mirrors its keys where people read from right to left', async () => {
    setup({ direction: 'rtl' });
    await focusGrid();
    await keys('{ArrowLeft}');
    expect(active()?.textContent).toBe('100');
  });

  it('orders, resizes and moves columns from their names', async () => {
    const { lastState } = setup();
    await focusGrid();
    await keys('{ArrowUp}{Enter}');
    expect(lastState()?.sort).toEqual({ field: 'title', direction: 'asc' });
    await keys('{ArrowRight}{Enter}');
    expect(lastState()?.sort).toEqual({ field: 'pages', direction: 'desc' });
    expect(screen.getByRole('columnheader', { name: /Pages/ }).getAttribute('aria-sort')).toBe('descending');
    await keys('{Enter}{Enter}');
    expect(lastState()?.sort).toBeUndefined();

    await keys('{Shift>}{ArrowRight}{/Shift}');
    expect(lastState()?.widths).toEqual({ pages: 156 });
    await keys('{Alt>}{ArrowRight}{/Alt}');
    expect(headings()).toEqual(['Title', 'Shelf', 'Pages']);
  });

  it('shows, hides, pins and moves columns in its menu by keys alone', async () => {
    const { lastState } = setup();
    await screen.findByText('book 0');
    screen.getByRole('button', { name: 'Columns' }).focus();
    await keys('{Enter}');
    await screen.findByRole('checkbox', { name: 'Title' });
    await keys('{Tab}{Tab}');
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Title' }));
    await keys('{ArrowDown}{ArrowDown}{ArrowDown} ');
    expect(headings()).toEqual(['Title', 'Pages', 'Shelf', 'Hidden']);
    await keys('{Alt>}{ArrowUp}{/Alt}');
    expect(headings()).toEqual(['Title', 'Pages', 'Hidden', 'Shelf']);
    await keys('{Tab}{Enter}');
    expect(lastState()?.pins).toEqual({ hidden: 'start' });
    expect(headings()).toEqual(['Title', 'Hidden', 'Pages', 'Shelf']);
    await keys('{Escape}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Columns' }));
    expect(screen.queryByRole('checkbox', { name: 'Title' })).toBeNull();
  });

  it('takes its columns from plain JSON', async () => {
    setup({ state: { order: ['shelf'], shown: { pages: false, hidden: true }, pins: { title: null } } });
    await screen.findByText('book 0');

    expect(headings()).toEqual(['Title', 'Shelf', 'Hidden']);
  });

  it('selects rows by Space, a range by Shift, and all that match', async () => {
    const { lastSelection } = setup({ selectable: true, totalCount: 12_345, hasMore: true });
    await focusGrid();
    await keys(' {ArrowDown}{Shift>}{ArrowDown}{/Shift}');
    expect(lastSelection()).toEqual({ kind: 'some', ids: ['b0', 'b1', 'b2'] });
    await keys('{Control>}a{/Control}');
    await userEvent.click(screen.getByRole('button', { name: 'Select all 12,345 that match' }));
    expect(lastSelection()).toEqual({ kind: 'all', exceptIds: [] });
    grid().focus();
    await keys(' ');
    expect(lastSelection()).toEqual({ kind: 'all', exceptIds: ['b2'] });
    expect(screen.getByText('12,344 selected')).toBeTruthy();
    await keys('{Escape}');
    expect(lastSelection()).toEqual({ kind: 'some', ids: [] });
  });

  it('selects by its boxes', async () => {
    const { lastSelection, onOpen } = setup({ selectable: true });
    await screen.findByText('book 0');
    const boxes = screen.getAllByRole('checkbox', { name: 'Select row' });
    await userEvent.click(boxes[1] as HTMLElement);
    expect(lastSelection()).toEqual({ kind: 'some', ids: ['b1'] });
    expect(onOpen).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all loaded rows' }));
    expect(lastSelection()).toMatchObject({ kind: 'some', ids: { length: 200 } });
  });

  it('lets rows that arrive wait while somebody reads, and keeps them at their cell', async () => {
    const { setRows } = setup();
    await focusGrid();
    await keys('{ArrowDown}');
    setRows([...books(900, 903), ...books(0, 200)]);

    await screen.findByRole('button', { name: '3 new' });
    expect(active()?.textContent).toBe('book 1');
    expect(titles()[0]).toBe('book 0');
    await userEvent.click(screen.getByRole('button', { name: '3 new' }));
    await screen.findByText('book 900');
    expect(active()?.textContent).toBe('book 1');
  });

  it('shows rows at once when nobody reads', async () => {
    const { setRows } = setup();
    await screen.findByText('book 0');
    await userEvent.hover(document.body, { position: { x: 750, y: 500 } });
    setRows([...books(900, 903), ...books(0, 200)]);

    await screen.findByText('book 900');
    expect(screen.queryByRole('button', { name: /new/ })).toBeNull();
  });

  it('asks for more rows before their end is reached', async () => {
    const onLoadMore = vi.fn<() => void>();
    setup({ rows: books(0, 60), hasMore: true, onLoadMore });
    await focusGrid();
    expect(onLoadMore).not.toHaveBeenCalled();
    await keys('{Control>}{End}{/Control}');

    await waitFor(() => expect(onLoadMore).toHaveBeenCalledTimes(1));
  });

  it('asks again only when told to after that failed', async () => {
    const onLoadMore = vi.fn<() => void>();
    setup({ rows: books(0, 5), hasMore: true, hasFailed: true, onLoadMore });
    const retry = await screen.findByRole('button', { name: 'Try again' });
    expect(onLoadMore).not.toHaveBeenCalled();
    await userEvent.click(retry);

    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });

  it('shows titles while rows fly by, and the other cells once they do not', async () => {
    setup({ rows: books(0, 20_000) });
    await screen.findByText('book 0');
    const others = () =>
      document.querySelectorAll('.oriel-data-grid-row [data-column=shelf]:not(:empty)').length;
    const fly = async (top: number) => {
      grid().scrollTop = top;
      await new Promise((resolve) => grid().addEventListener('scroll', resolve, { once: true }));
    };

    // A jump alone is no fling. On a busy machine two jumps may lie so far apart that they are none either.
    await waitFor(async () => {
      await fly(100_000);
      expect(others()).toBeGreaterThan(0);
      await fly(200_000);
      expect(others()).toBe(0);
    });
    expect(titles().length).toBeGreaterThan(5);
    await waitFor(() => expect(others()).toBeGreaterThan(5));
  });

  it('tells which rows are in sight', async () => {
    const onRowsInSight = vi.fn<(rows: readonly Book[]) => void>();
    setup({ onRowsInSight });
    await waitFor(() => expect(onRowsInSight).toHaveBeenCalled());

    const seen = onRowsInSight.mock.lastCall?.[0] ?? [];
    expect(seen[0]?.id).toBe('b0');
    expect(seen.length).toBeLessThan(30);
  });

  it('resizes by dragging an edge and moves by dragging a name', async () => {
    const { lastState } = setup();
    await screen.findByText('book 0');
    const drag = (element: Element, by: number) => {
      const box = element.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      const at = (type: string, clientX: number) =>
        element.dispatchEvent(
          new PointerEvent(type, { clientX, clientY: y, pointerId: 1, button: 0, bubbles: true }),
        );
      at('pointerdown', x);
      at('pointermove', x + by / 2);
      at('pointermove', x + by);
      at('pointerup', x + by);
    };
    const pages = screen.getByRole('columnheader', { name: /Pages/ });
    drag(pages.querySelector('.oriel-data-grid-resizer') as Element, 60);
    await waitFor(() => expect(lastState()?.widths).toEqual({ pages: 200 }));
    drag(pages, 350);
    await waitFor(() => expect(headings()).toEqual(['Title', 'Shelf', 'Pages']));
  });

  it.each(['light', 'dark'])('has no accessibility fault that axe can see, in a %s page', async (theme) => {
    document.documentElement.dataset['orielTheme'] = theme;
    setup({
      selectable: true,
      defaultSelection: { kind: 'some', ids: ['b1'] },
      rowHref: ({ id }) => `/${id}`,
    });
    await focusGrid();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await screen.findByRole('checkbox', { name: 'Title' });

    const { violations } = await axe.run(document.body, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    delete document.documentElement.dataset['orielTheme'];
  });
});
