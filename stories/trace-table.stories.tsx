import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider, TraceTable, zhCN } from '@oriel/react';
import type { TraceTableProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { manyTraces } from './many-traces.ts';
import { storeOf } from './sample-store.ts';

const meta = {
  title: 'Panels/Trace table',
  component: TraceTable,
  args: { onSelect: fn(), selectable: true },
  loaders: [
    async () => ({ store: await storeOf([...generateTraffic({ days: 2, tracesPerDay: 60 })].flat()) }),
  ],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof TraceTable>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: TraceTableProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <TraceTable {...props} />
    </OrielProvider>
  );
}

/** One tab stop; arrow keys go from cell to cell, Enter opens, Space selects. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    await waitFor(() => expect(args.onSelect).toHaveBeenCalledTimes(1));
    await userEvent.keyboard(' {ArrowDown} ');
    await canvas.findByText('2 selected');
    await userEvent.keyboard('{Escape}{Control>}{Home}{/Control}');
    await waitFor(() => expect(canvas.queryByText('2 selected')).toBeNull());
  },
};

/** From the name of a column: Enter orders by it, Shift and an arrow resize it, Alt and an arrow move it. */
export const ByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{Home}{ArrowUp}{ArrowRight}{Enter}');
    const time = await canvas.findByRole('columnheader', { name: /Time/ });
    await waitFor(() => expect(time).toHaveAttribute('aria-sort', 'ascending'));
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    await waitFor(() => {
      const [, first] = canvas.getAllByRole('columnheader');
      return expect(first).toHaveTextContent('Name');
    });
  },
};

/** Five lines of inputs and outputs in each row, and what users thought of it. */
export const LargeRows: Story = {
  args: { defaultState: { density: 'large', shown: { metadata: false, tags: false } } },
};

export const Loading: Story = whileLoading('listTraces', 'Loading traces…');

/** A new store, before the first trace. */
export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('No traces yet'),
};

export const FilteredOut: Story = {
  args: { filter: { field: 'userId', op: '=', value: 'nobody' } },
  play: says('No trace matches'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(manyTraces(3)),
  'listTraces',
  (canvas) => canvas.findAllByText('support question'),
);

/** Pages follow each other while the table is scrolled; only rows in sight are in the page. */
export const Huge: Story = {
  args: { pageSize: 500 },
  loaders: [async () => ({ store: await storeOf(manyTraces(3000)) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid');
    await canvas.findByText(/of 3,000$/);
    grid.focus();
    // Rows that still arrive on a busy machine can make one press too early.
    await waitFor(async () => {
      await userEvent.keyboard('{Control>}{End}{/Control}');
      await expect(canvas.getByText(/–(?:500|1,000) of 3,000$/)).toBeInTheDocument();
    });
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1500);
  },
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = {
  args: { defaultSelection: { kind: 'all', exceptIds: [] } },
  parameters: { frame: { theme: 'dark' } },
};

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <TraceTable {...args} />
    </OrielProvider>
  ),
};
