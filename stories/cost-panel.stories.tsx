import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { CostPanel, FilterProvider, OrielProvider } from '@oriel/react';
import type { CostPanelProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

const UNTIL = Date.UTC(2026, 10, 23, 12);
const DAY = 86_400_000;
const company = () => [...generateTraffic({ seed: 7, days: 8, tracesPerDay: 40, until: UNTIL })].flat();

const meta = {
  title: 'Panels/Costs',
  component: CostPanel,
  args: {
    onOpen: fn(),
    budgets: [
      { name: 'Everything', amount: 4, period: 'month' },
      { name: 'Chats', amount: 0.05, period: 'week' },
    ],
  },
  loaders: [async () => ({ store: await storeOf(company()) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof CostPanel>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The last four days, so that there are four before them to compare with. */
function Panel({ store, ...props }: CostPanelProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <FilterProvider
        defaultValue={{
          time: { from: UNTIL - 4 * DAY, to: UNTIL },
          environments: ['production'],
          texts: {},
        }}
      >
        <CostPanel {...props} />
      </FilterProvider>
    </OrielProvider>
  );
}

/** By keyboard: from the model that costs more to the release that made it so. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const split = await canvas.findByLabelText('Split by');
    await canvas.findByText(/No price is known for qwen3-32b-awq/);
    await userEvent.selectOptions(split, 'Release');
    await canvas.findByRole('row', { name: /^2\.31/ });
  },
};

/** Nothing is written: what the same calls would cost by the prices that come with Oriel. */
export const WhatIf: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('option', { name: /oriel-defaults/ });
    (await canvas.findByRole('button', { name: 'Compute' })).focus();
    await userEvent.keyboard('{Enter}');
    await expect(await canvas.findByText(/^With oriel-defaults/)).toBeVisible();
  },
};

export const ByCustomer: Story = { args: { defaultGroupBy: 'user' } };

export const Loading: Story = whileLoading('aggregate', 'Loading costs…');

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('Nothing was used yet'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(company()),
  'aggregate',
  (canvas) => canvas.findAllByText('gpt-5'),
);

/** Hundreds of users. */
export const Huge: Story = {
  args: { defaultGroupBy: 'session' },
  loaders: [
    async () => ({
      store: await storeOf(
        [...generateTraffic({ seed: 7, days: 8, tracesPerDay: 250, until: UNTIL })].flat(),
      ),
    }),
  ],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Show more' });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };
