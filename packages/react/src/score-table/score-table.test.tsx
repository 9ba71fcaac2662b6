import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Score, Store } from '@oriel/core';
import { FilterProvider } from '../filters/filter-provider.tsx';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { ScoreTable } from './score-table.tsx';
import type { ScoreTableProps } from './score-table.tsx';

const patches: Patch[] = [
  ...['a', 'b', 'c'].flatMap((trace, index): Patch[] => [
    { kind: 'trace', id: trace, at: 1, timestamp: 1000, isRecord: true, output: `answer of ${trace}` },
    {
      kind: 'observation',
      id: 'step',
      traceId: trace,
      at: 1,
      startTime: 1000,
      type: 'GENERATION',
      output: `step of ${trace}`,
    },
    {
      kind: 'score',
      id: `stars-${trace}`,
      at: 1,
      traceId: trace,
      observationId: trace === 'c' ? 'step' : null,
      name: 'stars',
      value: 5 - index,
      dataType: 'NUMERIC',
      source: 'ANNOTATION',
      timestamp: 2000 + index,
      comment: `because ${trace}`,
      authorId: 'ada',
    },
  ]),
  {
    kind: 'score',
    id: 'tone',
    at: 1,
    traceId: 'a',
    name: 'tone',
    value: 'kind',
    dataType: 'CATEGORICAL',
    timestamp: 1500,
  },
];

describePanel('ScoreTable', {
  draw: (props) => <ScoreTable {...props} />,
  patches,
  read: 'listScores',
  ready: /because a/,
  empty: /No scores yet/,
  focusable: () => document.querySelector('[role=grid]'),
});

describe('a table of scores', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  const show = (props: ScoreTableProps = {}) =>
    render(
      <div style={{ blockSize: 600, inlineSize: 1400 }}>
        <OrielProvider store={store} timeZone="UTC">
          <ScoreTable {...props} />
        </OrielProvider>
      </div>,
    );

  const names = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent);

  it('shows the worst of one score first, with what was judged: an answer, or one step', async () => {
    const onLowestChange = vi.fn<(name: string | null) => void>();
    show({ onLowestChange });
    await screen.findByText('kind');
    expect(screen.queryByText('Judged output')).toBeNull();

    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Lowest stars first');
    expect(onLowestChange).toHaveBeenCalledWith('stars');
    await screen.findByText('step of c');
    await screen.findByText('answer of a');
    expect(screen.queryByText('kind')).toBeNull();
    expect(names().map((text) => /because (.)/.exec(text)?.[1])).toEqual(['c', 'b', 'a']);
    expect(screen.getByRole('columnheader', { name: /Value/ }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('offers the lowest of scores that have one', async () => {
    show();
    const choice = await screen.findByRole('combobox', { name: 'Show' });
    expect([...choice.children].map(({ textContent }) => textContent)).toEqual([
      'All scores',
      'Lowest stars first',
    ]);
  });

  it('shows an output anew when its trace changes', async () => {
    show({ defaultLowest: 'stars' });
    await screen.findByText('answer of a');
    await store.traces.write([{ kind: 'trace', id: 'a', at: 9, output: 'a better answer' }]);
    expect(await screen.findByText('a better answer')).toBeTruthy();
  });

  it('goes back to all scores when the lowest were filtered out', async () => {
    show({ defaultLowest: 'stars', filter: { field: 'name', op: '=', value: 'tone' } });
    await screen.findByText('No score matches');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'All scores');
    expect(await screen.findByText('kind')).toBeTruthy();
  });

  it('obeys the filters of the page, and hands over the score that is opened', async () => {
    const onSelect = vi.fn<(score: Score) => void>();
    render(
      <OrielProvider store={store} timeZone="UTC">
        <FilterProvider defaultValue={{ time: { from: 1900, to: 2001 }, environments: null, texts: {} }}>
          <ScoreTable onSelect={onSelect} style={{ blockSize: 400 }} />
        </FilterProvider>
      </OrielProvider>,
    );
    await userEvent.click(await screen.findByText('because a'));
    expect(names()).toHaveLength(1);
    await waitFor(() => expect(onSelect.mock.calls[0]?.[0].id).toBe('stars-a'));
  });
});
