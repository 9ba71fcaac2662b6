import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { addComment, referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { Comments, CommentsView, OrielProvider, zhCN } from '@oriel/react';
import type { CommentsProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';

const ada = { id: 'ada', name: 'Ada Okafor' };
const bob = { id: 'bob', name: 'Bob Lind' };
const thing = { traceId: 'order-4711' };
const texts = [
  'The order number in the answer is **not** the one that was asked for: `4711`, not `4117`.',
  'Looks like the retriever gave it two documents:\n\n1. order 4117\n2. order 4711\n\nThe second is right.',
  'Fixed in release 2.4.1 – see [the change](https://example.com/changes/2041).',
];

async function commented(count: number) {
  const store = referenceStore();
  for (let index = 0; index < count; index += 1) {
    await addComment(store.documents, thing, {
      id: `comment-${index}`,
      author: index % 2 === 0 ? ada : bob,
      text: texts[index % texts.length] ?? '',
      createdAt: Date.UTC(2026, 4, 4, 9) + index * 1_260_000,
    });
  }
  return store;
}

const meta = {
  title: 'Panels/Comments',
  component: Comments,
  args: { ...thing, author: ada },
  loaders: [async () => ({ store: await commented(3) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof Comments>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: CommentsProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <Comments {...props} />
    </OrielProvider>
  );
}

/** Ctrl+Enter sends; who wrote a comment can delete it. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = await canvas.findByRole('textbox', { name: 'Write a comment' });
    field.focus();
    await userEvent.keyboard('Thank you, _both_.{Control>}{Enter}{/Control}');
    await canvas.findByText('both');
    const [, , last] = canvas.getAllByRole('button', { name: /^Delete/ });
    last?.focus();
    await userEvent.keyboard('{Enter}{Enter}');
    await waitFor(() => expect(canvas.queryByText('both')).toBeNull());
  },
};

export const ReadOnly: Story = { args: { author: null } };

export const Loading: Story = whileLoading('read', 'Loading comments…');

export const Empty: Story = {
  loaders: [async () => ({ store: referenceStore() })],
  play: says('No comments yet'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => commented(2),
  'read',
  (canvas) => canvas.findAllByText('Ada Okafor'),
);

/** Comments you hold, kept wherever you like. */
export const Huge: Story = {
  render: () => (
    <CommentsView
      comments={Array.from({ length: 300 }, (_, index) => ({
        id: `comment-${index}`,
        author: index % 2 === 0 ? ada : bob,
        text: texts[index % texts.length] ?? '',
        createdAt: Date.UTC(2026, 4, 4) + index * 60_000,
      }))}
      author={ada}
      onAdd={fn(async () => {})}
    />
  ),
};

export const Narrow: Story = { parameters: { frame: { width: '280px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <Comments {...args} />
    </OrielProvider>
  ),
};
