import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { OrielProvider, SessionTable, zhCN } from '@oriel/react';
import type { SessionTableProps } from '@oriel/react';
import { companyStore, profiles } from './company-traffic.ts';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

const meta = {
  title: 'Panels/Session table',
  component: SessionTable,
  args: { onSelect: fn() },
  loaders: [async () => ({ store: await companyStore() })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof SessionTable>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: SessionTableProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC" profiles={profiles}>
      <SessionTable {...props} />
    </OrielProvider>
  );
}

/** Arrow keys walk, Enter opens. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const grid = await within(canvasElement).findByRole('grid');
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect(args.onSelect).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(canvasElement.querySelector('.oriel-group-score')).not.toBeNull());
  },
};

/** Ordered by cost, the dearest first. */
export const ByCost: Story = {
  args: { defaultState: { sort: { field: 'totalCost', direction: 'desc' } } },
};

export const Loading: Story = whileLoading('listSessions', 'Loading sessions…');

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('No sessions yet'),
};

/** Only a filter is to blame. */
export const NoMatches: Story = {
  args: { filter: { field: 'id', op: '=', value: 'nobody' } },
  play: says('No session matches'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => companyStore(1),
  'listSessions',
  (canvas) => canvas.findByRole('grid'),
);

/** More rows than are ever mounted: the rest comes as it is scrolled to. */
export const Huge: Story = {
  args: { pageSize: 50 },
  loaders: [async () => ({ store: await storeOf(many()) })],
  play: async ({ canvasElement }) => {
    const grid = await within(canvasElement).findByRole('grid');
    await waitFor(() => expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(2000));
    await expect(grid.querySelectorAll('[role=row]').length).toBeLessThan(80);
  },
};

function many() {
  return Array.from({ length: 3000 }, (_, index) => {
    const at = Date.UTC(2025, 2, 7) + index * 60_000;
    return {
      kind: 'trace' as const,
      id: `trace-${index}`,
      at,
      timestamp: at,
      isRecord: true,
      userId: `user-${(index * 7919) % 2500}`,
      sessionId: `chat-${(index * 7919) % 2500}`,
    };
  });
}

export const Narrow: Story = { parameters: { frame: { width: '360px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider
      store={loaded['store'] as Store}
      messages={zhCN}
      timeZone="Asia/Shanghai"
      profiles={profiles}
    >
      <SessionTable {...args} />
    </OrielProvider>
  ),
};
