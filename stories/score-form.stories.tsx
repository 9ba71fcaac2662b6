import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { OrielProvider, ScoreForm } from '@oriel/react';
import type { ScoreFormProps } from '@oriel/react';
import { afterOutage } from './played-states.ts';
import { pendingStore, readOnlyStore, storeOf } from './sample-store.ts';

const CONFIGS = [
  { name: 'correct', dataType: 'BOOLEAN', description: 'Is everything it says true?' },
  { name: 'helpfulness', dataType: 'NUMERIC', minValue: 1, maxValue: 5 },
  { name: 'tone', dataType: 'CATEGORICAL', categories: ['warm', 'neutral', 'cold'] },
  { name: 'better answer', dataType: 'TEXT' },
];

async function storeWithConfigs(): Promise<Store> {
  const store = await storeOf([]);
  for (const body of CONFIGS) await store.documents?.write({ kind: 'score-config', name: body.name, body });
  return store;
}

const meta = {
  title: 'Panels/Score form',
  component: ScoreForm,
  args: { traceId: 'order-4711', author: 'ada' },
  loaders: [async () => ({ store: await storeWithConfigs() })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ScoreForm>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: ScoreFormProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <ScoreForm {...props} />
    </OrielProvider>
  );
}

/** Tab from field to field, arrow keys in choices, Ctrl+Enter saves. */
export const Default: Story = {
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement);
    (await canvas.findByRole('radio', { name: 'Yes' })).focus();
    await userEvent.keyboard(' {Tab}{Tab}4{Control>}{Enter}{/Control}');
    await canvas.findByText('Saved.');
    const store = loaded['store'] as Store;
    await waitFor(async () => {
      const { items } = await store.traces.listScores({ order: { field: 'name', direction: 'asc' } });
      await expect(items).toMatchObject([
        { name: 'correct', value: 1, source: 'ANNOTATION' },
        { name: 'helpfulness', value: 4 },
      ]);
    });
  },
};

/** What breaks its rules is named beside its field. */
export const BreaksTheRules: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.type(await canvas.findByRole('spinbutton', { name: 'helpfulness' }), '7');
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }));
    await canvas.findByText('The largest value is 5.');
  },
};

export const NothingToScore: Story = { loaders: [async () => ({ store: await storeOf([]) })] };

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeWithConfigs(), 'listScores') })],
};

export const ErrorWithRetry: Story = afterOutage(
  () => storeWithConfigs(),
  'listScores',
  (canvas) => canvas.findByRole('radio', { name: 'Yes' }),
);

export const ReadOnly: Story = {
  loaders: [async () => ({ store: readOnlyStore(await storeWithConfigs()) })],
};

export const Narrow: Story = { parameters: { frame: { width: '240px' } } };
export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };
export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };
