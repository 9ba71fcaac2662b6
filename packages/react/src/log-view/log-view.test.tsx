import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore, runsAt } from '@oriel/core';
import type { ObservationPatch, Store } from '@oriel/core';
import { drawTrace, generateTrace, traceStructure } from '@oriel/core/testing';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { TraceFocus } from '../trace-focus/trace-focus.tsx';
import { alteredStore, outage } from '../testing/altered-store.ts';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { createPlayhead } from '../trace-focus/playhead.ts';
import { LogView } from './log-view.tsx';
import type { LogViewProps } from './log-view.tsx';
import { LogViewView } from './log-view-view.tsx';

const patches: readonly ObservationPatch[] = drawTrace(`
  agent      |==========
    plan     | ==
    tool     |   ==       ERROR 504 Gateway Timeout
    tool     |      ==    WARNING slow
    answer   |         =
`).map((patch, index) => ({
  ...patch,
  input: { question: `where is order ${index}?` },
  output: index === 4 ? 'It is in Graz.' : `line ${index}`,
}));

describePanel('LogView', {
  draw: (props) => <LogView traceId="trace-1" {...props} />,
  patches,
  read: 'readTrace',
  ready: /plan/,
  empty: /Trace not found/,
  focusable: () => document.querySelector('input[type=search]'),
});

async function show(props: Partial<LogViewProps> = {}, alter = (store: Store) => store) {
  const store = referenceStore();
  await store.traces.write(patches);
  render(
    <div style={{ blockSize: 400, inlineSize: 900 }}>
      <OrielProvider store={alter(store)} timeZone="UTC">
        <LogView traceId="trace-1" {...props} />
      </OrielProvider>
    </div>,
  );
  return screen.findByRole('treegrid');
}

const names = (grid: HTMLElement) =>
  within(grid)
    .getAllByRole('row')
    .map((row) => row.querySelector('.oriel-rows-name')?.textContent);

