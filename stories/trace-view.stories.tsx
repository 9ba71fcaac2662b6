import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { OrielProvider, TraceView, zhCN } from '@oriel/react';
import type { TraceViewProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { recordedPatches } from './recorded-traces.ts';
import { storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';
import { TROUBLED_ID, troubledAgent } from './troubled-agent.ts';

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

export const Loading: Story = whileLoading('readTrace', 'Loading trace…');

/** A link to a trace that the store has never heard of. */
export const UnknownId: Story = {
  args: { traceId: 'order-4712' },
  play: says('Trace not found'),
};

export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(supportAgent),
  'readTrace',
  (canvas) => canvas.findByRole('treeitem', { name: /support-agent/ }),
);

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

/** A recorded LangGraph run. The tabs are walked with arrow keys; each view is there when its tab is. */
export const Recorded: Story = {
  loaders: [
    async () => {
      const patches = await recordedPatches('report-writer');
      return {
        store: await storeOf(patches),
        traceId: patches.find((patch) => patch.kind === 'observation')?.traceId,
      };
    },
  ],
  render: (args, { loaded }) => (
    <Page {...args} traceId={loaded['traceId'] as string} store={loaded['store'] as Store} />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('tab', { name: 'Tree' })).focus();
    for (const [tab, region] of [
      ['Timeline', 'Timeline'],
      ['Graph', 'Agent graph'],
      ['Log', 'Log'],
      ['Insights', 'Insights'],
    ] as const) {
      await userEvent.keyboard('{ArrowRight}');
      await expect(canvas.getByRole('tab', { name: tab })).toHaveFocus();
      await canvas.findByRole('region', { name: region });
    }
  },
};

/** From a finding to its evidence: the first suspect leads to the step that failed, in the detail beside it. */
export const FromInsightToEvidence: Story = {
  loaders: [async () => ({ store: await storeOf(troubledAgent) })],
  args: { traceId: TROUBLED_ID, defaultViewState: { mode: 'insights' } },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const insights = await canvas.findByRole('region', { name: 'Insights' });
    const [suspect] = await within(insights).findAllByRole('button');
    suspect?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(args.onViewStateChange).toHaveBeenCalled());
    const detail = canvas.getByRole('region', { name: 'Observation' });
    await waitFor(() => expect(within(detail).getByText('Observation ID')).toBeVisible());
  },
};

/** One playhead: what plays in the timeline is where the graph's steps stand. */
export const Timeline: Story = {
  args: { defaultViewState: { mode: 'timeline', selectedId: 'plan' } },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('region', { name: 'Timeline' });
  },
};

const huge = generateTrace({ seed: 7, observations: 100_000 });
const hugeTraceId = huge.find((patch) => patch.kind === 'observation')?.traceId ?? '';

/** 100,000 observations: a screenful is in the page. */
export const Huge: Story = {
  args: { traceId: hugeTraceId },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement }) => {
    const tree = await within(canvasElement).findByRole('tree');
    await waitFor(() => expect(within(tree).getAllByRole('treeitem').length).toBeGreaterThan(5));
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
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
