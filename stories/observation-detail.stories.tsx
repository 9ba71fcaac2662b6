import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { Patch, Store } from '@oriel/core';
import { ObservationDetail, OrielProvider } from '@oriel/react';
import type { ObservationDetailProps } from '@oriel/react';
import { failingStore, pendingStore, storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Observation detail',
  component: ObservationDetail,
  args: { traceId: TRACE_ID, observationId: 'plan' },
  loaders: [async () => ({ store: await storeOf(supportAgent) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ObservationDetail>;

export default meta;
type Story = StoryObj<typeof meta>;

const navigation = {
  userHref: (userId: string) => `#user=${userId}`,
  sessionHref: (sessionId: string) => `#session=${sessionId}`,
  promptHref: (name: string, version: number) => `#prompt=${name}@${version}`,
};

function Panel({ store, ...props }: ObservationDetailProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC" navigation={navigation}>
      <ObservationDetail {...props} />
    </OrielProvider>
  );
}

/** A model call: the conversation, the tool it asked for, and what it cost. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/bookshop/);
    await expect(canvas.getByText('support-plan · v12')).toHaveAttribute('href', '#prompt=support-plan@12');

    const [raw] = canvas.getAllByRole('button', { name: 'JSON' });
    raw?.focus();
    await userEvent.keyboard('{Enter}');
    const fold = (await canvas.findAllByRole('button', { expanded: true }))[0];
    fold?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Enter}');
    await userEvent.click(canvas.getAllByRole('button', { name: 'Formatted' })[0] as HTMLElement);
  },
};

/** Nothing is selected: the trace itself. */
export const Trace: Story = {
  args: { observationId: null },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('ada@example.com');
    await canvas.findByText('Gave the date and thought ahead.');
  },
};

export const Failure: Story = { args: { observationId: 'track-1' } };

export const Running: Story = { args: { observationId: 'follow-up' } };

export const Outline: Story = { args: { observationId: 'track-2' } };

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf([]), 'readTrace') })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Loading trace…');
  },
};

/** The structure is there; input and output are on their way. */
export const LoadingPayload: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf(supportAgent), 'readPayloads') })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Loading input and output…');
  },
};

/** An observation that the trace does not have. */
export const Empty: Story = {
  args: { observationId: 'gone' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Observation not found');
  },
};

/** Nothing was captured of this step. */
export const NothingCaptured: Story = {
  args: { observationId: 'cache' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByText('Nothing was captured here.')).toHaveLength(2);
  },
};

/** The payload cannot be read; after "Try again" it can. */
export const ErrorWithRetry: Story = {
  loaders: [async () => ({ store: failingStore(await storeOf(supportAgent), 4, 'readPayloads') })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const retry = await canvas.findByRole('button', { name: 'Try again' }, { timeout: 10_000 });
    retry.focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText(/bookshop/);
  },
};

/** Five million characters in, a list of 100,000 out. */
const hugePayload: Patch = {
  kind: 'observation',
  at: Date.UTC(2025, 2, 7),
  traceId: 'huge',
  id: 'huge',
  type: 'TOOL',
  name: 'export everything',
  input: 'All work and no play makes a dull trace. '.repeat(122_000),
  output: Array.from({ length: 100_000 }, (_, index) => ({
    row: index,
    title: `Book ${index}`,
    inStock: index % 3 === 0,
  })),
};

export const Huge: Story = {
  args: { traceId: 'huge', observationId: 'huge' },
  loaders: [async () => ({ store: await storeOf([hugePayload]) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [more] = await canvas.findAllByRole('button', { name: /Show more/ }, { timeout: 20_000 });
    more?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(3000);
    await expect(canvasElement.textContent.length).toBeLessThan(100_000);
  },
};

export const Narrow: Story = { parameters: { frame: { width: '340px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };
