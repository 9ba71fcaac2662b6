import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { PanelFilters, Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { FacetList, FilterBar, FilterProvider, OrielProvider } from '@oriel/react';
import type { FacetListProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { manyTraces } from './many-traces.ts';
import { storeOf } from './sample-store.ts';

const EVERYTHING: PanelFilters = { time: { preset: 'all' }, environments: null, texts: {} };

const meta = {
  title: 'Dashboard/Facet list',
  component: FacetList,
  args: { view: 'traces' },
  loaders: [
    async () => ({ store: await storeOf([...generateTraffic({ days: 2, tracesPerDay: 12 })].flat()) }),
  ],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
  parameters: { frame: { width: '320px' } },
} satisfies Meta<typeof FacetList>;

export default meta;
type Story = StoryObj<typeof meta>;

function Page({ store, text = '', ...props }: FacetListProps & { store: Store; text?: string }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <FilterProvider defaultValue={{ ...EVERYTHING, texts: { [props.view]: text } }}>
        <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100%' }}>
          <FilterBar view={props.view} parts={['text']} />
          <div style={{ flex: 1, minBlockSize: 0 }}>
            <FacetList {...props} />
          </div>
        </div>
      </FilterProvider>
    </OrielProvider>
  );
}

/** What is ticked is written into the text, beside what was typed, and the other way round. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('combobox');
    await userEvent.type(input, 'name:*chat*{Enter}');
    const error = await canvas.findByRole('checkbox', { name: /^Default/ });
    error.focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(input).toHaveValue('name:*chat* level:DEFAULT'));
    await userEvent.clear(input);
    await userEvent.type(input, 'env:production{Enter}');
    await waitFor(() => expect(canvas.getByRole('checkbox', { name: /^production/ })).toBeChecked());
  },
};

/** Durations, costs and counts are ranges: typed as in the text, or drawn. */
export const Ranges: Story = {
  args: { view: 'observations', defaultOpenFields: ['type', 'latency', 'totalCost'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('textbox', { name: 'Latency, at least' }), '2s{Enter}');
    await waitFor(() => expect(canvas.getByRole('combobox')).toHaveValue('latency:>=2s'));
  },
};

export const Loading: Story = whileLoading('facets', 'Loading facets…');

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('Nothing to filter by'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(manyTraces(20)),
  'facets',
  (canvas) => canvas.findByRole('checkbox', { name: /^production/ }),
);

/** Hundreds of sessions: the most frequent first, the others by search. */
export const Huge: Story = {
  args: { fields: ['sessionId', 'userId', 'name'] },
  loaders: [async () => ({ store: await storeOf(manyTraces(2000)) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('searchbox', { name: 'Search in Session' }), 'chat-499');
    await canvas.findByRole('checkbox', { name: /^chat-499/ });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '200px' } } };

export const Dark: Story = {
  args: { defaultOpenFields: ['level', 'name', 'latency'] },
  render: (args, { loaded }) => (
    <Page {...args} store={loaded['store'] as Store} text="level:ERROR latency:>=2s" />
  ),
  parameters: { frame: { theme: 'dark', width: '320px' } },
};

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl', width: '320px' } } };
