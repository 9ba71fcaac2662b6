import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { PanelFilters, Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { FilterBar, FilterProvider, OrielProvider, TraceList, usePanelQuery } from '@oriel/react';
import type { FilterBarProps } from '@oriel/react';
import { pressTryAgain } from './played-states.ts';
import { manyTraces } from './many-traces.ts';
import { brokenStore, pendingStore, storeOf } from './sample-store.ts';

const onFilters = fn<(filters: PanelFilters) => void>();
const EVERYTHING: PanelFilters = { time: { preset: 'all' }, environments: null, texts: {} };

const meta = {
  title: 'Dashboard/Filter bar',
  component: FilterBar,
  args: { view: 'traces' },
  loaders: [
    async () => ({ store: await storeOf([...generateTraffic({ days: 2, tracesPerDay: 12 })].flat()) }),
  ],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof FilterBar>;

export default meta;
type Story = StoryObj<typeof meta>;

interface PageProps extends FilterBarProps {
  store: Store;
  filters?: PanelFilters;
}

function Page({ store, filters = EVERYTHING, ...bar }: PageProps) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <FilterProvider defaultValue={filters} onChange={onFilters}>
        <div style={{ display: 'flex', flexDirection: 'column', blockSize: '100%' }}>
          <FilterBar {...bar} />
          <div style={{ flex: 1, minBlockSize: 0 }}>
            <Traces />
          </div>
        </div>
      </FilterProvider>
    </OrielProvider>
  );
}

function Traces() {
  return <TraceList query={usePanelQuery('traces')} />;
}

/** Fields and values complete what is typed; it is applied by Enter, by picking a value, and on leaving. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findAllByText('support-chat');
    const input = canvas.getByRole('combobox');
    await userEvent.type(input, 'lev');
    await canvas.findByRole('option', { name: /^level/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(input).toHaveValue('level:');
    await canvas.findByRole('option', { name: /ERROR/ });
    await userEvent.keyboard('ERR{ArrowDown}{Enter}');
    await expect(input).toHaveValue('level:ERROR ');
    await waitFor(() => expect(onFilters.mock.lastCall?.[0].texts).toEqual({ traces: 'level:ERROR' }));
    await expect(canvas.queryByRole('listbox')).toBeNull();
  },
};

/** A mistake is marked where it is, told in words, and repaired by one key. What was applied stays until then. */
export const Mistake: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('combobox');
    await userEvent.type(input, 'levle:ERROR{Enter}');
    await canvas.findAllByText(/There is no field "levle"/);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(input).toHaveValue('level:ERROR');
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onFilters.mock.lastCall?.[0].texts).toEqual({ traces: 'level:ERROR' }));
  },
};

/** Undo takes back a word, a pick or a change from elsewhere; texts that were applied are offered again. */
export const UndoAndRecent: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('combobox');
    await userEvent.type(input, 'level:ERROR slow{Enter}');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect(input).toHaveValue('level:ERROR ');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect(input).toHaveValue('level:ERROR slow');
    await userEvent.click(canvas.getByRole('button', { name: 'Clear' }));
    await userEvent.keyboard('{ArrowDown}');
    await canvas.findByRole('option', { name: 'level:ERROR slow' });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onFilters.mock.lastCall?.[0].texts).toEqual({ traces: 'level:ERROR slow' }));
  },
};

/** Presets by arrow keys, moments to type, and the zone that all times are written in. */
export const Time: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const button = canvas.getByRole('button', { name: /^Time range/ });
    button.focus();
    await userEvent.keyboard('{Enter}{ArrowUp}');
    await waitFor(() => expect(onFilters.mock.lastCall?.[0].time).toEqual({ preset: '1y' }));
    await userEvent.selectOptions(canvas.getByLabelText('Time zone'), 'Asia/Tokyo');
    const from = canvas.getByLabelText('From');
    const to = canvas.getByLabelText('To');
    await userEvent.clear(from);
    await userEvent.type(from, '2026-11-23T09:00');
    await userEvent.clear(to);
    await userEvent.type(to, '2026-11-23T08:00');
    await userEvent.keyboard('{Enter}');
    await canvas.findByText('The end has to be after the start.');
    await userEvent.clear(to);
    await userEvent.type(to, '2026-11-23T21:00');
    await userEvent.keyboard('{Enter}');
    const midnight = Date.UTC(2026, 10, 23);
    await waitFor(() =>
      expect(onFilters.mock.lastCall?.[0].time).toEqual({ from: midnight, to: midnight + 43_200_000 }),
    );
    await expect(button).toHaveFocus();
    await expect(button).toHaveTextContent('Nov 23, 09:00 – Nov 23, 21:00');
  },
};

/** Which environments count, with how many traces each has in the time shown. */
export const Environments: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Environments/ }));
    const production = await canvas.findByRole('checkbox', { name: /^production/ });
    production.focus();
    await userEvent.keyboard(' ');
    await waitFor(() => expect(onFilters.mock.lastCall?.[0].environments).toEqual(['production']));
    await userEvent.keyboard('{Escape}');
    await expect(canvas.getByRole('button', { name: 'Environments: production' })).toHaveFocus();
  },
};

/** Values that take a while do not keep anybody from typing. */
export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf(manyTraces(20)), 'facets') })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), 'name:');
    await canvas.findByText('Reading values…');
  },
};

/** Nothing was seen yet: fields can still be typed. */
export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), 'name:');
    await canvas.findByText('No values were seen for this.');
  },
};

/** The store does not answer; typing and applying go on. */
export const ErrorWithRetry: Story = {
  loaders: [async () => brokenStore(await storeOf(manyTraces(20)), 'facets')],
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), 'name:');
    await pressTryAgain(canvas, loaded);
    await canvas.findByRole('option', { name: /support question/ });
  },
};

/** Hundreds of values, and a text of hundreds of conditions. */
export const Huge: Story = {
  loaders: [async () => ({ store: await storeOf(manyTraces(3000)) })],
  render: (args, { loaded }) => (
    <Page
      {...args}
      store={loaded['store'] as Store}
      filters={{
        ...EVERYTHING,
        texts: { traces: Array.from({ length: 300 }, (_, index) => `-id:${index}`).join(' ') },
      }}
    />
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const input = canvas.getByRole('combobox');
    await userEvent.click(input);
    await userEvent.type(input, ' sessionId:');
    await canvas.findAllByRole('option', { name: /chat-/ });
  },
};

export const Narrow: Story = { parameters: { frame: { width: '360px' } } };

export const Dark: Story = {
  parameters: { frame: { theme: 'dark' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(canvas.getByRole('combobox'), 'level:ERROR nmae:x lat');
    await canvas.findByRole('option', { name: /latency/ });
  },
};

export const RightToLeft: Story = {
  parameters: { frame: { direction: 'rtl' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: /^Time range/ }));
    await canvas.findByText('Last hour');
  },
};
