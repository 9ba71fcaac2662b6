import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { OrielProvider, TraceTree, zhCN } from '@oriel/react';
import type { TraceTreeProps } from '@oriel/react';
import { failingStore, pendingStore, storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Trace tree',
  component: TraceTree,
  args: { traceId: TRACE_ID, onSelect: fn() },
  loaders: [async () => ({ store: await storeOf(supportAgent) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof TraceTree>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: TraceTreeProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <TraceTree {...props} />
    </OrielProvider>
  );
}

/** Arrow keys walk, fold and unfold; letters jump. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const tree = await canvas.findByRole('tree');
    const agent = await canvas.findByRole('treeitem', { name: /support-agent/ });
    await expect(agent).toHaveAttribute('aria-level', '2');

    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await expect(tree).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('guard-in');
    await userEvent.keyboard('{ArrowLeft}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('agent');
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(agent).toHaveAttribute('aria-expanded', 'false'));
    await expect(canvas.queryByText('input policy')).toBeNull();
    await userEvent.keyboard('{ArrowRight}{End}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('follow-up');
    await userEvent.keyboard('{Home}pl');
    await expect(args.onSelect).toHaveBeenLastCalledWith('plan');
    await expect(tree).toHaveFocus();
  },
};

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf([]), 'readTrace') })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Loading trace…');
  },
};

/** The store has never heard of the trace. */
export const Empty: Story = {
  args: { traceId: 'order-4712' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Trace not found');
  },
};

/** A trace that is known, before any of its steps arrived. */
export const EmptyTrace: Story = {
  loaders: [async () => ({ store: await storeOf(supportAgent.filter(({ kind }) => kind === 'trace')) })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('treeitem', { name: /support question/ });
  },
};

/** The store does not answer; after "Try again" it does. */
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

/** The same outage, at rest. */
export const Failed: Story = {
  loaders: [async () => ({ store: failingStore(await storeOf([]), Number.POSITIVE_INFINITY, 'readTrace') })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('alert', {}, { timeout: 10_000 });
  },
};

const huge = generateTrace({ seed: 7, observations: 100_000 });
const hugeTraceId = huge.find((patch) => patch.kind === 'observation')?.traceId ?? '';

/** 100,000 observations: a screenful is in the page, and End is one key away. */
export const Huge: Story = {
  args: { traceId: hugeTraceId },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement, args }) => {
    const tree = await within(canvasElement).findByRole('tree', {}, { timeout: 30_000 });
    await waitFor(() => expect(within(tree).getAllByRole('treeitem').length).toBeGreaterThan(5));
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
    tree.focus();
    await userEvent.keyboard('{End}');
    await expect(args.onSelect).toHaveBeenCalled();
    await waitFor(() => {
      const active = tree.getAttribute('aria-activedescendant') ?? '';
      return expect(document.getElementById(active)).toBeVisible();
    });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '320px' } } };

export const Dark: Story = { args: { defaultSelectedId: 'plan' }, parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = {
  parameters: { frame: { direction: 'rtl' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const agent = await canvas.findByRole('treeitem', { name: /support-agent/ });
    (await canvas.findByRole('tree')).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    await waitFor(() => expect(agent).toHaveAttribute('aria-expanded', 'false'));
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(agent).toHaveAttribute('aria-expanded', 'true'));
  },
};

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <TraceTree {...args} />
    </OrielProvider>
  ),
};
