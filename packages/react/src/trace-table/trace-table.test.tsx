import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store, TraceId } from '@oriel/core';
import { FilterProvider } from '../filters/filter-provider.tsx';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { TraceTable } from './trace-table.tsx';
import type { TraceTableProps } from './trace-table.tsx';

const traces: Patch[] = Array.from({ length: 120 }, (_, index): Patch[] => [
  {
    kind: 'trace',
    id: `trace-${index}`,
    at: 100_000 - index,
    timestamp: 100_000 - index,
    isRecord: true,
    name: `trace number ${index}`,
    userId: index % 2 === 0 ? 'ada' : 'grace',
    tags: ['vip'],
    input: `question ${index}`,
    output: { answer: index },
    environment: index < 60 ? 'production' : 'staging',
  },
  {
    kind: 'observation',
    id: `step-${index}`,
    traceId: `trace-${index}`,
    at: 100_000 - index,
    startTime: 100_000 - index,
    endTime: 100_000 + index * 10,
    level: index % 7 === 3 ? 'ERROR' : 'DEFAULT',
    usage: { input: 10, output: index },
    cost: { total: index / 1000 },
  },
  { kind: 'score', id: `s${index}`, at: 1, name: 'quality', value: index / 100, traceId: `trace-${index}` },
]).flat();

describePanel('TraceTable', {
  draw: (props) => <TraceTable {...props} />,
  patches: traces,
  read: 'listTraces',
  ready: /trace number 0/,
  empty: /No traces yet/,
  focusable: () => document.querySelector('[role=grid]'),
});

