import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect } from 'react';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { ObservationPatch, Store } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { OrielProvider, TraceTree, traceTreeColumns, zhCN } from '@oriel/react';
import type { TraceTreeColumn, TraceTreeProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { recordedPatches } from './recorded-traces.ts';
import { failingStore, storeOf } from './sample-store.ts';
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

    // Expand all, collapse all, search, payloads, options.
    for (let stops = 0; stops < 6; stops += 1) await userEvent.tab();
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

export const Loading: Story = whileLoading('readTrace', 'Loading trace…');

/** The store has never heard of the trace. */
export const Empty: Story = {
  args: { traceId: 'order-4712' },
  play: says('Trace not found'),
};

/** A trace that is known, before any of its steps arrived. */
export const EmptyTrace: Story = {
  loaders: [async () => ({ store: await storeOf(supportAgent.filter(({ kind }) => kind === 'trace')) })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('treeitem', { name: /support question/ });
  },
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(supportAgent),
  'readTrace',
  (canvas) => canvas.findByRole('treeitem', { name: /support-agent/ }),
);

/** The same outage, at rest. */
export const Failed: Story = {
  loaders: [async () => ({ store: failingStore(await storeOf([]), Number.POSITIVE_INFINITY, 'readTrace') })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('alert');
  },
};

const huge = generateTrace({ seed: 7, observations: 100_000 });
const hugeTraceId = huge.find((patch) => patch.kind === 'observation')?.traceId ?? '';

/** 100,000 observations: a screenful is in the page, and End is one key away. */
export const Huge: Story = {
  args: { traceId: hugeTraceId },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement, args }) => {
    const tree = await within(canvasElement).findByRole('tree');
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

/** Debug steps are left out; what was below them is lifted. The header says how many are shown. */
export const Filtered: Story = {
  args: { defaultMinimumLevel: 'WARNING' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/ of \d+ observations/);
    await userEvent.click(canvas.getByRole('button', { name: 'View options' }));
    await userEvent.selectOptions(canvas.getByLabelText('Show'), 'All levels');
    await canvas.findByText(/^\d+ observations/);
    await userEvent.selectOptions(canvas.getByLabelText('Show'), 'Warnings and errors');
  },
};

/** Three parallel tasks of one name are one row that opens; a graph's run as LangGraph's own client sent it. */
export const RecordedGrouped: Story = {
  args: { traceId: 'b492b0484546f8d709a625f069785e4b', defaultIsGrouped: true },
  loaders: [async () => ({ store: await storeOf(await recordedPatches('report-writer')) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const group = await canvas.findByRole('treeitem', { name: /research.*×3/ });
    await expect(group).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(group.querySelector('[data-toggle]') as Element);
    await waitFor(() => expect(canvas.getAllByRole('treeitem', { name: /research/ })).toHaveLength(4));
  },
};

export const Recorded: Story = {
  args: { traceId: 'b492b0484546f8d709a625f069785e4b' },
  loaders: [async () => ({ store: await storeOf(await recordedPatches('report-writer')) })],
};

/** Enter goes from hit to hit, and opens what hides them. */
export const Search: Story = {
  args: { defaultSearchText: 'order' },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByLabelText('Search names, types and ids');
    field.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenCalled();
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent(/^1 of \d+$/));
  },
};

const chain: ObservationPatch[] = Array.from({ length: 2000 }, (_, step) => ({
  kind: 'observation',
  id: `step-${step}`,
  traceId: 'chain',
  at: step,
  parentId: step === 0 ? null : `step-${step - 1}`,
  type: step % 2 === 0 ? 'AGENT' : 'TOOL',
  name: step % 2 === 0 ? `delegate ${step}` : `ask ${step}`,
  startTime: 1_760_000_000_000 + step,
  endTime: 1_760_000_010_000 - step,
}));

/** 2,000 levels: rows stop moving inwards and say their depth, and what is scrolled away stays pinned on top. */
export const DeepChain: Story = {
  args: { traceId: 'chain' },
  loaders: [async () => ({ store: await storeOf(chain) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const tree = await canvas.findByRole('tree');
    tree.scrollTop = 30_000;
    await waitFor(() => expect(canvasElement.querySelectorAll('[data-pinned]')).toHaveLength(4));
    await expect(await canvas.findByText('delegate 1010')).toBeVisible();
  },
};

const latency: TraceTreeColumn = {
  id: 'children',
  header: 'Children',
  width: '72px',
  cell: ({ childCount }) => (childCount === 0 ? null : childCount),
};

/** A column and a badge of the host's own. */
export const Slots: Story = {
  args: {
    columns: [latency, ...traceTreeColumns],
    renderBadges: (node) => ('type' in node && node.type === 'TOOL' ? <code>tool call</code> : null),
  },
};

/** Half of a trace: parents that have not arrived, and several roots. */
export const Orphans: Story = {
  args: { traceId: 'torn' },
  loaders: [
    async () => ({
      store: await storeOf(
        generateTrace({ seed: 4, observations: 40, traceId: 'torn' }).filter((_, index) => index % 5 !== 0),
      ),
    }),
  ],
  play: async ({ canvasElement }) => {
    await expect((await within(canvasElement).findAllByText('Parent missing')).length).toBeGreaterThan(1);
  },
};

const growing = generateTrace({ seed: 9, observations: 3000, traceId: 'growing' });

/** Observations arrive ten times a second; neither the selection nor what is being read moves. */
export const Live: Story = {
  args: { traceId: 'growing' },
  loaders: [async () => ({ store: await storeOf(growing.slice(0, 1000)) })],
  render: (args, { loaded }) => <Growing {...args} store={loaded['store'] as Store} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const tree = await canvas.findByRole('tree');
    tree.scrollTop = 3000;
    await waitFor(() => expect(tree.scrollTop).toBe(3000));
    await canvas.findByText(/^(1,[1-9]|2,)\d+ observations$/);
    await expect(tree.scrollTop).toBe(3000);
  },
};

function Growing({ store, ...props }: TraceTreeProps & { store: Store }) {
  useEffect(() => {
    let next = 1000;
    const timer = setInterval(() => {
      if (next >= growing.length) return clearInterval(timer);
      void store.traces.write(growing.slice(next, (next += 20)));
    }, 100);
    return () => clearInterval(timer);
  }, [store]);
  return <Panel {...props} store={store} />;
}
