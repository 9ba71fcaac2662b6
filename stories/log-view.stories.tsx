import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { LogView, OrielProvider, zhCN } from '@oriel/react';
import type { LogViewProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { recordedPatches } from './recorded-traces.ts';
import { storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Log',
  component: LogView,
  args: { traceId: TRACE_ID, onSelect: fn() },
  loaders: [async () => ({ store: await storeOf(supportAgent) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof LogView>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: LogViewProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <LogView {...props} />
    </OrielProvider>
  );
}

/** Arrow keys walk and open; the search looks into payloads, too. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('treegrid');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('guard-in');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByText(/"allowed": true/)).toBeVisible());
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(canvas.queryByText(/"allowed": true/)).toBeNull());

    await userEvent.type(canvas.getByRole('searchbox'), 'Graz');
    await canvas.findByText(/in payloads/);
    await waitFor(() => expect(canvas.getAllByRole('row').length).toBeLessThan(6));
    await userEvent.clear(canvas.getByRole('searchbox'));
  },
};

/** Two payloads open. */
export const Open: Story = {
  args: { defaultExpandedIds: new Set(['plan', 'track-1']), defaultSelectedId: 'plan' },
  play: says(/"content": "You are the support agent/),
};

/** Only what failed or warned. */
export const Filtered: Story = {
  args: { defaultFilter: { text: '', levels: ['ERROR', 'WARNING'], types: [] } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getAllByRole('row')).toHaveLength(2));
  },
};

/** What is searched for is marked where it stands. */
export const Searched: Story = {
  args: { defaultFilter: { text: 'parcel', levels: [], types: [] } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(canvasElement.querySelectorAll('mark').length).toBeGreaterThan(2));
  },
};

/** Nothing meets the filters: the log says so, and offers everything. */
export const NoMatches: Story = {
  args: { defaultFilter: { text: 'zebra', levels: [], types: [] } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('Nothing matches');
    canvas.getByRole('button', { name: 'Show everything' }).focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByRole('treegrid');
  },
};

/** A LangGraph run as its SDK sent it: opened, each row shows what really went in and out. */
export const Recorded: Story = {
  args: { traceId: 'b492b0484546f8d709a625f069785e4b' },
  loaders: [async () => ({ store: await storeOf(await recordedPatches('report-writer')) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('treegrid');
    await waitFor(() => expect(canvas.getAllByText(/ → /).length).toBeGreaterThan(3));
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(grid.querySelector('[aria-expanded=true] pre')).not.toBeNull());
  },
};

export const Loading: Story = whileLoading('readTrace', 'Loading trace…');

/** The store has never heard of the trace. */
export const Empty: Story = {
  args: { traceId: 'order-4712' },
  play: says('Trace not found'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(supportAgent),
  'readTrace',
  (canvas) => canvas.findByRole('treegrid'),
);

const huge = generateTrace({ seed: 7, observations: 100_000 });
const hugeTraceId = huge.find((patch) => patch.kind === 'observation')?.traceId ?? '';

/** 100,000 observations: a screenful is in the page, and End is one key away. */
export const Huge: Story = {
  args: { traceId: hugeTraceId },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement, args }) => {
    const grid = await within(canvasElement).findByRole('treegrid');
    await waitFor(() => expect(within(grid).getAllByRole('row').length).toBeGreaterThan(5));
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
    grid.focus();
    await userEvent.keyboard('{End}');
    await expect(args.onSelect).toHaveBeenCalled();
    await waitFor(() => {
      const active = grid.getAttribute('aria-activedescendant') ?? '';
      return expect(document.getElementById(active)).toBeVisible();
    });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '320px' } } };

export const Dark: Story = {
  args: { defaultExpandedIds: new Set(['track-1']), defaultSelectedId: 'track-1' },
  parameters: { frame: { theme: 'dark' } },
};

export const RightToLeft: Story = {
  parameters: { frame: { direction: 'rtl' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('treegrid');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    await waitFor(() => expect(grid.querySelector('[aria-expanded=true]')).not.toBeNull());
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(grid.querySelector('[aria-expanded=true]')).toBeNull());
  },
};

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <LogView {...args} />
    </OrielProvider>
  ),
};
