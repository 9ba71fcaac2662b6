import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielDashboard, memoryHistory, zhCN } from '@oriel/dashboard';
import type { OrielDashboardProps } from '@oriel/dashboard';
import { memoryStore } from '@oriel/stores/memory';
import { recordedPatches } from './recorded-traces.ts';
import { failingStore, storeOf } from './sample-store.ts';

const EVERYTHING = { time: { preset: 'all' }, environments: null, texts: {} } as const;

/** Three days of a company's traffic. */
async function companyStore(): Promise<Store> {
  const store = memoryStore();
  for (const batch of generateTraffic({ days: 3, tracesPerDay: 40 })) await store.traces.write(batch);
  return store;
}

const meta = {
  title: 'Dashboard/Whole',
  component: OrielDashboard,
  // Each story's own is loaded.
  args: { store: referenceStore(), defaultFilters: EVERYTHING, timeZone: 'UTC' },
  loaders: [async () => ({ store: await companyStore() })],
  render: (args, { loaded, parameters }) => (
    <Page {...args} store={loaded['store'] as Store} address={parameters['address'] as string | undefined} />
  ),
} satisfies Meta<typeof OrielDashboard>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ address, ...props }: OrielDashboardProps & { address: string | undefined }) {
  const [history] = useState(() => memoryHistory(address));
  return <OrielDashboard {...props} history={history} />;
}

/** Twelve cards; everything obeys the bar above them. */
export const Home: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('heading', { name: 'Home' });
    await canvas.findAllByText('support-chat');
  },
};

/** From a list into a trace and back, by keyboard alone. */
export const Traces: Story = {
  parameters: { address: '/traces' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid');
    await within(grid).findAllByText('support-chat');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    const peek = await canvas.findByRole('dialog');
    await within(peek).findByRole('tree');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(canvas.queryByRole('dialog')).toBeNull());
  },
};

export const Observations: Story = {
  parameters: { address: '/observations' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('grid');
  },
};

export const Sessions: Story = {
  parameters: { address: '/sessions' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('grid');
  },
};

export const Users: Story = {
  parameters: { address: '/users' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('grid');
  },
};

export const Quality: Story = { parameters: { address: '/quality' } };
export const Dashboards: Story = { parameters: { address: '/dashboards' } };
export const UsageDashboard: Story = { parameters: { address: '/dashboards/usage' } };
export const Costs: Story = { parameters: { address: '/costs' } };
export const Releases: Story = { parameters: { address: '/releases' } };
export const Settings: Story = { parameters: { address: '/settings' } };

/** Recorded traffic of real SDKs. */
export const Recorded: Story = {
  parameters: { address: '/traces' },
  loaders: [async () => ({ store: await storeOf(await recordedPatches('report-writer')) })],
};

/** An empty store shows the lines that fill it, and what comes by itself. */
export const Empty: Story = {
  args: { connection: { endpoint: 'http://localhost:4711', publicKey: 'pk-lf-demo' } },
  loaders: [async () => ({ store: await storeOf([]) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('heading', { name: 'No traces yet' });
    await canvas.findByText(/LANGFUSE_BASE_URL=http:\/\/localhost:4711/);
  },
};

/** Every card and list says that it failed; the way to other pages stays open. */
export const Failing: Story = {
  parameters: { address: '/traces' },
  loaders: [async () => ({ store: failingStore(await companyStore(), Infinity, 'listTraces') })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByRole('alert');
    await userEvent.click(canvas.getByRole('link', { name: 'Settings' }));
    await canvas.findByRole('heading', { name: 'Settings' });
  },
};

/** A phone: the pages are behind a button. */
export const Narrow: Story = {
  parameters: { address: '/traces', frame: { width: '390px' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'Open the list of pages' }));
    await canvas.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
  },
};

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { address: '/traces', frame: { direction: 'rtl' } } };
export const Chinese: Story = { args: { messages: zhCN } };
