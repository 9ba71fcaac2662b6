import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import type { Patch, ScoreKey, Store } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider, ScoreAnalytics, zhCN } from '@oriel/react';
import type { ScoreAnalyticsProps } from '@oriel/react';
import { afterOutage, says } from './played-states.ts';
import { pendingStore, storeOf } from './sample-store.ts';

/** A person and a model judge the same answers by number and by word; now and then they differ. */
function twoJudges(count: number): Patch[] {
  const words = ['good', 'fair', 'poor'];
  return Array.from({ length: count }, (_, index): Patch[] => {
    const quality = ((index * 7919) % 101) / 20;
    const off = ((index * 104_729) % 11) / 10 - 0.5;
    const score = (source: 'EVAL' | 'ANNOTATION', rest: object): Patch => ({
      kind: 'score',
      id: `${source}-${index}-${JSON.stringify(rest)}`,
      at: index,
      timestamp: Date.UTC(2026, 4, 1) + index * 3_600_000,
      traceId: `trace-${index}`,
      source,
      ...rest,
    });
    const said = (value: number) => words[Math.min(2, Math.floor((5 - value) / 1.8))] ?? 'good';
    const seen = Math.min(5, Math.max(0, quality + off));
    return [
      score('EVAL', { name: 'quality', value: quality, dataType: 'NUMERIC' }),
      score('EVAL', { name: 'verdict', value: said(quality), dataType: 'CATEGORICAL' }),
      ...(index % 4 === 0
        ? []
        : [
            score('ANNOTATION', { name: 'quality', value: seen, dataType: 'NUMERIC' }),
            score('ANNOTATION', { name: 'verdict', value: said(seen), dataType: 'CATEGORICAL' }),
          ]),
    ];
  }).flat();
}

const key = (name: string, source: ScoreKey['source'], dataType: ScoreKey['dataType']) => ({
  name,
  source,
  dataType,
});
const twoNumbers = {
  first: key('quality', 'EVAL', 'NUMERIC'),
  second: key('quality', 'ANNOTATION', 'NUMERIC'),
  scope: 'all',
} as const;

const meta = {
  title: 'Panels/Score analytics',
  component: ScoreAnalytics,
  args: { defaultChoice: twoNumbers },
  loaders: [async () => ({ store: await storeOf(twoJudges(240)) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ScoreAnalytics>;

export default meta;
type Story = StoryObj<typeof meta>;

function Panel({ store, ...props }: ScoreAnalyticsProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <ScoreAnalytics {...props} />
    </OrielProvider>
  );
}

/** Tab from choice to choice; arrow keys choose all scores or the matched ones. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('Pearson’s r');
    const all = canvas.getByRole('radio', { name: 'All (240 and 180)' });
    all.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expect(canvas.getByRole('radio', { name: 'Matched (180)' })).toBeChecked();
  },
};

/** Two judges of words: a confusion matrix. */
export const Words: Story = {
  args: {
    defaultChoice: {
      first: key('verdict', 'EVAL', 'CATEGORICAL'),
      second: key('verdict', 'ANNOTATION', 'CATEGORICAL'),
      scope: 'all',
    },
  },
  play: says('Cohen’s κ'),
};

/** The thumbs of a company's users, alone. */
export const OneScore: Story = {
  args: { defaultChoice: { first: key('user-feedback', 'API', 'BOOLEAN'), second: null, scope: 'all' } },
  loaders: [
    async () => ({ store: await storeOf([...generateTraffic({ days: 14, tracesPerDay: 40 })].flat()) }),
  ],
};

export const Loading: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf([]), 'aggregate') })],
  args: { defaultChoice: undefined },
  play: says('Loading scores…'),
};

export const Empty: Story = {
  loaders: [async () => ({ store: await storeOf([]) })],
  args: { defaultChoice: undefined },
  play: says('No scores to analyse'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(twoJudges(20)),
  'listScores',
  (canvas) => canvas.findByText('Pearson’s r'),
);

/** More scores than are read: a sample, which says so. */
export const Huge: Story = {
  args: { limit: 1000 },
  loaders: [async () => ({ store: await storeOf(twoJudges(1500)) })],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('note');
  },
};

export const Narrow: Story = { parameters: { frame: { width: '390px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <ScoreAnalytics {...args} />
    </OrielProvider>
  ),
};
