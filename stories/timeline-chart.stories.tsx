import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { drawTrace, generateTrace } from '@oriel/core/testing';
import { OrielProvider, TimelineChart, zhCN } from '@oriel/react';
import type { TimelineChartProps } from '@oriel/react';
import { pressTryAgain, says, whileLoading } from './played-states.ts';
import { recordedPatches } from './recorded-traces.ts';
import { brokenStore, storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Timeline chart',
  component: TimelineChart,
  args: { traceId: TRACE_ID, onSelect: fn(), onViewportChange: fn() },
  loaders: [async () => ({ store: await storeOf(supportAgent) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof TimelineChart>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: TimelineChartProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <TimelineChart {...props} />
    </OrielProvider>
  );
}

const chartIn = (canvasElement: HTMLElement) => within(canvasElement).findByRole('treegrid');

function activeName(chart: HTMLElement) {
  const row = document.getElementById(chart.getAttribute('aria-activedescendant') ?? '');
  return row?.querySelector('[role=gridcell]')?.textContent;
}

/** Arrow keys go through the steps, Enter selects, F fits a step, 0 shows everything again. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const chart = await chartIn(canvasElement);
    for (let stops = 0; stops < 5 && document.activeElement !== chart; stops += 1) await userEvent.tab();
    await expect(chart).toHaveFocus();

    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(activeName(chart)).toBe('plan'));
    await expect(args.onSelect).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('plan');

    await userEvent.keyboard('f');
    await waitFor(() =>
      expect(args.onViewportChange).toHaveBeenLastCalledWith(
        expect.objectContaining({ start: expect.closeTo(0.4, 0), end: expect.closeTo(1589.6, 0) }),
      ),
    );
    await userEvent.keyboard('++');
    await userEvent.keyboard('0');
    await waitFor(() =>
      expect(args.onViewportChange).toHaveBeenLastCalledWith(expect.objectContaining({ start: 0 })),
    );
  },
};

export const Loading: Story = whileLoading('readTrace', 'Loading trace…');

/** The store has never heard of the trace. */
export const Empty: Story = {
  args: { traceId: 'order-4712' },
  play: says('Trace not found'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = {
  loaders: [async () => brokenStore(await storeOf(supportAgent), 'readTrace')],
  play: async ({ canvasElement, loaded }) => {
    await pressTryAgain(within(canvasElement), loaded);
    await chartIn(canvasElement);
  },
};

const huge = generateTrace({ seed: 7, observations: 100_000 });
const hugeTraceId = huge.find((patch) => patch.kind === 'observation')?.traceId ?? '';

/** 100,000 bars in shared lanes: what is drawn is as many as there are pixels. */
export const Huge: Story = {
  args: { traceId: hugeTraceId, defaultDisplay: { mode: 'lanes' } },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement }) => {
    const chart = await chartIn(canvasElement);
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
    chart.focus();
    await userEvent.keyboard('{End}f');
    await waitFor(() => expect(activeName(chart)).toBeTruthy());
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
  },
};

/** Two pauses in which nothing happened, drawn shorter than they were. */
export const Gaps: Story = {
  args: { traceId: 'with-gaps', defaultDisplay: { compressGaps: true } },
  loaders: [
    async () => ({
      store: await storeOf(
        drawTrace(
          `
          agent        |==========================================================
            llm plan   |==
            tool fetch |  ===
            llm reply  |                             ===
            event      |                               .
            tool send  |                                                        ==  ERROR timed out
          `,
          { traceId: 'with-gaps', scale: 60_000 },
        ),
      ),
    }),
  ],
  play: async ({ canvasElement }) => {
    await chartIn(canvasElement);
    const toggle = await within(canvasElement).findByRole('button', { name: 'Compress gaps' });
    await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  },
};

/** What the trace waited for is underlined, in the time that a step spent itself. */
export const CriticalPath: Story = {
  args: { defaultDisplay: { criticalPath: true, ownTime: true }, defaultSelectedId: 'answer' },
  play: async ({ canvasElement }) => {
    const chart = await chartIn(canvasElement);
    chart.focus();
    await userEvent.keyboard('{ArrowUp}');
    await within(canvasElement).findByText(/on the critical path/);
  },
};

/** A LangGraph run as its SDK sent it: parallel tasks stand in lanes of their own. */
export const Recorded: Story = {
  args: { traceId: 'b492b0484546f8d709a625f069785e4b', defaultDisplay: { mode: 'lanes' } },
  loaders: [async () => ({ store: await storeOf(await recordedPatches('report-writer')) })],
  play: async ({ canvasElement }) => {
    const chart = await chartIn(canvasElement);
    chart.focus();
    await userEvent.keyboard('{Home}{ArrowDown}f');
    await waitFor(() => expect(activeName(chart)).toBeTruthy());
  },
};

/** Steps without an end run up to the time that the host says it is. */
export const Running: Story = {
  args: { traceId: 'running', now: 9_000 },
  loaders: [
    async () => ({
      store: await storeOf(
        drawTrace(
          `
          agent      |=>
            llm plan |====
            tool     |    =>
            tool two |      ==
          `,
          { traceId: 'running', scale: 1000 },
        ),
      ),
    }),
  ],
  play: async ({ canvasElement }) => {
    const chart = await chartIn(canvasElement);
    await waitFor(() => expect(chart.textContent).toContain('Running'));
  },
};

export const Lanes: Story = { args: { defaultDisplay: { mode: 'lanes' } } };

export const Narrow: Story = { parameters: { frame: { width: '320px' } } };

export const Dark: Story = { args: { defaultSelectedId: 'plan' }, parameters: { frame: { theme: 'dark' } } };

/** Names and tools stand on the right; time still goes from left to right. */
export const RightToLeft: Story = {
  parameters: { frame: { direction: 'rtl' } },
  play: async ({ canvasElement, args }) => {
    const chart = await chartIn(canvasElement);
    chart.focus();
    await userEvent.keyboard('++{ArrowRight}');
    await waitFor(() => expect(args.onViewportChange).toHaveBeenCalled());
  },
};

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <TimelineChart {...args} />
    </OrielProvider>
  ),
};
