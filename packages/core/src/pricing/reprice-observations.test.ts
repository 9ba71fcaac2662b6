import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservationPatch, Patch } from '../model/patch.ts';
import { referenceStore } from '../store/reference-store.ts';
import type { TraceStore } from '../store/trace-store.ts';
import { createPricer } from './create-pricer.ts';
import type { Pricer } from './create-pricer.ts';
import { previewRepricing, repriceObservations } from './reprice-observations.ts';

/** Knows the models of one family. */
function pricerOf(name: string, input: number): Pricer {
  const tier = { name: 'standard', isDefault: true, priority: 0, conditions: [], prices: { input } };
  const rules = [{ id: 'gpt', matchPattern: '^gpt', tiers: [tier] }];
  return createPricer([{ name, date: '2026-01-01', rules }]);
}

const cheap = pricerOf('cheap', 1e-6);
const dear = pricerOf('dear', 3e-6);

const call = (id: string, more: Partial<ObservationPatch> = {}): ObservationPatch => ({
  kind: 'observation',
  id,
  traceId: 'trace-1',
  at: 1_000,
  startTime: 1_000,
  endTime: 2_000,
  model: 'gpt-4o',
  usage: { input: 100, total: 100 },
  ...more,
});

/** As the pipeline stores it: priced on arrival. */
function priced(patch: ObservationPatch, pricer = cheap): ObservationPatch {
  const answer = pricer.price(patch);
  if (answer.status !== 'priced') throw new Error('The call has no price.');
  return { ...patch, computedCost: answer.cost, provenance: { pricing: answer.pricing } };
}

async function storeWith(...patches: Patch[]): Promise<TraceStore> {
  const { traces } = referenceStore();
  await traces.write(patches);
  return traces;
}

async function costs(store: TraceStore): Promise<Record<string, number | undefined>> {
  const { items } = await store.listObservations({ limit: 1000 });
  return Object.fromEntries(items.map(({ id, cost }) => [id, cost['total']]));
}

describe('pricing anew', () => {
  it('replaces computed costs, prices what had no price, and leaves alone what clients said', async () => {
    const store = await storeWith(
      priced(call('computed')),
      call('unpriced'),
      call('client', { cost: { total: 5 } }),
      call('unknown', { model: 'house-llm' }),
      call('tool', { model: undefined, usage: undefined }),
    );

    const report = await repriceObservations(store, { pricer: dear, at: 9_000 });

    expect(await costs(store)).toEqual({
      computed: 0.0003,
      unpriced: 0.0003,
      client: 5,
      unknown: undefined,
      tool: undefined,
    });
    expect(report).toEqual({
      observations: 4,
      changed: 2,
      before: 5.0001,
      after: 5.0006,
      models: [
        {
          model: 'gpt-4o',
          observations: 3,
          changed: 2,
          clientCosts: 1,
          unpriced: 0,
          before: 5.0001,
          after: 5.0006,
        },
        { model: 'house-llm', observations: 1, changed: 0, clientCosts: 0, unpriced: 1, before: 0, after: 0 },
      ],
    });
  });

  it('says what the new costs were computed with', async () => {
    const store = await storeWith(priced(call('a')));

    await repriceObservations(store, { pricer: dear, at: 9_000 });

    const { observations } = await store.readPayloads({ traceId: 'trace-1', observationIds: ['a'] });
    expect(observations[0]?.provenance.pricing).toMatchObject({ list: 'dear 2026-01-01' });
  });

  it('knows a cost that a client sent after one was computed', async () => {
    const store = await storeWith(
      priced(call('a')),
      call('a', { at: 3_000, mode: 'update', cost: { total: 7 } }),
    );

    await repriceObservations(store, { pricer: dear, at: 9_000 });

    expect(await costs(store)).toEqual({ a: 7 });
  });

  it('takes the word of a client whatever came first, and whatever its time', async () => {
    const said = call('a', { at: 500, cost: { total: 7 } });
    for (const patches of [
      [said, priced(call('a'))],
      [priced(call('a')), said],
    ]) {
      const store = await storeWith(...patches);
      expect(await costs(store)).toEqual({ a: 7 });
      const { observations } = await store.readPayloads({ traceId: 'trace-1', observationIds: ['a'] });
      expect(observations[0]?.provenance.pricing).toBeNull();
    }
  });

  it('takes a cost that a client sends afterwards', async () => {
    const store = await storeWith(priced(call('a')));
    await repriceObservations(store, { pricer: dear, at: 9_000 });

    await store.write([call('a', { at: 10_000, mode: 'update', cost: { total: 7 } })]);

    expect(await costs(store)).toEqual({ a: 7 });
  });

  it('wins over a cost computed for a call whose clock ran ahead', async () => {
    const store = await storeWith(priced(call('a', { at: 50_000, startTime: 49_000, endTime: 50_000 })));

    await repriceObservations(store, { pricer: dear, at: 9_000 });

    expect(await costs(store)).toEqual({ a: 0.0003 });
  });

  it('keeps an old cost whose model the new list does not know', async () => {
    const store = await storeWith(priced(call('a')));

    const report = await repriceObservations(store, { pricer: createPricer([]), at: 9_000 });

    expect(await costs(store)).toEqual({ a: 0.0001 });
    expect(report).toMatchObject({ changed: 0, models: [{ unpriced: 1, before: 0.0001, after: 0.0001 }] });
  });

  it('looks at what the filter finds, and no more', async () => {
    const store = await storeWith(
      priced(call('early')),
      priced(call('late', { startTime: 1_500 })),
      priced(call('other', { traceId: 'trace-2', startTime: 1_500 })),
    );
    const filter = { field: 'startTime', op: '>=', value: 1_500 } as const;

    await repriceObservations(store, { pricer: dear, filter, at: 9_000 });

    expect(await costs(store)).toEqual({ early: 0.0001, late: 0.0003, other: 0.0003 });
  });

  it('asks conditions about parameters and metadata', async () => {
    const standard = {
      name: 'standard',
      isDefault: true,
      priority: 0,
      conditions: [],
      prices: { input: 1e-6 },
    };
    const condition = { kind: 'attribute', source: 'metadata', key: 'plan', values: ['pro'] } as const;
    const pro = {
      name: 'pro',
      isDefault: false,
      priority: 1,
      conditions: [condition],
      prices: { input: 9e-6 },
    };
    const rules = [{ id: 'gpt', matchPattern: 'gpt', tiers: [standard, pro] }];
    const store = await storeWith(call('a', { metadata: { plan: 'pro' } }), call('b'));

    await repriceObservations(store, {
      pricer: createPricer([{ name: 'plans', date: '2026-01-01', rules }]),
      at: 9_000,
    });

    expect(await costs(store)).toEqual({ a: 0.0009, b: 0.0001 });
  });

  it('goes through any number of pages, and stops when told to', async () => {
    const calls = Array.from({ length: 450 }, (_, index) => call(`call-${index}`, { startTime: index }));
    const store = await storeWith(...calls);
    const stop = new AbortController();
    stop.abort();

    await expect(repriceObservations(store, { pricer: dear, signal: stop.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect((await repriceObservations(store, { pricer: dear })).changed).toBe(450);
  });
});

it('a preview comes to the same and writes nothing', async () => {
  const store = await storeWith(priced(call('a')), call('b'), call('c', { cost: { total: 2 } }));
  const before = await costs(store);
  let changes = 0;
  store.subscribe(() => (changes += 1));

  const preview = await previewRepricing(store, { pricer: dear });

  expect(await costs(store)).toEqual(before);
  expect(changes).toBe(0);
  expect(await repriceObservations(store, { pricer: dear })).toEqual(preview);
});

const anyCall = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  input: fc.integer({ min: 0, max: 1e6 }),
  model: fc.constantFrom('gpt-4o', 'house-llm'),
  clientCost: fc.option(fc.integer({ min: 0, max: 9 })),
});

it('pricing twice is pricing once, whatever is stored', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCall, { maxLength: 12 }), fc.nat(20_000), async (calls, at) => {
      const patches = calls.map(({ id, input, model, clientCost }, index) =>
        call(id, {
          at: 1_000 + index,
          model,
          usage: { input, total: input },
          ...(clientCost === null ? undefined : { cost: { total: clientCost } }),
        }),
      );
      const store = await storeWith(...patches);
      await repriceObservations(store, { pricer: dear, at });
      const once = await costs(store);

      const again = await repriceObservations(store, { pricer: dear, at: at + 1 });

      expect(again.changed).toBe(0);
      expect(await costs(store)).toEqual(once);
    }),
  );
});
