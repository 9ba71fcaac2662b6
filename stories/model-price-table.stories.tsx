import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { ModelPriceTable, OrielProvider } from '@oriel/react';
import type { ModelPriceTableProps } from '@oriel/react';
import { afterOutage, says } from './played-states.ts';
import { pendingStore, storeOf } from './sample-store.ts';

const OWN_RULE = {
  id: 'qwen3-self-hosted',
  matchPattern: '^qwen3-32b',
  startDate: '2026-01-01',
  tiers: [
    {
      name: 'standard',
      isDefault: true,
      priority: 0,
      conditions: [],
      prices: { input: 1e-7, output: 4e-7 },
    },
  ],
};

/** A company's traffic, and a rule of its own for the model that it runs itself. */
async function company(days = 2): Promise<Store> {
  const store = await storeOf([...generateTraffic({ seed: 7, days, tracesPerDay: 40 })].flat());
  await store.documents?.write({ kind: 'model-price', name: OWN_RULE.id, body: OWN_RULE });
  return store;
}

const meta = {
  title: 'Panels/Model prices',
  component: ModelPriceTable,
  args: { today: '2026-11-23' },
  loaders: [async () => ({ store: await company() })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ModelPriceTable>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: ModelPriceTableProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <ModelPriceTable {...props} />
    </OrielProvider>
  );
}

/** Which rule counts for a model on a day, and why others that find it do not. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByLabelText('Model name');
    field.focus();
    await userEvent.keyboard('o3');
    await expect(await canvas.findByText('A newer rule of its list counts')).toBeVisible();
  },
};

/** By keyboard: a price is changed, previewed over the calls there are, saved, and the range priced again. */
export const EditAndPriceAgain: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('button', { name: 'Edit qwen3-self-hosted' })).focus();
    await userEvent.keyboard('{Enter}');
    const price = await canvas.findByLabelText('US dollars for a million: output');
    await userEvent.clear(price);
    await userEvent.type(price, '0.9');
    const preview = within(await canvas.findByRole('region', { name: 'Preview' }));
    preview.getByRole('button', { name: 'Preview' }).focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(/calls would change/);
    canvas.getByRole('button', { name: 'Save' }).focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(/^Saved/);
    canvas.getByRole('button', { name: 'Price the range again' }).focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(/calls were changed/);
  },
};

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await company(0), 'list') })],
  play: says('Loading prices…'),
};

/** No rule has the text; what comes with Oriel is always there. */
export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('searchbox', { name: 'Find rules' })).focus();
    await userEvent.keyboard('no such rule');
    await canvas.findByText('No rule has this text');
  },
};

export const ErrorWithRetry: Story = afterOutage(
  () => company(0),
  'list',
  (canvas) => canvas.findByRole('table'),
);

/** All rules that come with Oriel at once. */
export const Huge: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    for (let page = 0; page < 5; page += 1) {
      const more = canvas.queryByRole('button', { name: 'Show more' });
      if (more) await userEvent.click(more);
      else await canvas.findByRole('searchbox', { name: 'Find rules' });
    }
    await expect(canvas.getAllByRole('row').length).toBeGreaterThan(400);
  },
};

/** The store keeps no documents, so there is nowhere to keep rules. */
export const NoDocuments: Story = {
  loaders: [async () => ({ store: { traces: (await company(0)).traces } })],
  play: says(/This store keeps no documents/),
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };
