import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { memoryStore } from '@oriel/stores/memory';
import { FilterProvider, HomeCards, OrielProvider, zhCN } from '@oriel/react';
import type { HomeCardsProps } from '@oriel/react';
import { afterOutage } from './played-states.ts';
import { pendingStore, storeOf } from './sample-store.ts';

const UNTIL = Date.UTC(2026, 10, 23, 12);
const WEEK = { from: UNTIL - 7 * 86_400_000, to: UNTIL };

const meta = {
  title: 'Panels/Home cards',
  component: HomeCards,
  args: { onFilter: fn() },
  loaders: [async () => ({ store: await (ordinary ??= company(8)) })],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof HomeCards>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The same for all stories: making it takes longer than drawing it. */
let ordinary: Promise<Store> | undefined;

async function company(tracesPerDay: number): Promise<Store> {
  const store = memoryStore();
  for (const batch of generateTraffic({ seed: 7, days: 14, tracesPerDay, until: UNTIL })) {
    await store.traces.write(batch);
  }
  return store;
}

function Page({ store, ...props }: HomeCardsProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="Europe/Berlin">
      <FilterProvider defaultValue={{ time: WEEK, environments: null, texts: {} }}>
        <HomeCards {...props} />
      </FilterProvider>
    </OrielProvider>
  );
}

/** A tab shows another question; a name that is picked becomes a filter; a stretch of time becomes the page's. */
export const Default: Story = {
  args: { cards: ['traces', 'model-costs', 'traces-by-time'] },
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const names = await canvas.findByRole('slider', { name: 'Traces' });
    await waitFor(() => expect(names.querySelector('.oriel-chart-bar')).not.toBeNull());
    names.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onFilter).toHaveBeenLastCalledWith(
      { field: 'name', op: 'any-of', value: ['support-chat'] },
      'traces',
    );

    const levels = canvas.getByRole('button', { name: 'Observations by level' });
    levels.focus();
    await userEvent.keyboard('{Enter}');
    await expect(levels).toHaveAttribute('aria-pressed', 'true');
    const plot = await canvas.findByRole('slider', { name: 'Over time: Observations by level' });
    await waitFor(() => expect(plot.querySelector('.oriel-chart-bar')).not.toBeNull());
    plot.focus();
    await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{Enter}');
    // Three days instead of a week: hours instead of days.
    await waitFor(() => expect(Number(plot.getAttribute('aria-valuemax'))).toBeGreaterThan(48));
  },
};

/** All twelve. */
export const AllCards: Story = {};

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf([]), 'aggregate') })],
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getAllByText('Loading numbers…')).toHaveLength(12);
  },
};

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getAllByText('Nothing to count')).toHaveLength(12));
  },
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = {
  args: { cards: ['traces-by-time'] },
  ...afterOutage(
    () => company(5),
    'aggregate',
    (canvas) => canvas.findByRole('slider', { name: 'Over time: Traces' }),
  ),
};

/** 1,400 traces of about 20 steps each. */
export const Huge: Story = {
  loaders: [async () => ({ store: await company(100) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await waitFor(() => expect(canvas.getAllByRole('slider').length).toBeGreaterThan(6));
  },
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <HomeCards {...args} />
    </OrielProvider>
  ),
};
