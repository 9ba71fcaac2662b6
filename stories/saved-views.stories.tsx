import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { PanelFilters, Store } from '@oriel/core';
import { FilterBar, FilterProvider, OrielProvider, SavedViews } from '@oriel/react';
import type { SavedViewsProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

const FILTERS: PanelFilters = { time: { preset: '7d' }, environments: null, texts: { traces: '' } };

const meta = {
  title: 'Dashboard/Saved views',
  component: SavedViews,
  args: { view: 'traces' },
  loaders: [async () => ({ store: await storeWith('Angry customers', 'Orders, slow') })],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
  parameters: { frame: { width: '320px' } },
} satisfies Meta<typeof SavedViews>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ store, ...props }: SavedViewsProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <FilterProvider defaultValue={FILTERS}>
        <FilterBar view={props.view} parts={['text']} />
        <SavedViews {...props} />
      </FilterProvider>
    </OrielProvider>
  );
}

async function storeWith(...names: readonly string[]): Promise<Store> {
  const store = await storeOf([]);
  for (const name of names) {
    const body = { view: 'traces', text: `name:*${name.slice(0, 5)}*` };
    await store.documents?.write({ kind: 'saved-view', name, body });
  }
  return store;
}

/** Views that everybody has, and those that were saved: one press shows them in all panels. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('button', { name: 'Errors only' })).focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvas.getByRole('combobox')).toHaveValue('level:ERROR'));
    await userEvent.click(canvas.getByRole('button', { name: 'Save view…' }));
    await userEvent.keyboard('Broken{Enter}');
    const saved = await canvas.findByRole('button', { name: 'Broken' });
    await expect(saved).toHaveAttribute('aria-pressed', 'true');
  },
};

/** What can be done with a view that was saved. */
export const Actions: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: 'What to do with Angry customers' }));
    await canvas.findByRole('button', { name: 'Rename…' });
  },
};

export const Loading: Story = whileLoading('list', 'Loading saved views…');

export const Empty: Story = {
  loaders: [async () => ({ store: await storeWith() })],
  play: says('Nothing was saved yet.'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeWith('Angry customers'),
  'list',
  (canvas) => canvas.findByRole('button', { name: 'Angry customers' }),
);

export const Huge: Story = {
  loaders: [
    async () => ({
      store: await storeWith(...Array.from({ length: 300 }, (_, index) => `Saved view number ${index}`)),
    }),
  ],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Saved view number 299' });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '200px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark', width: '320px' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl', width: '320px' } } };
