import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { OrielProvider, TraceView, zhCN } from '@oriel/react';
import type { TraceViewProps } from '@oriel/react';
import { failingStore, pendingStore, storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Trace view',
  component: TraceView,
  args: { traceId: TRACE_ID, onViewStateChange: fn() },
  loaders: [async () => ({ store: await storeOf(supportAgent) })],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof TraceView>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ store, ...props }: TraceViewProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <TraceView {...props} />
    </OrielProvider>
  );
}

/** One selection: what is picked in a view is in the detail, and in the state that the host is given. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const tree = await canvas.findByRole('tree');
    tree.focus();
    await userEvent.keyboard('{Home}pl');
    await expect(args.onViewStateChange).toHaveBeenLastCalledWith({ selectedId: 'plan' });
    await canvas.findByRole('heading', { name: 'plan' });
  },
};

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf([]), 'readTrace') })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Loading trace…');
  },
};

/** A link to a trace that the store has never heard of. */
export const UnknownId: Story = {
  args: { traceId: 'order-4712' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Trace not found');
  },
};

export const ErrorWithRetry: Story = {
  loaders: [async () => ({ store: failingStore(await storeOf(supportAgent), 4, 'readTrace') })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const retry = await canvas.findByRole('button', { name: 'Try again' }, { timeout: 10_000 });
    retry.focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByRole('treeitem', { name: /support-agent/ });
  },
};

/** One pane at a time; the picked node leads to its detail, and Escape back. */
export const Phone: Story = {
  parameters: { frame: { width: '390px' } },
  args: { defaultViewState: { selectedId: 'plan' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('button', { name: /plan.*Details/ })).focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByRole('heading', { name: 'plan' });
    await userEvent.keyboard('{Escape}');
    await canvas.findByRole('tree');
  },
};

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="UTC">
      <TraceView {...args} />
    </OrielProvider>
  ),
};
