import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider, ScoreTable, zhCN } from '@oriel/react';
import type { ScoreTableProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

const traffic = (days: number, tracesPerDay: number) =>
  storeOf([...generateTraffic({ days, tracesPerDay })].flat());

const meta = {
  title: 'Panels/Score table',
  component: ScoreTable,
  args: { onSelect: fn() },
  loaders: [async () => ({ store: await traffic(2, 60) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ScoreTable>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: ScoreTableProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <ScoreTable {...props} />
    </OrielProvider>
  );
}

/** One tab stop for the table; arrow keys go from cell to cell, Enter opens. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    await waitFor(() => expect(args.onSelect).toHaveBeenCalledTimes(1));
    await userEvent.keyboard('{Control>}{Home}{/Control}{ArrowUp}{ArrowRight}{Enter}');
    const name = await canvas.findByRole('columnheader', { name: /Name/ });
    await waitFor(() => expect(name).toHaveAttribute('aria-sort', 'ascending'));
  },
};

/** The worst judgements of one score first, with what was judged; chosen by keyboard in the bar. */
export const LowestRated: Story = {
  args: { defaultLowest: 'user-feedback', defaultState: { density: 'medium' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('Judged output');
    const value = await canvas.findByRole('columnheader', { name: /Value/ });
    await expect(value).toHaveAttribute('aria-sort', 'ascending');
    await waitFor(() => expect(canvasElement.querySelector('.oriel-record-preview')).not.toBeNull());
  },
};

export const Loading: Story = whileLoading('listScores', 'Loading scores…');

/** A new store, before the first judgement. */
export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('No scores yet'),
};

export const FilteredOut: Story = {
  args: { filter: { field: 'name', op: '=', value: 'nobody' } },
  play: says('No score matches'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => traffic(1, 20),
  'listScores',
  (canvas) => canvas.findByRole('grid'),
);

/** Pages follow each other while the table is scrolled; only rows in sight are in the page. */
export const Huge: Story = {
  args: { pageSize: 500 },
  loaders: [
    async () => ({
      store: await storeOf(
        Array.from({ length: 5000 }, (_, index) => ({
          kind: 'score' as const,
          id: `score-${index}`,
          at: index,
          timestamp: Date.UTC(2026, 5, 1) + index * 60_000,
          traceId: `trace-${index % 700}`,
          name: ['helpful', 'correct', 'tone'][index % 3] ?? 'helpful',
          value: (index * 37) % 11,
          dataType: 'NUMERIC' as const,
        })),
      ),
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid');
    await canvas.findByText(/of 5,000$/);
    grid.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await canvas.findByText(/–500 of 5,000$/);
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1500);
  },
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = {
  args: { defaultLowest: 'user-feedback' },
  parameters: { frame: { theme: 'dark' } },
};

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <ScoreTable {...args} />
    </OrielProvider>
  ),
};
