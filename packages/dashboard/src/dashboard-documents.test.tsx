import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { ReferenceStore } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';
import '@oriel/react/styles.css';
import { OrielDashboard } from './dashboard.tsx';
import { memoryHistory } from './navigation/memory-history.ts';
import './styles/styles.css';
import { withoutAct } from './testing/without-act.ts';

const ALL = { time: { preset: 'all' }, environments: null, texts: {} } as const;
const ADA = { id: 'ada', name: 'Ada' };

let store: ReferenceStore;

withoutAct();
beforeEach(async () => {
  await page.viewport(1280, 800);
  store = referenceStore();
  await store.traces.write(drawTrace('agent |=====\n  llm |==', { traceId: 'order-4711' }));
});
afterEach(cleanup);

function open(address: string) {
  const history = memoryHistory(address);
  render(
    <div style={{ blockSize: 700 }}>
      <OrielDashboard store={store} history={history} defaultFilters={ALL} author={ADA} timeZone="UTC" />
    </div>,
  );
  return history;
}

it('shows a view that somebody chose in the address, and the list of it from there', async () => {
  const history = open('/traces');
  await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Errors only' }));
  await waitFor(() => expect(history.read()).toBe('/traces?filter.traces=level%3AERROR'));
  cleanup();

  open(history.read());
  const input = await screen.findByRole<HTMLInputElement>('combobox', { name: /Filter/ });
  expect(input.value).toBe('level:ERROR');
  await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
  const shown = await screen.findByRole('button', { name: 'Errors only' });
  expect(shown.getAttribute('aria-pressed')).toBe('true');
});

it('keeps a view of what is filtered under a name', async () => {
  open('/traces?filter.traces=name%3Aagent');
  await userEvent.click(await screen.findByRole('button', { name: 'Views' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Save view…' }));
  await userEvent.type(await screen.findByRole('textbox', { name: 'Name' }), 'Agents');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));

  await screen.findByRole('button', { name: 'Agents' });
  const saved = await store.documents.read({ kind: 'saved-view', name: 'Agents' });
  expect(saved?.body).toMatchObject({ view: 'traces', text: 'name:agent' });
});

it('judges what is picked of a trace, and keeps what people say of it', async () => {
  const body = { name: 'helpful', dataType: 'BOOLEAN' };
  await store.documents.write({ kind: 'score-config', name: 'helpful', body });
  const history = open('/traces/order-4711');

  await userEvent.click(await screen.findByRole('tab', { name: 'Score' }));
  const form = await screen.findByRole('region', { name: 'Scores to give' });
  await userEvent.click(within(form).getByRole('radio', { name: 'Yes' }));
  await userEvent.click(within(form).getByRole('button', { name: 'Save' }));
  await waitFor(async () => {
    const { items } = await store.traces.listScores({});
    expect(items).toMatchObject([{ traceId: 'order-4711', observationId: null, name: 'helpful', value: 1 }]);
  });

  await userEvent.click(screen.getByRole('tab', { name: 'Comments' }));
  await waitFor(() => expect(history.read()).toContain('comments'));
  await userEvent.type(await screen.findByRole('textbox', { name: /comment/i }), 'Why twice?');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Why twice?', { selector: 'p' })).toBeTruthy();
});
