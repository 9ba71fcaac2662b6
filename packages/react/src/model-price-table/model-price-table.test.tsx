import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { ModelPriceTable } from './model-price-table.tsx';
import type { ModelPriceTableProps } from './model-price-table.tsx';

/** Three calls of a model that nobody knows, and one whose client said what it cost. */
const patches: Patch[] = Array.from({ length: 4 }, (_, index) => ({
  kind: 'observation' as const,
  at: 1000,
  traceId: 'trace',
  id: `call-${index}`,
  type: 'GENERATION',
  model: 'house-llm',
  startTime: 1000 + index,
  usage: { input: 1000, output: 100, total: 1100 },
  ...(index === 3 && { cost: { total: 5 } }),
}));

describe('a table of model prices', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  function setup(props: ModelPriceTableProps = {}, shown: Store = store) {
    return render(
      <div style={{ blockSize: 700 }}>
        <OrielProvider store={shown} timeZone="UTC">
          <ModelPriceTable data-testid="panel" today="2026-06-01" className="mine" {...props} />
        </OrielProvider>
      </div>,
    );
  }

  const loaded = () => screen.findByRole('searchbox', { name: 'Find rules' });

  async function writeRule() {
    await userEvent.click(await screen.findByRole('button', { name: 'Add a rule' }));
    await userEvent.fill(screen.getByLabelText('Name'), 'house');
    await userEvent.fill(screen.getByLabelText(/^Pattern/), '^house-llm$');
    await userEvent.fill(screen.getByLabelText('US dollars for a million: input'), '2000');
    await userEvent.fill(screen.getByLabelText('US dollars for a million: output'), '10000');
  }

  it('lists every rule with its prices, and finds them by a text', async () => {
    setup();
    await userEvent.fill(await loaded(), 'openai/gpt-4.1-mini');
    const row = await screen.findByRole('row', { name: /^openai\/gpt-4\.1-mini ?\(/ });
    expect(within(row).getByText('$0.40')).toBeTruthy();
    expect(within(row).getByText('$1.60')).toBeTruthy();
    await userEvent.fill(await loaded(), 'no such rule');
    expect(await screen.findByText('No rule has this text')).toBeTruthy();
  });

  it('says which rule counts for a model on a day, and why others do not', async () => {
    setup();
    await userEvent.fill(await screen.findByLabelText('Model name'), 'o3');
    const [first, second] = await screen.findAllByText(/Counts|newer rule/);
    expect(first?.textContent).toBe('Counts');
    expect(second?.textContent).toBe('A newer rule of its list counts');
    await userEvent.fill(screen.getByLabelText('On'), '2025-05-01');
    expect(await screen.findByText('Holds from a later day on')).toBeTruthy();
    await userEvent.fill(screen.getByLabelText('Model name'), 'house-llm');
    expect(await screen.findByText(/No rule finds .*house-llm/)).toBeTruthy();
  });

  it('says what is wrong with a rule while it is written, and saves nothing', async () => {
    setup();
    await writeRule();
    await userEvent.fill(screen.getByLabelText(/^Pattern/), '(');
    expect(await screen.findByText(/matchPattern is no regular expression/)).toBeTruthy();
    expect(screen.getByLabelText(/^Pattern/).getAttribute('aria-invalid')).toBe('true');
    screen.getByRole('button', { name: 'Save' }).focus();
    await userEvent.keyboard('{Enter}');
    expect((await store.documents?.list({ kind: 'model-price' }))?.items).toEqual([]);
  });

  it('previews a rule, saves it, and prices the range again, by keyboard', async () => {
    setup();
    await writeRule();
    const preview = within(await screen.findByRole('region', { name: 'Preview' }));
    await waitFor(() => expect(preview.getByRole('button', { name: 'Preview' })).toBeTruthy());
    preview.getByRole('button', { name: 'Preview' }).focus();
    await userEvent.keyboard('{Enter}');
    // 1,000 × $0.002 + 100 × $0.01 = $3 for each of three calls; the client's $5 stay.
    expect(await screen.findByText(/^3 calls would change: \$14\.00 instead of \$5\.00/)).toBeTruthy();

    screen.getByRole('button', { name: 'Save' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(/^Saved/)).toBeTruthy();
    expect(await screen.findByRole('row', { name: /^house\b/ })).toBeTruthy();

    screen.getByRole('button', { name: 'Price the range again' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(/^3 calls were changed: \$14\.00 instead of \$5\.00/)).toBeTruthy();
    const { items } = await store.traces.listObservations();
    expect(items.map(({ id, cost }) => [id, cost['total']])).toEqual(
      expect.arrayContaining([
        ['call-0', 3],
        ['call-2', 3],
        ['call-3', 5],
      ]),
    );
  });

  it('edits and deletes a rule of the store', async () => {
    const tier = { name: 'standard', isDefault: true, priority: 0, conditions: [], prices: { input: 1e-6 } };
    await store.documents?.write({
      kind: 'model-price',
      name: 'house',
      body: { id: 'house', matchPattern: '^house', startDate: null, tiers: [tier] },
    });
    setup();
    await userEvent.click(await screen.findByRole('button', { name: 'Edit house' }));
    await userEvent.fill(screen.getByLabelText('US dollars for a million: input'), '3');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/^Saved/)).toBeTruthy();
    expect((await store.documents?.read({ kind: 'model-price', name: 'house' }))?.version).toBe(2);
    await userEvent.click(screen.getByRole('button', { name: 'Delete rule' }));
    await waitFor(() => expect(screen.queryByRole('row', { name: /^house\b/ })).toBeNull());
  });

  it('shows documents that are no rules, and what is wrong with them', async () => {
    await store.documents?.write({ kind: 'model-price', name: 'odd', body: { id: 'odd' } });
    setup();
    expect(await screen.findByText(/The rule odd cannot be used: matchPattern is missing/)).toBeTruthy();
  });

  it('offers no editing where the store keeps no documents, or the host forbids it', async () => {
    const { unmount } = setup({}, { traces: store.traces });
    expect(await screen.findByText(/This store keeps no documents/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add a rule' })).toBeNull();
    unmount();
    setup({ isReadOnly: true });
    await loaded();
    expect(screen.queryByRole('button', { name: /Add a rule|Override|Price the range/ })).toBeNull();
  });

  it('says what failed, and loads when asked again', async () => {
    let isDown = true;
    const { documents } = store;
    if (!documents) throw new Error('There are no documents.');
    const shaky = new Proxy(documents, {
      get: (target, name: keyof typeof documents) =>
        name === 'list' && isDown
          ? () => Promise.reject(new Error('Not now.'))
          : (target[name] as (...args: unknown[]) => unknown).bind?.(target),
    });
    setup({}, { ...store, documents: shaky });
    expect((await screen.findByRole('alert')).textContent).toContain('Not now.');
    isDown = false;
  });

  it('loads quietly, also on a server, and keeps the class of the host', async () => {
    const html = renderToString(
      <OrielProvider store={store}>
        <ModelPriceTable className="mine" />
      </OrielProvider>,
    );
    expect(html).toContain('data-state="loading"');
    setup();
    await loaded();
    expect([...screen.getByTestId('panel').classList]).toEqual(
      expect.arrayContaining(['oriel-panel', 'oriel-model-price-table', 'mine']),
    );
  });

  it.each(['light', 'dark'])('has no accessibility fault that axe can see, in a %s page', async (theme) => {
    document.documentElement.dataset['orielTheme'] = theme;
    setup();
    await loaded();
    await writeRule();
    const { violations } = await axe.run(screen.getByTestId('panel'), {
      rules: { region: { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    delete document.documentElement.dataset['orielTheme'];
  });
});
