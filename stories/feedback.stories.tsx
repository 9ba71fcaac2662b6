import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { Feedback, FeedbackView, OrielProvider, zhCN } from '@oriel/react';
import type { FeedbackProps } from '@oriel/react';
import { readOnlyStore, storeOf } from './sample-store.ts';

const meta = {
  title: 'Panels/Feedback',
  component: Feedback,
  args: { traceId: 'order-4711' },
  loaders: [async () => ({ store: await storeOf([]) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof Feedback>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: FeedbackProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <Feedback {...props} />
    </OrielProvider>
  );
}

/** A rating is sent as it is given; a comment joins it. Space and the arrow keys choose. */
export const Default: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    await userEvent.tab();
    await userEvent.keyboard(' ');
    await canvas.findByText('Thank you.');
    await userEvent.tab();
    await userEvent.keyboard('It found my parcel');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const store = loaded['store'] as Store;
    await waitFor(async () =>
      expect((await store.traces.listScores()).items).toMatchObject([
        { name: 'user-feedback', value: 1, comment: 'It found my parcel' },
      ]),
    );
  },
};

export const Stars: Story = {
  args: { kind: 'stars', question: 'How good was the answer?' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: '4 of 5 stars' }));
    await canvas.findByText('Thank you.');
  },
};

/** The rating stays, and one button tries again. */
export const CannotBeSent: Story = {
  loaders: [async () => ({ store: readOnlyStore(await storeOf([])) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'No, it was not helpful' }));
    await canvas.findByText('Your feedback could not be sent.');
  },
};

/** The score goes wherever the host takes it. */
export const WithoutAStore: Story = {
  render: () => <FeedbackView traceId="order-4711" onSend={() => new Promise(() => {})} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('radio', { name: 'Yes, it was helpful' }));
    await canvas.findByText('Sending …');
  },
};

export const Narrow: Story = { args: { kind: 'stars' }, parameters: { frame: { width: '220px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { args: { kind: 'stars' }, parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN}>
      <Feedback {...args} />
    </OrielProvider>
  ),
};
