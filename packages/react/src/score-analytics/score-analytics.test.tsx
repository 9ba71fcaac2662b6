import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { ScoreAnalytics } from './score-analytics.tsx';
import type { ScoreAnalyticsProps } from './score-analytics.tsx';
import type { ScoreChoice } from './use-score-analytics.ts';

const judged = (id: string, index: number, rest: object): Patch => ({
  kind: 'score',
  id,
  at: 1,
  timestamp: Date.UTC(2026, 4, 1 + index),
  traceId: `trace-${index}`,
  name: 'quality',
  dataType: 'NUMERIC',
  ...rest,
});

// A model judges four traces, a person three of them.
const patches: Patch[] = [
  ...[1, 2, 3, 4].map((value, index) => judged(`eval-${index}`, index, { value, source: 'EVAL' })),
  ...[2, 4, 6].map((value, index) => judged(`person-${index}`, index, { value, source: 'ANNOTATION' })),
  judged('tone', 0, { name: 'tone', value: 'kind', dataType: 'CATEGORICAL', source: 'API' }),
];

describePanel('ScoreAnalytics', {
  draw: (props) => <ScoreAnalytics {...props} />,
  patches,
  read: 'listScores',
  ready: /Standard deviation/,
  empty: /No scores to analyse/,
  focusable: () => document.querySelector('select'),
});

describe('an analysis of scores', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  const show = (props: ScoreAnalyticsProps = {}) =>
    render(
      <div style={{ blockSize: 900, inlineSize: 1200 }}>
        <OrielProvider store={store} timeZone="UTC">
          <ScoreAnalytics {...props} />
        </OrielProvider>
      </div>,
    );

  const fact = (label: string, within_: HTMLElement = document.body) =>
    within(within_).getByText(label).nextElementSibling?.firstElementChild?.textContent;

  it('begins with the most frequent score', async () => {
    show();
    const side = await screen.findByRole('region', { name: 'quality · Evaluation' });
    expect(fact('Scores', side)).toBe('4');
    expect(fact('Mean', side)).toBe('2.5');
    expect(fact('Standard deviation', side)).toBe('1.118');
    expect(screen.queryByText('Agreement')).toBeNull();
  });

  it('compares with another score of its type, of all or of what both judge', async () => {
    const onChoice = vi.fn<(choice: ScoreChoice) => void>();
    show({ onChoice });
    const second = await screen.findByRole('combobox', { name: 'Compare with' });
    expect([...second.children].map(({ textContent }) => textContent)).toEqual([
      'Nothing',
      'quality · Annotation (3)',
    ]);
    await userEvent.selectOptions(second, 'quality · Annotation (3)');
    const agreement = await screen.findByRole('region', { name: 'Agreement' });
    expect(fact('Judged by both', agreement)).toBe('3');
    expect(fact('Pearson’s r', agreement)).toBe('1');
    expect(fact('Mean absolute error', agreement)).toBe('2');
    await within(agreement).findByText('1 only by the first, 0 only by the second');

    await userEvent.click(screen.getByRole('radio', { name: 'Matched (3)' }));
    const side = screen.getByRole('region', { name: 'quality · Evaluation' });
    await waitFor(() => expect(fact('Mean', side)).toBe('2'));
    expect(onChoice.mock.lastCall?.[0]).toMatchObject({
      second: { name: 'quality', source: 'ANNOTATION', dataType: 'NUMERIC' },
      scope: 'matched',
    });
  });

  it('says so when it looks at a sample', async () => {
    show({ limit: 2 });
    expect((await screen.findByRole('note')).textContent).toMatch(/There are 4 scores.*50%/);
  });

  it('follows scores that arrive', async () => {
    show();
    const side = await screen.findByRole('region', { name: 'quality · Evaluation' });
    await store.traces.write([judged('eval-9', 9, { value: 10, source: 'EVAL' })]);
    await waitFor(() => expect(fact('Mean', side)).toBe('4'), { timeout: 4000 });
  });
});
