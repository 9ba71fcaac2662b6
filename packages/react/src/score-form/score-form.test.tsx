import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { ScoreForm } from './score-form.tsx';

withoutAct();
afterEach(cleanup);

const CONFIGS = [
  { name: 'correct', dataType: 'BOOLEAN', description: 'Is what it says true?' },
  { name: 'stars', dataType: 'NUMERIC', minValue: 1, maxValue: 5 },
  { name: 'old', dataType: 'TEXT', isArchived: true },
];

async function show(change: (store: Store) => Store = (store) => store): Promise<Store> {
  const store = change(referenceStore());
  for (const body of CONFIGS) await store.documents?.write({ kind: 'score-config', name: body.name, body });
  render(
    <OrielProvider store={store}>
      <ScoreForm traceId="t" author="ada" />
    </OrielProvider>,
  );
  return store;
}

it('judges a trace by keyboard alone, and begins with that the next time', async () => {
  const store = await show();
  (await screen.findByRole('radio', { name: 'Yes' })).focus();
  await userEvent.keyboard('{ArrowDown}{Tab}It is from 1999{Tab}4{Control>}{Enter}{/Control}');

  expect(await screen.findByText('Saved.')).toBeTruthy();
  const { items } = await store.traces.listScores({ order: { field: 'name', direction: 'asc' } });
  expect(items).toMatchObject([
    { name: 'correct', value: 0, comment: 'It is from 1999', source: 'ANNOTATION', dataType: 'BOOLEAN' },
    { name: 'stars', value: 4, comment: null },
  ]);
  cleanup();

  render(
    <OrielProvider store={store}>
      <ScoreForm traceId="t" author="ada" />
    </OrielProvider>,
  );
  expect(await screen.findByRole('radio', { name: 'No' })).toHaveProperty('checked', true);
  expect(screen.getByRole('spinbutton', { name: 'stars' })).toHaveProperty('value', '4');
});

it('names what breaks the rules beside its field, and keeps the rest', async () => {
  const store = await show();
  await userEvent.type(await screen.findByRole('spinbutton', { name: 'stars' }), '9');
  await userEvent.click(screen.getByRole('radio', { name: 'Yes' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  expect((await screen.findByRole('alert')).textContent).toBe('The largest value is 5.');
  await waitFor(async () =>
    expect((await store.traces.listScores()).items).toMatchObject([{ name: 'correct' }]),
  );
});

it('offers no config that is archived', async () => {
  await show();
  await screen.findByRole('spinbutton', { name: 'stars' });
  expect(screen.queryByText('old')).toBeNull();
});

it('takes judgements where scores may be written and nothing else', async () => {
  const onlyScores = { writable: false, writesScores: true };
  const store = await show(({ traces, ...rest }) => ({
    ...rest,
    traces: { ...traces, capabilities: { ...traces.capabilities, ...onlyScores } },
  }));
  await userEvent.click(await screen.findByRole('radio', { name: 'Yes' }));
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved.')).toBeTruthy();
  expect((await store.traces.listScores()).items).toMatchObject([{ name: 'correct', value: 1 }]);
});