describe('a table of traces', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(traces);
  });
  afterEach(cleanup);

  function setup(props: TraceTableProps = {}, environments: readonly string[] | null = null) {
    const onSelect = vi.fn<(traceId: TraceId) => void>();
    render(
      <div style={{ blockSize: 420, inlineSize: 1200 }}>
        <OrielProvider store={store} timeZone="UTC">
          <FilterProvider defaultValue={{ time: { preset: 'all' }, environments, texts: {} }}>
            <TraceTable onSelect={onSelect} {...props} />
          </FilterProvider>
        </OrielProvider>
      </div>,
    );
    return { onSelect };
  }
  const grid = () => screen.getByRole('grid');
  const rowOf = async (name: string) => (await screen.findByText(name)).closest<HTMLElement>('[role=row]');
  const cell = (row: HTMLElement | null, column: string) =>
    row?.querySelector(`[data-column="${column}"]`)?.textContent;

  it('shows what a trace is, and what went in and out of those in sight', async () => {
    const read = vi.spyOn(store.traces, 'readPayloads');
    setup();
    const row = await rowOf('trace number 3');
    expect(cell(row, 'levels')).toBe('Error1');
    expect(cell(row, 'totalTokens')).toBe('13');
    expect(cell(row, 'totalCost')).toBe('$0.003');
    expect(cell(row, 'latency')).toBe('33ms');
    await waitFor(() => expect(cell(row, 'input')).toBe('question 3'));
    expect(cell(row, 'output')).toBe('{answer: 3}');
    expect(read.mock.calls.length).toBeLessThan(40);
    await screen.findByText(/of 120$/);
  });

  it('gives each name of a score a column', async () => {
    setup({ defaultState: { shown: { 'scores.quality': true } } });
    const row = await rowOf('trace number 5');

    await waitFor(() => expect(cell(row, 'scores.quality')).toBe('0.05'));
    await store.traces.write([
      { kind: 'score', id: 's5', at: 9, name: 'quality', value: 0.77, traceId: 'trace-5' },
    ]);
    await waitFor(() => expect(cell(row, 'scores.quality')).toBe('0.77'));
  });

  it('orders by what the store says, from its first row', async () => {
    const { onSelect } = setup();
    await screen.findByText('trace number 0');
    grid().focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await userEvent.click(screen.getByRole('columnheader', { name: /Total cost/ }));
    await screen.findByText('trace number 119');
    grid().focus();
    await userEvent.keyboard('{Control>}{Home}{/Control}{Enter}');

    expect(onSelect).toHaveBeenLastCalledWith('trace-119');
  });

  it('loads further pages as it is scrolled, each row once', async () => {
    setup();
    await screen.findByText('trace number 0');
    grid().focus();
    for (let page = 0; page < 3; page += 1) {
      await userEvent.keyboard('{Control>}{End}{/Control}');
      await new Promise((resolve) => {
        setTimeout(resolve, 150);
      });
    }
    await userEvent.keyboard('{Control>}{End}{/Control}');

    await screen.findByText('trace number 119');
    expect(grid().getAttribute('aria-rowcount')).toBe('121');
  });

  it('obeys its own filter and that of the page', async () => {
    setup({ filter: { field: 'userId', op: '=', value: 'ada' } }, ['staging']);
    await screen.findByText('trace number 60');

    await screen.findByText(/of 30$/);
    expect(screen.queryByText('trace number 61')).toBeNull();
    expect(screen.queryByText('trace number 0')).toBeNull();
  });

  it('tells a filter that matches nothing from an empty store', async () => {
    setup({ filter: { field: 'userId', op: '=', value: 'nobody' } });

    expect(await screen.findByText('No trace matches')).toBeTruthy();
  });

  it('lets new traces wait while somebody reads, and shows them when asked', async () => {
    setup();
    await screen.findByText('trace number 0');
    grid().focus();
    await store.traces.write([
      { kind: 'trace', id: 'new', at: 200_000, timestamp: 200_000, isRecord: true, name: 'new one' },
    ]);
    const button = await screen.findByRole('button', { name: '1 new' });
    expect(screen.queryByText('new one')).toBeNull();
    await userEvent.click(button);

    expect(within(grid()).getByText('new one')).toBeTruthy();
  });

  it('takes what is selected, or all that match, out of the page as a file', async () => {
    const files: Record<string, string> = {};
    const openFile = (name: string) => {
      files[name] = '';
      const file = new WritableStream<string>({
        write(part) {
          files[name] += part;
        },
      });
      return Promise.resolve(file);
    };
    setup({ selectable: true, openFile, filter: { field: 'userId', op: '=', value: 'ada' } });
    await screen.findByText(/of 60$/);
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('radio', { name: 'JSON Lines' }));
    await userEvent.click(screen.getByRole('checkbox', { name: /With inputs/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Save 60 rows' }));
    await screen.findByText('Saved 60 rows.');
    const lines = (files['traces.jsonl'] ?? '').split('\n').filter(Boolean);
    expect(lines).toHaveLength(60);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      id: 'trace-0',
      input: 'question 0',
      scores: [{ name: 'quality' }],
    });

    grid().focus();
    await userEvent.keyboard('{ArrowDown} {ArrowDown} ');
    await userEvent.click(screen.getByRole('button', { name: 'Export' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Save 2 rows' }));
    await screen.findByText('Saved 2 rows.');
    expect((files['traces.jsonl'] ?? '').match(/"id":"trace-\d+","name"/g)).toHaveLength(2);
  });

  it('deletes what is selected after a time in which it can be undone', async () => {
    setup({ selectable: true });
    await screen.findByText('trace number 0');
    grid().focus();
    await userEvent.keyboard(' {ArrowDown} ');
    await userEvent.click(await screen.findByRole('button', { name: 'Delete' }));
    await screen.findByText(/^2 traces will be deleted in \d+ s$/);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));

    expect(screen.queryByText(/will be deleted/)).toBeNull();
    expect(screen.queryByText('2 selected')).toBeNull();
    expect(screen.getByText('trace number 0')).toBeTruthy();
  });

  it('offers nothing that a store cannot do, and says why', async () => {
    store = {
      ...store,
      traces: new Proxy(store.traces, {
        get: (target, name) => {
          if (name === 'capabilities') return { ...target.capabilities, writable: false };
          const member = target[name as keyof typeof target];
          return typeof member === 'function' ? (member as () => unknown).bind(target) : member;
        },
      }),
    };
    setup({ selectable: true, defaultSelection: { kind: 'some', ids: ['trace-1'] } });

    expect(await screen.findByText('This store is read-only.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Export' })).toBeTruthy();
  });

  it('forgets the selection when another filter finds other traces', async () => {
    const onSelectionChange = vi.fn<(selection: unknown) => void>();
    const show = (value: string) => (
      <OrielProvider store={store} timeZone="UTC">
        <TraceTable
          selectable
          onSelectionChange={onSelectionChange}
          defaultSelection={{ kind: 'all', exceptIds: [] }}
          filter={{ field: 'userId', op: '=', value }}
        />
      </OrielProvider>
    );
    const { rerender } = render(show('ada'));
    await screen.findByText('60 selected');
    rerender(show('grace'));

    await waitFor(() => expect(onSelectionChange).toHaveBeenCalledWith({ kind: 'some', ids: [] }));
    expect(screen.queryByText('60 selected')).toBeNull();
  });

  it('narrows the time from the strip above it, by keys and by a click', async () => {
    const onTimeRange = vi.fn<(range: { from: number; to: number }) => void>();
    setup({ onTimeRange });
    const strip = await screen.findByRole('slider', { name: /Activity over time/ });
    await waitFor(() => expect(strip.getAttribute('aria-valuetext')).toMatch(/120 in all, 17 errors/));
    strip.focus();
    await userEvent.keyboard('{Home}{Enter}');
    expect(onTimeRange).toHaveBeenCalledTimes(1);
    const { from, to } = onTimeRange.mock.lastCall?.[0] ?? { from: 0, to: 0 };
    expect(from).toBeLessThanOrEqual(100_000 - 119);
    expect(to).toBeGreaterThan(100_000);
    await userEvent.click(strip.querySelector('svg') as Element);
    expect(onTimeRange).toHaveBeenCalledTimes(2);
  });

  it('narrows the page that it is on', async () => {
    await store.traces.write([
      { kind: 'trace', id: 'later', at: 1, timestamp: 40 * 86_400_000, isRecord: true, name: 'much later' },
    ]);
    setup();
    await screen.findByText(/of 121$/);
    const strip = await screen.findByRole('slider', { name: /Activity over time/ });
    await waitFor(() => expect(Number(strip.getAttribute('aria-valuemax'))).toBeGreaterThan(30));
    strip.focus();
    await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{/Shift}{Enter}');

    await waitFor(() => expect(screen.queryByText('trace number 0')).toBeNull());
    expect(screen.getByText('much later')).toBeTruthy();
  });
});
