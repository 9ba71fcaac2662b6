import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider, TraceList } from '@oriel/react';
import type { TraceListProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { manyTraces } from './many-traces.ts';
import { storeOf } from './sample-store.ts';

const meta = {
  title: 'Panels/Trace list',
  component: TraceList,
  args: { onSelect: fn() },
  loaders: [async () => ({ store: await storeOf(manyTraces(120)) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof TraceList>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: TraceListProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <TraceList {...props} />
    </OrielProvider>
  );
}

/** One tab stop; arrow keys go from row to row, Enter opens. New traces appear by themselves. */
export const Default: Story = {
  play: async ({ canvasElement, args, loaded }) => {
    const canvas = within(canvasElement);
    await canvas.findAllByText('support question');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('trace-00001');

    const store = loaded['store'] as Store;
    const at = Date.UTC(2025, 2, 7, 15);
    await store.traces.write([
      { kind: 'trace', at, id: 'late', isRecord: true, timestamp: at, name: 'just arrived' },
    ]);
    await canvas.findByText('just arrived');
  },
};

/** Two days of a company that sells an assistant to shops: conversations, agents, calls, nightly jobs, failures. */
export const Company: Story = {
  loaders: [
    async () => ({ store: await storeOf([...generateTraffic({ days: 2, tracesPerDay: 60 })].flat()) }),
  ],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByText('support-chat');
  },
};

export const LoadsMore: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('button', { name: 'Load more' })).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getAllByRole('row').length).toBe(101));
  },
};

const navigate = fn<(href: string) => void>();

/** Rows are links when the host says where a trace's page is; plain clicks go to the host's router. */
export const Links: Story = {
  args: { selectedId: 'trace-00002' },
  render: (args, { loaded }) => (
    <OrielProvider
      store={loaded['store'] as Store}
      timeZone="UTC"
      navigation={{ traceHref: (traceId) => `/traces/${traceId}`, navigate }}
    >
      <TraceList {...args} />
    </OrielProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findAllByRole('link');
    await userEvent.tab();
    await userEvent.keyboard('{Home}{Enter}');
    await expect(navigate).toHaveBeenLastCalledWith('/traces/trace-00000');
  },
};

export const Loading: Story = whileLoading('listTraces', 'Loading traces…');

/** A new store, before the first trace. */
export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('No traces yet'),
};

export const FilteredOut: Story = {
  args: { query: { filter: { field: 'userId', op: '=', value: 'nobody' } } },
  play: says('No trace matches'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(manyTraces(3)),
  'listTraces',
  (canvas) => canvas.findByText('support question'),
);

/** A thousand rows at once. */
export const Huge: Story = {
  args: { query: { limit: 1000 } },
  loaders: [async () => ({ store: await storeOf(manyTraces(5000)) })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Load more' });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '360px' } } };

export const Dark: Story = { args: { selectedId: 'trace-00002' }, parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };
