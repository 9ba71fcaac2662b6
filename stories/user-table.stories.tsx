import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { OrielProvider, UserTable, zhCN } from '@oriel/react';
import type { UserTableProps } from '@oriel/react';
import { companyStore, profiles } from './company-traffic.ts';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

const meta = {
  title: 'Panels/User table',
  component: UserTable,
  args: { onSelect: fn() },
  loaders: [async () => ({ store: await companyStore() })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof UserTable>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: UserTableProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC" profiles={profiles}>
      <UserTable {...props} />
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

export const Loading: Story = whileLoading('listUsers', 'Loading users…');

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  play: says('No users yet'),
};

/** Only a filter is to blame. */
export const NoMatches: Story = {
  args: { filter: { field: 'id', op: '=', value: 'nobody' } },
  play: says('No user matches'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => companyStore(1),
  'listUsers',
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
      <UserTable {...args} />
    </OrielProvider>
  ),
};

const aliases = { 'anonymous-1': 'ada@example.com', 'anonymous-2': 'ada@example.com' };

/** What somebody did before they logged in is theirs: one row, with the sums of all of their ids. */
export const Aliases: Story = {
  loaders: [async () => ({ store: await storeOf(somebody()) })],
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} timeZone="UTC" aliases={aliases}>
      <UserTable {...args} />
    </OrielProvider>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('+2');
    const row = () => canvas.getByText('ada@example.com').closest('[role=row]')?.textContent;
    // Four traces, in two sessions: one of them began before the login.
    await waitFor(() => expect(row()).toMatch(/42$|42[^0-9]/));
  },
};

function somebody() {
  const turns = [
    ['anonymous-1', 'chat-1'],
    ['ada@example.com', 'chat-1'],
    ['anonymous-2', 'chat-2'],
    ['ada@example.com', 'chat-2'],
    ['eve@example.com', 'chat-3'],
  ] as const;
  return turns.map(([userId, sessionId], index) => {
    const at = Date.UTC(2025, 2, 7, index);
    return { kind: 'trace' as const, id: `t${index}`, at, timestamp: at, isRecord: true, userId, sessionId };
  });
}
