import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { CURATED_DASHBOARDS, referenceStore } from '@oriel/core';
import type { Dashboard, JsonValue, Metric, Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { CuratedDashboard, DashboardGrid, FilterProvider, OrielProvider, zhCN } from '@oriel/react';
import type { DashboardGridProps } from '@oriel/react';
import { afterOutage, says } from './played-states.ts';
import { pendingStore } from './sample-store.ts';

const UNTIL = Date.UTC(2026, 10, 23, 12);
const WEEK = { from: UNTIL - 7 * 86_400_000, to: UNTIL };

const COUNT: Metric = {
  kind: 'bars',
  view: 'traces',
  measures: [{ aggregate: 'count' }],
  dimensions: ['name'],
};
const COST: Metric = {
  kind: 'number',
  view: 'traces',
  measures: [{ aggregate: 'sum', field: 'totalCost' }],
  better: 'less',
};

const MINE: Dashboard = {
  format: 1,
  title: 'Support team',
  widgets: [
    {
      id: 'asked',
      title: 'Questions',
      place: { x: 0, y: 0, w: 6, h: 5 },
      metric: COUNT,
    },
    {
      id: 'cost',
      title: 'Cost',
      place: { x: 6, y: 0, w: 3, h: 5 },
      metric: COST,
    },
    {
      id: 'models',
      title: 'Models',
      place: { x: 0, y: 5, w: 9, h: 5 },
      metric: {
        kind: 'table',
        view: 'observations',
        measures: [{ aggregate: 'count' }, { aggregate: 'p95', field: 'latency' }],
        dimensions: ['model', 'environment'],
      },
    },
  ],
};

const meta = {
  title: 'Panels/Dashboard grid',
  component: DashboardGrid,
  args: { name: 'support', onFilter: fn() },
  loaders: [async () => ({ store: await team(MINE) })],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof DashboardGrid>;

export default meta;
type Story = StoryObj<typeof meta>;

async function team(dashboard?: Dashboard): Promise<Store> {
  const store = referenceStore();
  for (const batch of generateTraffic({ seed: 7, days: 7, tracesPerDay: 4, until: UNTIL })) {
    await store.traces.write(batch);
  }
  if (dashboard) {
    await store.documents?.write({
      kind: 'dashboard',
      name: 'support',
      body: dashboard as unknown as JsonValue,
    });
  }
  return store;
}

function Page({ store, ...props }: DashboardGridProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="Europe/Berlin">
      <FilterProvider defaultValue={{ time: WEEK, environments: null, texts: {} }}>
        <DashboardGrid {...props} />
      </FilterProvider>
    </OrielProvider>
  );
}

const stored = async (store: Store) =>
  (await store.documents?.read({ kind: 'dashboard', name: 'support' }))?.body as unknown as Dashboard;

/** Tiles are moved and resized with arrow keys alone; every change is the next version of the document. */
export const Default: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    const store = loaded['store'] as Store;
    const edit = await canvas.findByRole('button', { name: 'Edit' });
    edit.focus();
    await userEvent.keyboard('{Enter}');
    const handle = await canvas.findByRole('button', { name: 'Move or resize: Questions' });
    handle.focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(async () =>
      expect((await stored(store)).widgets.map(({ place }) => place.y)).toEqual([10, 0, 5]),
    );
    await expect(canvas.getByText('Questions: column 1, row 11, 6 wide, 5 high')).toBeInTheDocument();
    await canvas.findByText('Saved');
    await expect(handle).toHaveFocus();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(async () => expect((await stored(store)).widgets[0]?.place.w).toBe(7));
  },
};

/** A new chart is made with a form that shows what the store answers, and says what cannot be asked. */
export const AddChart: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    const store = loaded['store'] as Store;
    (await canvas.findByRole('button', { name: 'Edit' })).click();
    (await canvas.findByRole('button', { name: 'Add chart' })).click();
    const editor = within(await canvas.findByRole('dialog', { name: 'Chart' }));
    await userEvent.type(editor.getByLabelText('Title'), 'Slow answers');
    await userEvent.selectOptions(editor.getByLabelText('Drawn as'), 'horizontal-bars');
    await userEvent.selectOptions(editor.getByLabelText('Measure'), 'p95');
    await userEvent.type(editor.getByLabelText('Group by'), 'nowhere');
    await editor.findByText(/nowhere/);
    await expect(editor.getByRole('button', { name: 'Apply' })).toBeDisabled();
    await userEvent.clear(editor.getByLabelText('Group by'));
    await userEvent.type(editor.getByLabelText('Group by'), 'name');
    await editor.findByRole('slider', { name: 'Slow answers' });
    await userEvent.click(editor.getByRole('button', { name: 'Apply' }));
    await waitFor(async () =>
      expect((await stored(store)).widgets.at(-1)).toMatchObject({
        title: 'Slow answers',
        place: { x: 0, y: 10 },
        metric: {
          kind: 'horizontal-bars',
          measures: [{ aggregate: 'p95', field: 'latency' }],
          dimensions: ['name'],
        },
      }),
    );
  },
};

/** One of ours, to look at and to clone. */
export const Curated: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} timeZone="Europe/Berlin">
      <FilterProvider defaultValue={{ time: WEEK, environments: null, texts: {} }}>
        <CuratedDashboard dashboard="cost" onClone={clone} onFilter={args.onFilter} />
      </FilterProvider>
    </OrielProvider>
  ),
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole('button', { name: 'Clone' });
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(clone).toHaveBeenLastCalledWith({ ...CURATED_DASHBOARDS.cost, title: 'Copy of Cost' });
  },
};
const clone = fn();

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await team(MINE), 'read') })],
  play: says('Loading dashboard…'),
};

export const Empty: Story = {
  loaders: [async () => ({ store: await team({ ...MINE, widgets: [] }) })],
  play: says('No charts yet'),
};

export const Unknown: Story = {
  loaders: [async () => ({ store: await team() })],
  play: says('Dashboard not found'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => team(MINE),
  'read',
  (canvas) => canvas.findAllByRole('slider'),
);

/** Forty charts. */
export const Huge: Story = {
  loaders: [
    async () => ({
      store: await team({
        ...MINE,
        widgets: Array.from({ length: 40 }, (_, index) => ({
          id: `chart-${index}`,
          title: `Chart ${index + 1}`,
          metric: index % 2 === 0 ? COUNT : COST,
          place: { x: (index % 4) * 3, y: Math.floor(index / 4) * 4, w: 3, h: 4 },
        })),
      }),
    }),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getAllByRole('slider').length).toBe(20));
  },
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <CuratedDashboard dashboard="latency" onFilter={args.onFilter} />
    </OrielProvider>
  ),
};
