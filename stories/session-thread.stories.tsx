import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import type { Patch, Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider, SessionThread, zhCN } from '@oriel/react';
import type { SessionThreadProps } from '@oriel/react';
import { SESSION_ID, bookshopSession, longSession } from './bookshop-session.ts';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { storeOf } from './sample-store.ts';

const meta = {
  title: 'Panels/Session thread',
  component: SessionThread,
  args: { sessionId: SESSION_ID, onSelect: fn(), onOpenTrace: fn() },
  loaders: [async () => ({ store: await storeOf(bookshopSession) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof SessionThread>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: SessionThreadProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <SessionThread {...props} />
    </OrielProvider>
  );
}

/** Page Down goes from turn to turn, the tools unfold, and a step leads to its node. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/due tomorrow, Saturday/);
    // What the second request sent along of the first is not said again.
    await canvas.findByText(/A Wizard of Earthsea/);
    await expect(canvas.getAllByText(/Where is my order 4711/)).toHaveLength(2);

    const [first] = canvas.getAllByRole('article');
    first?.focus();
    await userEvent.keyboard('{PageDown}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('turn-2');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '2'));
    await userEvent.keyboard('{PageUp}');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '1'));

    const tools = canvas.getByRole('button', { name: /Used 2 tools/ });
    tools.focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(/in transit/);
    await userEvent.keyboard('{Enter}');

    const [steps] = canvas.getAllByRole('button', { name: '5 steps' });
    steps?.focus();
    await userEvent.keyboard('{Enter}');
    const step = await canvas.findByRole('button', { name: /^track_parcel/ });
    step.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onOpenTrace).toHaveBeenLastCalledWith('turn-1', 'turn-1-tool-1');
    steps?.focus();
    await userEvent.keyboard('{Enter}');
  },
};

/** The end: feedback, a failure, a new release, and a turn without chat. */
export const Complaint: Story = {
  args: { defaultSelectedId: 'turn-5' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/three days ago!/);
    await canvas.findByText(/"?delivery/);
  },
};

/** What is searched for is found in payloads, listed, and gone through by Enter. */
export const Searched: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const search = await canvas.findByRole('searchbox');
    await userEvent.type(search, 'piranesi');
    await waitFor(() => expect(canvas.getAllByRole('option')).toHaveLength(3));
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('turn-2');
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('turn-3');
    await canvas.findByText('2 of 3');
  },
};

/** Turns of agents and graphs that answer in data of their own. */
export const WithoutChat: Story = {
  args: { sessionId: 'data' },
  loaders: [async () => ({ store: await storeOf(dataSession()) })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByText(/temperature/);
  },
};

function dataSession(): Patch[] {
  return Array.from({ length: 4 }, (_, index) => {
    const at = Date.UTC(2025, 2, 7, 14, index * 2);
    return {
      kind: 'trace' as const,
      id: `data-${index}`,
      at,
      isRecord: true,
      timestamp: at,
      name: index % 2 === 0 ? 'read-sensors' : null,
      sessionId: 'data',
      ...(index === 3 ? {} : { input: { room: index + 1 }, output: { temperature: 20 + index, unit: 'C' } }),
    };
  });
}

/** A conversation of a generated company, in Chinese. */
export const Chinese: Story = {
  args: { sessionId: 'conv-2568b203cd34' },
  loaders: [
    async () => {
      const patches = [...generateTraffic({ seed: 5, days: 2, tracesPerDay: 80 })].flat();
      return { store: await storeOf(patches) };
    },
  ],
  render: (args, { loaded }) => {
    const store = loaded['store'] as Store;
    return (
      <OrielProvider store={store} messages={zhCN} timeZone="Asia/Shanghai">
        <SessionThread {...args} />
      </OrielProvider>
    );
  },
};

export const Loading: Story = whileLoading('listTraces', 'Loading conversation…');

/** The store has no trace of this session. */
export const Empty: Story = {
  args: { sessionId: 'chat-4712' },
  play: says('Session not found'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(bookshopSession),
  'listTraces',
  (canvas) => canvas.findByRole('feed'),
);

/** What was said cannot be read; the conversation stands, and asks again. */
export const PayloadsFail: Story = afterOutage(
  () => storeOf(bookshopSession),
  'readPayloads',
  (canvas) => canvas.findByText(/due tomorrow, Saturday/),
);

/** 5,000 turns: a few are in the page, and the end is one key away. */
export const Huge: Story = {
  loaders: [async () => ({ store: await storeOf(longSession(5000)) })],
  play: async ({ canvasElement, args }) => {
    const first = () =>
      canvasElement.querySelector<HTMLElement>('[aria-posinset="1"] .oriel-session-thread-said');
    await waitFor(() => expect(first()).toBeVisible());
    const size = () => canvasElement.querySelector('article')?.getAttribute('aria-setsize');
    await waitFor(() => expect(size()).toBe('5000'));
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1500);
    canvasElement.querySelector('article')?.focus();
    await userEvent.keyboard('{End}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('long-04999');
    await waitFor(() => expect(document.activeElement).toHaveAttribute('aria-posinset', '5000'));
  },
};

export const Narrow: Story = { parameters: { frame: { width: '360px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };
