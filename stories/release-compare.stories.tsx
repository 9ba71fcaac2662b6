import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Filter, Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider, ReleaseCompare } from '@oriel/react';
import type { ReleaseCompareProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

/** Two weeks of a company's traffic: its last releases are slower and dearer in production. */
const company = () => [...generateTraffic({ seed: 7, days: 8, tracesPerDay: 60, regressedDays: 3 })].flat();
const chats: Filter = {
  and: [
    { field: 'environment', op: '=', value: 'production' },
    { field: 'name', op: '=', value: 'support-chat' },
  ],
};

const meta = {
  title: 'Panels/Release comparison',
  component: ReleaseCompare,
  args: { onOpen: fn(), query: { filter: chats } },
  loaders: [async () => ({ store: await storeOf(company()) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ReleaseCompare>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: ReleaseCompareProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <ReleaseCompare {...props} />
    </OrielProvider>
  );
}

const REGRESSION = { by: 'filter', baseline: 'release:2.30*', candidate: 'release:2.31*' } as const;

/** The regression is found by keyboard alone: from the verdict to the dearest trace. */
export const Default: Story = {
  args: { defaultChoice: REGRESSION },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/is worse than|better .* worse in others/);
    canvas.getByRole('button', { name: 'Examples: Cost per trace' }).focus();
    await userEvent.keyboard('{Enter}');
    const examples = await canvas.findByRole('region', { name: 'Examples: Cost per trace' });
    const [, dearest] = await within(examples).findAllByRole('button', { name: 'support-chat' });
    dearest?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onOpen).toHaveBeenCalledTimes(1);
  },
};

/** The newest two releases that ran often enough, chosen by themselves; the other way round after a swap. */
export const Releases: Story = {
  args: { query: {} },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [baseline] = await canvas.findAllByLabelText('Baseline');
    const before = (baseline as HTMLSelectElement).value;
    canvas.getByRole('button', { name: 'Swap sides' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvas.getByLabelText('Compared with it')).toHaveValue(before);
  },
};

/** Where the host says which way scores are good, they are better or worse; else they are higher or lower. */
export const ScoreDirections: Story = {
  args: { defaultChoice: REGRESSION, query: {}, scoreDirections: { 'user-feedback': 'higher' } },
};

export const Loading: Story = whileLoading('aggregate', 'Loading the comparison…');

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('No trace names a release'),
};

export const ErrorWithRetry: Story = {
  args: { defaultChoice: REGRESSION },
  ...afterOutage(
    () => storeOf(company()),
    'aggregate',
    (canvas) => canvas.findByRole('row', { name: /Cost per trace/ }),
  ),
};

/** Thousands of traces a side: latencies and costs come of histograms. */
export const Huge: Story = {
  args: { defaultChoice: REGRESSION, query: {} },
  loaders: [
    async () => ({
      store: await storeOf([...generateTraffic({ seed: 7, days: 8, tracesPerDay: 400 })].flat()),
    }),
  ],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('row', { name: /Cost per trace/ });
  },
};

export const Narrow: Story = {
  args: { defaultChoice: REGRESSION },
  parameters: { frame: { width: '390px' } },
};

export const Dark: Story = {
  args: { defaultChoice: REGRESSION },
  parameters: { frame: { theme: 'dark' } },
};

export const RightToLeft: Story = {
  args: { defaultChoice: REGRESSION },
  parameters: { frame: { direction: 'rtl' } },
};
