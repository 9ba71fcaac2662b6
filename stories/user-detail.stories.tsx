import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { OrielProvider, UserDetail, zhCN } from '@oriel/react';
import type { UserDetailProps } from '@oriel/react';
import { companyStore, profiles } from './company-traffic.ts';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

/** Who asks most. */
const USER = 'zoe.papadakis.100@fjord-outdoor.example';

const meta = {
  title: 'Panels/User detail',
  component: UserDetail,
  args: { userId: USER, onOpenSession: fn(), onOpenTrace: fn() },
  loaders: [async () => ({ store: await companyStore(6, 40) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof UserDetail>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: UserDetailProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC" profiles={profiles}>
      <UserDetail {...props} />
    </OrielProvider>
  );
}

/** Arrow keys go from tab to tab; Enter in a table opens a session. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const grid = await canvas.findByRole('grid', { name: 'Sessions' });
    grid.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(args.onOpenSession).toHaveBeenCalledTimes(1);
    canvas.getByRole('tab', { name: 'Sessions' }).focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await canvas.findByRole('grid', { name: 'Scores' });
  },
};

/** Somebody else before the login: one user, with the sums of both. */
export const Aliases: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} timeZone="UTC" aliases={{ [USER]: 'zoe' }}>
      <UserDetail {...args} />
    </OrielProvider>
  ),
  play: says(/Also seen as/),
};

export const Loading: Story = whileLoading('listUsers', 'Loading user…');

export const Empty: Story = {
  args: { userId: 'nobody' },
  play: says('Nothing of this user'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => companyStore(2, 40),
  'listUsers',
  (canvas) => canvas.findByRole('tablist'),
);

/** Thousands of sessions of one user: a screenful is in the page. */
export const Huge: Story = {
  args: { userId: 'ada' },
  loaders: [
    async () => ({
      store: await storeOf(
        Array.from({ length: 4000 }, (_, index) => {
          const at = Date.UTC(2025, 2, 7) + index * 600_000;
          const ids = { id: `trace-${index}`, userId: 'ada', sessionId: `chat-${index}` };
          return { kind: 'trace' as const, at, timestamp: at, isRecord: true, ...ids };
        }),
      ),
    }),
  ],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findAllByText('4,000');
    await waitFor(() => expect(canvasElement.querySelectorAll('*').length).toBeLessThan(2000));
  },
};

export const Narrow: Story = { parameters: { frame: { width: '360px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <UserDetail {...args} />
    </OrielProvider>
  ),
};