describe('LogView', () => {
  withoutAct();
  afterEach(cleanup);

  it('shows all observations by time, with what went in and out of them', async () => {
    const grid = await show();

    expect(names(grid)).toEqual(['agent', 'plan', 'tool', 'tool', 'answer']);
    await screen.findByText(/where is order 1.* → line 1/);
    expect(within(grid).getByRole('row', { name: /plan/ }).textContent).toMatch(/\+100\s*ms/);
  });

  it('is walked, opened and closed by keyboard', async () => {
    const onSelect = vi.fn<NonNullable<LogViewProps['onSelect']>>();
    const grid = await show({ onSelect });
    grid.focus();

    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/2');
    await userEvent.keyboard('{Enter}');
    const plan = () => within(grid).getByRole('row', { name: /plan/ });
    const row = plan();
    expect(row.getAttribute('aria-expanded')).toBe('true');
    expect(grid.getAttribute('aria-activedescendant')).toBe(row.id);
    expect((await within(row).findAllByText(/"question": "where is order 1\?"/)).length).toBe(1);
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(plan().getAttribute('aria-expanded')).toBe('false'));
    await userEvent.keyboard('{End}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/5');
  });

  it('shows the levels and the type asked for', async () => {
    const grid = await show();

    await userEvent.click(screen.getByRole('button', { name: 'Error' }));
    await waitFor(() => expect(names(grid)).toEqual(['tool']));
    await userEvent.click(screen.getByRole('button', { name: 'Warning' }));
    await waitFor(() => expect(names(grid)).toEqual(['tool', 'tool']));
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'AGENT');
    await screen.findByText('Nothing matches');
    await userEvent.click(screen.getByRole('button', { name: 'Show everything' }));
    await waitFor(() => expect(names(screen.getByRole('treegrid'))).toHaveLength(5));
  });

  it('finds text in names at once and in payloads through the store', async () => {
    const grid = await show();

    await userEvent.fill(screen.getByRole('searchbox'), 'graz');
    await waitFor(() => expect(names(grid)).toEqual(['answer']), { timeout: 5000 });
    expect((await screen.findByText('Graz')).tagName).toBe('MARK');
    await screen.findByText(/1 of 5 observations · 1 in payloads/);
  });

  it('finds text in payloads that it reads itself where there is no store', async () => {
    const { observations } = traceStructure(patches);
    const store = referenceStore();
    await store.traces.write(patches);
    const read = async (observationIds: readonly string[]) =>
      (await store.traces.readPayloads({ traceId: 'trace-1', observationIds })).observations;
    render(
      <LogViewView
        observations={observations}
        readPayloads={read}
        defaultFilter={{ text: 'order 3', levels: [], types: [] }}
      />,
    );

    await waitFor(() => expect(names(screen.getByRole('treegrid'))).toEqual(['tool']), { timeout: 5000 });
  });

  it('marks what runs where the shared playhead stands', async () => {
    const { observations } = traceStructure(patches);
    const playhead = createPlayhead();
    const { container } = render(
      <TraceFocus playhead={playhead}>
        <LogViewView observations={observations} />
      </TraceFocus>,
    );
    await screen.findAllByRole('row');
    const playing = () =>
      [...container.querySelectorAll('[data-playing]')].map((row) => row.getAttribute('data-id'));
    const last = observations.at(-1);

    playhead.move(last?.startTime ?? null);
    expect(playing()).toEqual(
      observations.filter((one) => runsAt(one, last?.startTime ?? 0)).map(({ id }) => id),
    );
    expect(playing()).toContain(last?.id);
    playhead.move((observations[0]?.startTime ?? 0) - 1);
    expect(playing()).toEqual([]);
  });

  it('says when payloads could not be read, and reads them again when asked', async () => {
    const grid = await show({ defaultExpandedIds: new Set(['trace-1/1']) }, (store) =>
      alteredStore(store, 'readPayloads', outage(1)),
    );

    const retry = await within(grid).findByRole('button', { name: 'Try again' });
    await userEvent.click(retry);
    expect(await within(grid).findByText(/"question": "where is order 0\?"/)).toBeTruthy();
  });

  it('says on paper how many rows are without what went in and out of them', async () => {
    const { observations } = traceStructure(patches);
    let answer: (payloads: never[]) => void = () => {};
    const reading = new Promise<never[]>((resolve) => {
      answer = resolve;
    });
    render(<LogViewView observations={observations} readPayloads={() => reading} />);
    await screen.findByRole('treegrid');

    window.dispatchEvent(new Event('beforeprint'));
    screen.getByText('The inputs and outputs of 5 rows were not read before printing.');
    window.dispatchEvent(new Event('afterprint'));
    answer([]);
    await userEvent.click(screen.getByRole('button', { name: 'Expand all in view' }));
    await screen.findAllByText('The store has no input or output of this observation.');
    window.dispatchEvent(new Event('beforeprint'));
    expect(screen.queryByText(/not read before printing/)).toBeNull();
    window.dispatchEvent(new Event('afterprint'));
  });

  it('opens everything in sight, and closes it again', async () => {
    const grid = await show();

    await userEvent.click(screen.getByRole('button', { name: 'Expand all in view' }));
    await waitFor(() => expect(grid.querySelectorAll('[aria-expanded=true]').length).toBeGreaterThan(1));
    await userEvent.click(screen.getByRole('button', { name: /Collapse all/i }));
    await waitFor(() => expect(grid.querySelectorAll('[aria-expanded=true]')).toHaveLength(0));
  });

  it('follows new observations until the reader scrolls up', async () => {
    const onFollowChange = vi.fn<(follow: boolean) => void>();
    const { observations } = traceStructure(generateTrace({ observations: 300 }));
    const draw = (count: number) => (
      <div style={{ blockSize: 300 }}>
        <LogViewView
          observations={observations.slice(0, count)}
          defaultFollow
          onFollowChange={onFollowChange}
        />
      </div>
    );
    const { rerender } = render(draw(100));
    const grid = screen.getByRole('treegrid');
    const isAtEnd = () => grid.scrollHeight - grid.clientHeight - grid.scrollTop < 2;

    await waitFor(() => expect(isAtEnd()).toBe(true));
    rerender(draw(300));
    await waitFor(() => expect(grid.scrollHeight).toBeGreaterThan(300 * 20));
    await waitFor(() => expect(isAtEnd()).toBe(true));
    await userEvent.wheel(grid, { delta: { y: -200 } });
    await waitFor(() => expect(onFollowChange).toHaveBeenLastCalledWith(false));
  });

  it('leaves the reader where they are when rows arrive late above them', async () => {
    const { observations } = traceStructure(generateTrace({ observations: 600 }));
    const late = new Set(observations.filter((_, index) => index % 7 === 3).map(({ id }) => id));
    const draw = (shown: typeof observations) => (
      <div style={{ blockSize: 300 }}>
        <LogViewView observations={shown} />
      </div>
    );
    const { rerender } = render(draw(observations.filter(({ id }) => !late.has(id))));
    const grid = screen.getByRole('treegrid');
    grid.scrollTop = 4000;
    const byId = (id: string) => grid.querySelector(`[data-id="${CSS.escape(id)}"]`);
    const atTop = () => {
      const { top } = grid.getBoundingClientRect();
      return [...grid.querySelectorAll<HTMLElement>('[role=row]')].find(
        (row) => row.getBoundingClientRect().bottom > top + 1,
      );
    };
    await waitFor(() => expect(Number(atTop()?.dataset['index'])).toBeGreaterThan(100));
    const before = atTop();
    const id = before?.dataset['id'] ?? '';
    const place = () => byId(id)?.getBoundingClientRect().top;
    const placeBefore = place();

    rerender(draw(observations));
    await waitFor(() => expect(grid.getAttribute('aria-rowcount')).toBe('600'));
    await waitFor(() => expect(grid.scrollTop).toBeGreaterThan(4000));
    expect(place()).toBeCloseTo(placeBefore ?? 0, 0);
    expect(byId(id)).toBe(before);
  });

  it('opens a row in place: its element stays, and it is as low as before once it is closed', async () => {
    const grid = await show();
    const plan = () => within(grid).getByRole('row', { name: /plan/ });
    const row = plan();
    const height = row.offsetHeight;
    const total = grid.scrollHeight;

    await userEvent.click(row.querySelector('[data-toggle]') ?? row);
    await waitFor(() => expect(row.offsetHeight).toBeGreaterThan(2 * height));
    expect(plan()).toBe(row);
    await userEvent.click(row.querySelector('[data-toggle]') ?? row);
    await waitFor(() => expect(row.offsetHeight).toBe(height));
    expect(plan()).toBe(row);
    await waitFor(() => expect(grid.scrollHeight).toBe(total));
  });

  it('keeps the page small however long the trace is', async () => {
    const { observations } = traceStructure(generateTrace({ observations: 20_000 }));
    render(
      <div style={{ blockSize: 700 }}>
        <LogViewView observations={observations} />
      </div>,
    );

    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(10));
    expect(document.querySelectorAll('*').length).toBeLessThan(1000);
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('20000');
  });

  it('shows what was selected elsewhere', async () => {
    const { observations } = traceStructure(generateTrace({ observations: 500 }));
    const last = observations.at(-1)?.id ?? '';
    const draw = (selectedId: string | null) => (
      <TraceFocus selectedId={selectedId}>
        <div style={{ blockSize: 300 }}>
          <LogViewView observations={observations} />
        </div>
      </TraceFocus>
    );
    const { rerender } = render(draw(null));
    rerender(draw(last));

    const grid = screen.getByRole('treegrid');
    await waitFor(() => expect(grid.scrollTop).toBeGreaterThan(1000));
    await waitFor(() => expect(grid.querySelector('[data-selected]')).not.toBeNull());
  });

  it('copies what is shown, with its payloads, as JSON Lines', async () => {
    const written: string[] = [];
    const spy = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation((text) => {
      written.push(text);
      return Promise.resolve();
    });
    await show({ defaultFilter: { text: '', levels: ['ERROR'], types: [] } });

    await userEvent.click(screen.getByRole('button', { name: 'Copy as JSON Lines' }));
    await waitFor(() => expect(written).toHaveLength(1));
    expect(
      written[0]
        ?.trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toMatchObject([
      { name: 'tool', level: 'ERROR', input: { question: 'where is order 2?' }, output: 'line 2' },
    ]);
    spy.mockRestore();
  });
});
