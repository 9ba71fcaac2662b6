import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';
import '@oriel/react/styles.css';
import { OrielDashboard } from './dashboard.tsx';
import { zhCN } from './messages/zh-cn.ts';
import { memoryHistory } from './navigation/memory-history.ts';
import './styles/styles.css';
import { withoutAct } from './testing/without-act.ts';

const ALL = { time: { preset: 'all' }, environments: null, texts: {} } as const;

let store: Store;

withoutAct();
beforeEach(async () => {
  await page.viewport(1280, 800);
  store = referenceStore();
});
afterEach(cleanup);

/** A trace of an agent that asks a model, named after itself. */
async function writeTrace(traceId: string, startTime: number): Promise<void> {
  await store.traces.write([
    {
      kind: 'trace',
      at: startTime,
      id: traceId,
      isRecord: true,
      timestamp: startTime,
      name: `${traceId} run`,
    },
    ...drawTrace('agent |=====\n  llm |==', { traceId, startTime }),
  ]);
}

function open(address: string) {
  const history = memoryHistory(address);
  const view = render(
    <div style={{ blockSize: 700 }}>
      <OrielDashboard store={store} history={history} defaultFilters={ALL} timeZone="UTC" />
    </div>,
  );
  return { history, ...view };
}

it('goes from trace to trace of the list by keyboard, and the address says where', async () => {
  for (const [index, id] of ['a', 'b', 'c'].entries()) await writeTrace(`order-${id}`, index * 1000);
  const { history } = open('/traces/order-b');

  await screen.findByRole('tree');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', false));
  screen.getByRole('button', { name: 'Next' }).focus();
  // The newest stands first, so the next one is older.
  await userEvent.keyboard('j');
  await screen.findByText('order-a run', { selector: '.oriel-crumbs-here' });
  expect(history.read()).toBe('/traces/order-a');
  expect(screen.getByRole('button', { name: 'Next' })).toHaveProperty('disabled', true);
});

it('opens the trace that an id typed into the palette means', async () => {
  await writeTrace('order-4711', 0);
  await writeTrace('other', 1000);
  const { history } = open('/settings');
  await screen.findByRole('heading', { name: 'Settings' });

  await userEvent.keyboard('{Control>}k{/Control}');
  const input = await screen.findByRole('combobox');
  await userEvent.type(input, 'order-4711');
  await screen.findByText('Has this id');
  await userEvent.keyboard('{Enter}');

  await screen.findByRole('tree');
  expect(history.read()).toBe('/traces/order-4711');
});

it('says in the palette that nothing is called so', async () => {
  await writeTrace('order-4711', 0);
  open('/settings');

  (await screen.findByRole('button', { name: /Jump to/ })).focus();
  await userEvent.keyboard('{Enter}');
  await userEvent.type(await screen.findByRole('combobox'), 'no such thing');
  expect(await screen.findByText('Nothing is called “no such thing”, and it is nobody’s id.')).toBeTruthy();
});

it('keeps what is seen of a trace in the address', async () => {
  await writeTrace('order-4711', 0);
  const { history, unmount } = open('/traces/order-4711?time=7d');
  (await screen.findByRole('tab', { name: 'Log' })).focus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(history.read()).toBe('/traces/order-4711?time=7d&view=log'));
  unmount();

  open(history.read());
  expect((await screen.findByRole('tab', { name: 'Log' })).getAttribute('aria-selected')).toBe('true');
});

it('tells how to fill an empty store, and shows what comes by itself', async () => {
  const connection = { endpoint: 'http://localhost:4711', publicKey: 'pk-lf-demo' };
  render(
    <OrielDashboard store={store} history={memoryHistory()} defaultFilters={ALL} connection={connection} />,
  );
  await screen.findByRole('heading', { name: 'No traces yet' });
  expect(screen.getByText(/LANGFUSE_BASE_URL=http:\/\/localhost:4711/)).toBeTruthy();

  await writeTrace('first', 0);
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'No traces yet' })).toBeNull());
});

it('puts the pages behind a button where there is no room for their list', async () => {
  await page.viewport(390, 800);
  await writeTrace('order-4711', 0);
  const { history } = open('/traces');

  (await screen.findByRole('button', { name: 'Open the list of pages' })).focus();
  await userEvent.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog');
  within(dialog).getByRole('link', { name: 'Settings' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Settings' });
  expect(history.read()).toBe('/settings');
});

it('counts what the store holds', async () => {
  await writeTrace('order-4711', 0);
  open('/settings');
  const section = (await screen.findByRole('heading', { name: 'What is stored' })).closest('section');
  await waitFor(() => expect(section?.textContent).toContain('Traces1Observations2'));
});

it.each(['light', 'dark'])('has no accessibility fault that axe can see, in a %s page', async (theme) => {
  document.documentElement.dataset['orielTheme'] = theme;
  await writeTrace('order-4711', 0);
  const { container } = open('/settings');
  await screen.findByRole('heading', { name: 'Settings' });

  const { violations } = await axe.run(container, { rules: { region: { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  delete document.documentElement.dataset['orielTheme'];
});

it('speaks Chinese', async () => {
  await writeTrace('order-4711', 0);
  render(<OrielDashboard store={store} history={memoryHistory('/settings')} messages={zhCN} />);
  expect(await screen.findByRole('heading', { name: '设置' })).toBeTruthy();
});

it('renders on a server', () => {
  const html = renderToString(<OrielDashboard store={store} history={memoryHistory('/traces')} />);
  expect(html).toContain('oriel-dashboard');
});

it('slides a trace over the list it was picked from, and Escape gives the list back', async () => {
  await writeTrace('order-a', 0);
  await writeTrace('order-b', 1000);
  const { history } = open('/traces?sort=startTime-desc');
  const grid = await screen.findByRole('grid');
  await within(grid).findByText('order-b run');

  grid.focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Trace order-a run' });
  await within(dialog).findByRole('tree');
  expect(history.read()).toBe('/traces?sort=startTime-desc&peek=order-a');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(history.read()).toBe('/traces?sort=startTime-desc');
});

it('narrows every page by what is typed above one of them', async () => {
  await writeTrace('order-a', 0);
  await writeTrace('order-b', 1000);
  const { history } = open('/traces?filter.traces=name%3A*-b*');
  const grid = await screen.findByRole('grid');
  await within(grid).findByText('order-b run');
  expect(within(grid).queryByText('order-a run')).toBeNull();

  screen.getByRole('link', { name: 'Observations' }).focus();
  await userEvent.keyboard('{Enter}');
  await screen.findByRole('heading', { name: 'Observations' });
  expect(history.read()).toBe('/observations?filter.traces=name%3A*-b*');
});
