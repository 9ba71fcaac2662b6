import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { ObservationId, Patch, Store, TraceId } from '@oriel/core';
import type { PriceList } from '@oriel/core/pricing';
import { FilterProvider } from '../filters/filter-provider.tsx';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { CostPanel } from './cost-panel.tsx';
import type { CostPanelProps } from './cost-panel.tsx';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 20, 12);

/** Ten calls of two days: two models with a price, one without; an agent that repeats what its call used. */
const patches: Patch[] = Array.from({ length: 10 }, (_, index): Patch[] => {
  const at = NOW - DAY - 3_600_000 + index * (DAY / 8);
  const traceId = `trace-${index}`;
  const model = index % 5 === 4 ? 'house-llm' : index % 2 === 0 ? 'gpt-4o' : 'small';
  const total = index % 2 === 0 ? 0.3 : 0.1;
  const call = { kind: 'observation', at, traceId, startTime: at, endTime: at + 500 } as const;
  const usage = { input: 1000, input_cached_tokens: 1000, output: 100, total: 2100 };
  const pricing = { list: 'old 2026', rule: model, tier: 'standard', unpriced: [] };
  return [
    {
      kind: 'trace',
      at,
      id: traceId,
      isRecord: true,
      tags: ['a', 'b'],
      metadata: { organisation: index < 5 ? 'Acme' : 'Globex' },
    },
    {
      ...call,
      id: `call-${index}`,
      type: 'GENERATION',
      name: 'answer',
      model,
      usage,
      ...(model !== 'house-llm' && { computedCost: { total }, provenance: { pricing } }),
      ...(index === 0 && { parentId: 'agent' }),
    },
    ...(index === 0
      ? [{ ...call, id: 'agent', type: 'AGENT', name: 'planner', usage, cost: { total } } as const]
      : []),
  ];
}).flat();

describePanel('CostPanel', {
  draw: (props) => <CostPanel {...props} />,
  patches,
  read: 'aggregate',
  ready: /Split by/,
  empty: /Nothing was used yet/,
  focusable: () => document.querySelector('.oriel-cost-panel-controls select'),
});

describe('a panel of costs', () => {
  let store: Store;

  withoutAct();
  beforeEach(async () => {
    store = referenceStore();
    await store.traces.write(patches);
  });
  afterEach(cleanup);

  function setup(props: CostPanelProps = {}, time?: { from: number; to: number }) {
    const onOpen = vi.fn<(traceId: TraceId, observationId: ObservationId) => void>();
    const panel = <CostPanel onOpen={onOpen} {...props} />;
    render(
      <OrielProvider store={store} timeZone="UTC">
        {time ? (
          <FilterProvider defaultValue={{ time, environments: null, texts: {} }}>{panel}</FilterProvider>
        ) : (
          panel
        )}
      </OrielProvider>,
    );
    return { onOpen };
  }

  const row = (name: RegExp) => screen.findByRole('row', { name });

  it('splits costs by model, and by whatever else somebody chooses', async () => {
    setup();
    expect(within(await row(/^gpt-4o/)).getByText('$1.20')).toBeTruthy();
    expect(within(await row(/^None/)).getAllByText('$0.30').length).toBeGreaterThan(0);

    await screen.findByRole('option', { name: 'Metadata: organisation' });
    await userEvent.selectOptions(screen.getByLabelText('Split by'), 'Metadata: organisation');
    expect(within(await row(/^Acme/)).getByText('$1.10')).toBeTruthy();
    expect(within(await row(/^Globex/)).getByText('$0.80')).toBeTruthy();

    await userEvent.selectOptions(screen.getByLabelText('Split by'), 'Tag');
    expect(await screen.findByText(/several tags counts for each/)).toBeTruthy();
  });

  it('says first what the numbers leave out or count twice, with an example', async () => {
    const { onOpen } = setup();
    const findings = within(await screen.findByRole('region', { name: 'Before you trust these numbers' }));
    expect(findings.getByText(/No price is known for house-llm: 2 calls with 4,200 tokens/)).toBeTruthy();
    expect(findings.getByText(/planner reports the usage .* \$0\.30 may be counted twice/)).toBeTruthy();
    findings.getByRole('button', { name: 'Show one' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(onOpen.mock.calls).toEqual([['trace-0', 'agent']]);
  });

  it('says what caches saved by the prices of the lists', async () => {
    setup();
    // 4 calls of gpt-4o: 1,000 cached tokens each, at $1.25 instead of $2.50 a million.
    expect(await screen.findByText(/saved \$0\.005/)).toBeTruthy();
  });

  it('obeys the filters of the page, and compares with the time before', async () => {
    setup({}, { from: NOW - DAY / 2, to: NOW + DAY });
    expect(within(await row(/^gpt-4o/)).getByText('$0.60')).toBeTruthy();
    expect(screen.getAllByText(/against the time before/).length).toBe(3);
  });

  it('shows where budgets stand and where they end', async () => {
    const from = Date.now() - 1000;
    await store.traces.write([
      {
        kind: 'observation',
        at: from,
        traceId: 'now',
        id: 'now',
        type: 'GENERATION',
        model: 'm',
        startTime: from,
        usage: { total: 1 },
        cost: { total: 9 },
      },
    ]);
    setup({ budgets: [{ name: 'Everything', amount: 5, period: 'month' }] });
    expect(await screen.findByText('Over budget')).toBeTruthy();
    expect(screen.getByText(/of \$5\.00/)).toBeTruthy();
    const heightOf = (part: string, end: string) =>
      Number(document.querySelector(`.oriel-cost-panel-burn [data-part="${part}"]`)?.getAttribute(end));
    const line = document.querySelector('.oriel-cost-panel-burn [data-part="spent-edge"]');
    const [, spentAt] = line?.getAttribute('points')?.split(' ').at(-1)?.split(',').map(Number) ?? [];
    // 9 of 5: in a drawing, up is less.
    expect(spentAt).toBeLessThan(heightOf('amount', 'y1'));
  });

  it('computes what other prices would come to, and writes nothing', async () => {
    const tier = { name: 'standard', isDefault: true, priority: 0, conditions: [], prices: { output: 0.01 } };
    const half: PriceList = {
      name: 'half',
      date: '2026-01-01',
      rules: [{ id: 'all', matchPattern: '.', tiers: [tier] }],
    };
    setup({ priceLists: [half] });
    const compute = await screen.findByRole('button', { name: 'Compute' });
    compute.focus();
    await userEvent.keyboard('{Enter}');
    // 10 calls of 100 output tokens at a cent each; the agent's own cost stays.
    expect(await screen.findByText(/With half 2026-01-01: \$10\.30 instead of \$1\.90/)).toBeTruthy();
    const { items } = await store.traces.listObservations({
      filter: { field: 'model', op: '=', value: 'small' },
    });
    expect(items.every(({ cost }) => cost['total'] === 0.1)).toBe(true);
  });
});
