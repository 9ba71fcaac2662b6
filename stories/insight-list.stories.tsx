import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { InsightList, OrielProvider, zhCN } from '@oriel/react';
import type { InsightListProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { recordedPatches } from './recorded-traces.ts';
import { storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';
import { TROUBLED_ID, troubledAgent } from './troubled-agent.ts';

const meta = {
  title: 'Panels/Insights',
  component: InsightList,
  args: { traceId: TROUBLED_ID, onSelect: fn() },
  loaders: [async () => ({ store: await storeOf([...troubledAgent, ...supportAgent]) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof InsightList>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: InsightListProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <InsightList {...props} />
    </OrielProvider>
  );
}

/** Arrow keys walk the suspects; Enter leads to the evidence, and again to the next piece of it. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const first = await canvas.findByRole('button', { name: /refund failed.*brought the whole trace down/ });
    await canvas.findByText(/was asked the same 3 times/);
    await userEvent.tab();
    await expect(first).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('refund-3');
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('pay-back');
    await userEvent.keyboard('{ArrowDown}');
    await expect(first).not.toHaveFocus();
    await userEvent.keyboard('{Home}');
    await expect(first).toHaveFocus();
  },
};

/** An ordinary trace: one tool that failed once, and what is still running. */
export const Ordinary: Story = {
  args: { traceId: TRACE_ID },
  play: says(/track_parcel took 2 attempts/),
};

/** The turns of a conversation as a table, each of which can be picked. */
export const ContextTable: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    // A real browser opens it by Enter; a simulated key does not.
    await userEvent.click(await canvas.findByText('As a table'));
    canvas.getByRole('button', { name: 'Turn 3' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('decide-3');
  },
};

/** Not everything was looked at, and the list says so. */
export const PartlyLookedAt: Story = {
  args: { payloadLimit: 3 },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const rest = await canvas.findByRole('button', { name: 'Look at the rest' });
    rest.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.queryByText(/were looked at/)).toBeNull());
  },
};

/** A LangGraph run as its SDK sent it, in which one step failed and took the rest with it. */
export const Recorded: Story = {
  args: { traceId: 'af1a998c2fa5903ad11208a397f132d2' },
  loaders: [async () => ({ store: await storeOf(await recordedPatches('failing-pipeline')) })],
  play: says(/brought the whole trace down/),
};

export const Loading: Story = whileLoading('readTrace', 'Loading trace…');

/** The store has never heard of the trace. */
export const Empty: Story = {
  args: { traceId: 'order-4712' },
  play: says('Trace not found'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(troubledAgent),
  'readTrace',
  (canvas) => canvas.findByText(/brought the whole trace down/),
);

const huge = generateTrace({ seed: 7, observations: 100_000 });
const hugeTraceId = huge.find((patch) => patch.kind === 'observation')?.traceId ?? '';

/** 100,000 observations, looked into after the page was drawn. */
export const Huge: Story = {
  args: { traceId: hugeTraceId },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('What stands out');
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
  },
};

export const Narrow: Story = { parameters: { frame: { width: '320px' } } };

export const Dark: Story = {
  args: { defaultSelectedId: 'refund-3' },
  parameters: { frame: { theme: 'dark' } },
};

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <InsightList {...args} />
    </OrielProvider>
  ),
};
