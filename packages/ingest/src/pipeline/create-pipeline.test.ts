import { StoreError, referenceStore } from '@oriel/core';
import type { ObservationPatch, Patch, Store } from '@oriel/core';
import { createPricer } from '@oriel/core/pricing';
import { describe, expect, it } from 'vitest';
import { maskingRules } from '../masking/masking-rules.ts';
import { parsedPayload } from '../parsed-payload.ts';
import { createPipeline } from './create-pipeline.ts';
import { memoryDeadLetters } from './dead-letters.ts';
import type { PipelineOptions } from './pipeline-options.ts';

/** Waits that end at once and are written down, at half of what they may be. */
function fakeTime() {
  const waits: number[] = [];
  const surroundings = {
    now: () => 5_000_000_000_000,
    random: () => 0.5,
    sleep(ms: number) {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  return { waits, surroundings };
}

/** A store whose writes may be refused. */
function storeThat(refuse: (patches: readonly Patch[], call: number) => StoreError | null) {
  const store = referenceStore();
  const batches: string[][] = [];
  const traces = Object.create(store.traces, {
    write: {
      async value(patches: readonly Patch[]) {
        batches.push(patches.map(({ id }) => id));
        const error = refuse(patches, batches.length);
        if (error) throw error;
        await store.traces.write(patches);
      },
    },
  }) as Store['traces'];
  return { store: { ...store, traces }, batches };
}

const unavailable = () => new StoreError('unavailable', 'Down for now.');

function setup(options: Partial<PipelineOptions> = {}) {
  const { waits, surroundings } = fakeTime();
  const store = options.store ?? referenceStore();
  return { store, waits, pipeline: createPipeline({ surroundings, ...options, store }) };
}

const trace = (id: string, fields: object = {}): Patch => ({ kind: 'trace', id, at: 1, ...fields });
const payload = (...patches: Patch[]) => parsedPayload({ patches });

describe('stages', () => {
  it('run in order: sampled, masked, without media, priced, and the host in between', async () => {
    const seen: string[] = [];
    const spy = (name: string, after: 'parse' | 'sample' | 'mask' | 'media' | 'price') => ({
      name,
      after,
      run(patches: readonly Patch[]) {
        seen.push(
          `${name}: ${patches.map((patch) => (patch.kind === 'trace' && typeof patch.input === 'string' ? patch.input : '')).join()}`,
        );
        return patches;
      },
    });
    const { pipeline } = setup({
      sampling: { rate: 0.5, rule: 'langfuse-js' },
      masking: { rules: [maskingRules.email] },
      stages: [
        spy('last', 'price'),
        spy('first', 'parse'),
        spy('second', 'sample'),
        spy('third', 'mask'),
        spy('fourth', 'media'),
      ],
    });
    const input = 'a@example.com data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==';
    await pipeline.process(payload(trace('trace-1', { input }), trace('trace-2', { input })));
    const token = '@@@langfuseMedia:type=text/plain|id=3_1gIbsr1bCvZ2KQgJ7DpT|source=base64_data_uri@@@';

    expect(seen).toEqual([
      `first: ${input},${input}`,
      `second: ${input}`,
      'third: <email> data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==',
      `fourth: <email> ${token}`,
      `last: <email> ${token}`,
    ]);
  });

  it('of the host change, add and drop patches, at once or later', async () => {
    const { pipeline, store } = setup({
      stages: [
        { name: 'drop', after: 'parse', run: (patches) => patches.filter(({ id }) => id !== 'health') },
        { name: 'tag', run: (patches) => Promise.resolve([...patches, trace('t1', { tags: ['seen'] })]) },
      ],
    });
    await pipeline.process(payload(trace('health'), trace('t1')));

    expect((await store.traces.listTraces()).items).toMatchObject([{ id: 't1', tags: ['seen'] }]);
  });

  it('keep media apart, and write them before what refers to them', async () => {
    const { pipeline, store } = setup();
    const report = await pipeline.process(
      payload(trace('t1', { input: 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==' })),
    );

    expect(report.counts.media).toBe(1);
    expect(await store.media?.read('3_1gIbsr1bCvZ2KQgJ7DpT')).toMatchObject({ contentType: 'text/plain' });
  });

  it('tell what they did', async () => {
    const { pipeline } = setup({
      sampling: { rate: 0.5, rule: 'langfuse-js' },
      masking: { rules: [maskingRules.email] },
    });
    await pipeline.process(payload(trace('trace-1', { input: 'a@example.com' }), trace('trace-2')));
    const counters = await pipeline.counters();

    expect(counters).toMatchObject({ sampledOut: 1, masked: { email: 1, 'api-key': 0 } });
    expect(Object.keys(counters.stages)).toEqual(['parse', 'sample', 'mask', 'media', 'price', 'write']);
    expect(counters.stages).toMatchObject({ sample: { in: 2, out: 1 }, write: { in: 1, out: 1 } });
  });

  it('let kept traces tell their rate', async () => {
    const { pipeline, store } = setup({ sampling: { rate: 0.5, rule: 'langfuse-js' } });
    const report = await pipeline.process(
      payload({ kind: 'observation', id: 'o', traceId: 'trace-1', at: 1 }, trace('trace-2')),
    );

    expect(report).toMatchObject({ traceIds: ['trace-1'], sampledOut: 1 });
    expect((await store.traces.readTrace('trace-1'))?.trace.sampleRate).toBe(0.5);
    expect(await store.traces.readTrace('trace-2')).toBeNull();
  });
});

describe('a stage that fails', () => {
  const failing = (after: 'parse' | 'price', isBroken: () => boolean) => ({
    name: 'enrich',
    after,
    run(patches: readonly Patch[]) {
      if (isBroken()) throw new Error('no connection');
      return patches;
    },
  });

  it('loses nothing: its patches wait, masked, with the reason, and a replay begins with it', async () => {
    let broken = true;
    const { pipeline, store } = setup({
      masking: { rules: [maskingRules.email] },
      stages: [failing('parse', () => broken)],
    });
    const report = await pipeline.process(payload(trace('t1', { input: 'a@example.com' })));
    const [id = ''] = report.deadLetters;

    expect(await pipeline.deadLetters.list()).toMatchObject([
      {
        id,
        stage: 'enrich',
        code: 'stage-failed',
        reason: 'Error: no connection',
        patchCount: 1,
        traceIds: ['t1'],
      },
    ]);
    expect((await pipeline.deadLetters.read(id))?.patches).toMatchObject([{ id: 't1', input: '<email>' }]);
    expect(await store.traces.readTrace('t1')).toBeNull();

    broken = false;
    await pipeline.deadLetters.replay(id);

    expect(await store.traces.readTrace('t1')).not.toBeNull();
    expect(await pipeline.deadLetters.list()).toEqual([]);
    expect((await pipeline.counters()).deadLetters).toEqual({ added: 1, replayed: 1, dropped: 0 });
  });

  it('leaves the report with what the payload was about', async () => {
    const { pipeline } = setup({ stages: [failing('price', () => true)] });
    const observation: Patch = { kind: 'observation', id: 'o', traceId: 't2', at: 1 };

    expect(await pipeline.process(payload(trace('t1'), observation))).toMatchObject({
      traceIds: ['t1', 't2'],
      counts: { traces: 2, observations: 1, scores: 0 },
      deadLetters: [expect.any(String)],
    });
  });

  it('fails again in a replay, which leaves a new letter for the old one', async () => {
    const { pipeline } = setup({ stages: [failing('price', () => true)] });
    const [id = ''] = (await pipeline.process(payload(trace('t1')))).deadLetters;
    const { deadLetters } = await pipeline.deadLetters.replay(id);

    expect((await pipeline.deadLetters.list()).map((letter) => letter.id)).toEqual(deadLetters);
    expect(deadLetters).not.toEqual([id]);
  });

  it.each([
    ['no list', undefined, 'not a list'],
    ['a list with something else in it', [null], 'no patch'],
  ])('is also one that answers %s', async (_, answer, reason) => {
    const { pipeline } = setup({ stages: [{ name: 'odd', run: () => answer as unknown as Patch[] }] });
    await pipeline.process(payload(trace('t1')));

    expect(await pipeline.deadLetters.list()).toMatchObject([
      { reason: expect.stringContaining(reason) as string, traceIds: ['t1'] },
    ]);
  });

  it('has its reason masked, which may quote what it saw', async () => {
    const { pipeline } = setup({
      masking: { rules: [maskingRules.email] },
      stages: [
        {
          name: 'quoting',
          after: 'parse',
          run: ([first]) => {
            throw new Error(`cannot look up ${first?.kind === 'trace' && first.name}`);
          },
        },
      ],
    });
    await pipeline.process(payload(trace('t1', { name: 'a@example.com' })));

    expect(await pipeline.deadLetters.list()).toMatchObject([{ reason: 'Error: cannot look up <email>' }]);
  });

  it('makes no letter of a call that was aborted', async () => {
    const calling = new AbortController();
    const { pipeline } = setup({
      stages: [
        {
          name: 'minding the signal',
          run: (_, { signal }) => {
            calling.abort();
            signal?.throwIfAborted();
            return [];
          },
        },
      ],
    });

    await expect(pipeline.process(payload(trace('t1')), { signal: calling.signal })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect(await pipeline.deadLetters.list()).toEqual([]);
  });

  it('may be a pricer of the host, which loses nothing either', async () => {
    const pricer = {
      price() {
        throw new Error('no prices today');
      },
    };
    const { pipeline } = setup({ pricer });
    const call: Patch = {
      kind: 'observation',
      id: 'o',
      traceId: 't1',
      at: 1,
      model: 'm',
      usage: { input: 1 },
    };
    await pipeline.process(payload(call));

    expect(await pipeline.deadLetters.list()).toMatchObject([{ stage: 'price', patchCount: 1 }]);
  });

  it('is refused where it would never run', () => {
    const after = 'sampling' as 'sample';

    expect(() => setup({ stages: [{ name: 'mine', after, run: (patches) => patches }] })).toThrow(
      /after "sampling", so it never would/,
    );
  });
});

it('reports what was rejected masked, too: reasons quote what was sent', async () => {
  const { pipeline } = setup({ masking: { rules: [maskingRules.email] } });
  const span = { type: 'span-create', id: 'e', timestamp: '2026-01-01T00:00:00Z' };
  const body = JSON.stringify({
    batch: [{ ...span, body: { id: 's', traceId: 't1', startTime: 'a@example.com' } }],
  });
  const { rejected } = await pipeline.ingest({ body: new TextEncoder().encode(body) });

  expect(rejected).toHaveLength(1);
  expect(rejected[0]?.reason).toContain('<email>');
});

describe('a store that fails', () => {
  it('is tried again, after waits that double and are cut at random', async () => {
    const { store, batches } = storeThat((_, call) => (call < 4 ? unavailable() : null));
    const { pipeline, waits } = setup({ store, retry: { baseMs: 100, maxMs: 300 } });
    await pipeline.process(payload(trace('t1')));

    expect(batches).toHaveLength(4);
    expect(waits).toEqual([50, 100, 150]);
    expect((await pipeline.counters()).retries).toBe(3);
  });

  it('rejects in the end, and keeps what was not written for a replay', async () => {
    let down = true;
    const { store } = storeThat((patches) =>
      down && patches.some(({ id }) => id === 't3') ? unavailable() : null,
    );
    const { pipeline } = setup({ store, batchSize: 2, retry: { attempts: 2 } });

    await expect(
      pipeline.process(payload(trace('t1'), trace('t2'), trace('t3'), trace('t4'))),
    ).rejects.toMatchObject({
      code: 'unavailable',
    });
    const [letter] = await pipeline.deadLetters.list();
    expect(letter).toMatchObject({ stage: 'write', code: 'unavailable', traceIds: ['t3', 't4'] });

    down = false;
    await pipeline.deadLetters.replay(letter?.id ?? '');
    expect((await store.traces.listTraces()).items).toHaveLength(4);
    expect(await pipeline.deadLetters.list()).toEqual([]);
  });

  it('is not tried again when that would not help', async () => {
    const { store, batches } = storeThat(() => new StoreError('forbidden', 'Not yours.'));
    const { pipeline } = setup({ store });

    await expect(pipeline.process(payload(trace('t1')))).rejects.toMatchObject({ code: 'forbidden' });
    expect(batches).toHaveLength(1);
  });

  it('costs no good patch when one is bad', async () => {
    const { pipeline, store } = setup();
    const good = Array.from({ length: 9 }, (_, index) => trace(`t${index}`));
    const report = await pipeline.process(payload(...good, trace('')));

    expect((await store.traces.listTraces()).items).toHaveLength(9);
    expect(report.deadLetters).toHaveLength(1);
    expect(await pipeline.deadLetters.list()).toMatchObject([{ code: 'bad-patch', patchCount: 1 }]);
  });

  it('writes nothing of a call that was aborted, and makes no letter of it', async () => {
    const { pipeline, store } = setup();
    const controller = new AbortController();
    controller.abort();

    await expect(pipeline.process(payload(trace('t1')), controller)).rejects.toMatchObject({
      code: 'aborted',
    });
    expect((await store.traces.listTraces()).items).toEqual([]);
    expect(await pipeline.deadLetters.list()).toEqual([]);
  });
});

describe('batches', () => {
  it('hold what comes at the same time, and no more than they may', async () => {
    const { store, batches } = storeThat(() => null);
    const { pipeline } = setup({ store, batchSize: 3 });
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => pipeline.process(payload(trace(id)))));
    await pipeline.process(payload(trace('1'), trace('2'), trace('3'), trace('4')));

    expect(batches).toEqual([['a', 'b', 'c'], ['d'], ['1', '2', '3'], ['4']]);
  });

  it('that fail are written again caller by caller, so that one pays for itself only', async () => {
    const { store } = storeThat((patches) =>
      patches.some(({ id }) => id === 'bad') ? new StoreError('forbidden', 'Not yours.') : null,
    );
    const { pipeline } = setup({ store });
    const results = await Promise.allSettled(
      ['a', 'bad', 'b'].map((id) => pipeline.process(payload(trace(id)))),
    );

    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.traces.listTraces()).items).toHaveLength(2);
  });

  it('are all written when flush resolves; after close nothing is taken in', async () => {
    const { pipeline, store } = setup();
    const pending = pipeline.process(payload(trace('t1')));
    await pipeline.flush();
    expect((await store.traces.listTraces()).items).toHaveLength(1);
    await pending;
    await pipeline.close();
    await pipeline.close();

    await expect(pipeline.process(payload(trace('t2')))).rejects.toMatchObject({ code: 'closed' });
  });
});

describe('dead letters', () => {
  it('are bounded: the oldest give way', async () => {
    const letters = memoryDeadLetters({ maxPatches: 2 });
    const { pipeline } = setup({
      deadLetters: letters,
      stages: [{ name: 'no', run: () => Promise.reject(new Error('no')) }],
    });
    for (const id of ['a', 'b', 'c']) await pipeline.process(payload(trace(id)));

    expect((await pipeline.deadLetters.list()).flatMap(({ traceIds }) => traceIds)).toEqual(['b', 'c']);
    expect((await pipeline.counters()).deadLetters.dropped).toBe(1);
  });

  it('can be deleted, and are not found then', async () => {
    const { pipeline } = setup({ stages: [{ name: 'no', run: () => Promise.reject(new Error('no')) }] });
    const { deadLetters } = await pipeline.process(payload(trace('a')));
    await pipeline.deadLetters.delete(deadLetters);

    await expect(pipeline.deadLetters.replay(deadLetters[0] ?? '')).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('prices', () => {
  const rule = (id: string, input: number) => ({
    id,
    matchPattern: `^${id}$`,
    tiers: [{ name: 'standard', isDefault: true, priority: 0, conditions: [], prices: { input } }],
  });
  const pricer = createPricer([
    { name: 'list', date: '2026-01-01', rules: [rule('small', 1e-6), rule('large', 1e-3)] },
  ]);
  const piece = (
    at: number,
    mode: 'create' | 'update',
    fields: Partial<ObservationPatch>,
  ): ObservationPatch => ({
    kind: 'observation',
    id: 'g',
    traceId: 't',
    at,
    mode,
    ...fields,
  });

  async function costAfter(...patches: readonly ObservationPatch[]): Promise<number | undefined> {
    const { pipeline, store } = setup({ pricer });
    for (const patch of patches) await pipeline.process(payload(patch));
    return (await store.traces.readTrace('t'))?.observations[0]?.cost['total'];
  }

  function orders<Item>(items: readonly Item[]): Item[][] {
    if (items.length <= 1) return [[...items]];
    return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
  }

  it('come with spans at once, with where they are from', async () => {
    const { pipeline, store } = setup({ pricer });
    const call = {
      kind: 'observation',
      traceId: 't',
      at: 2000,
      startTime: 1000,
      usage: { input: 10 },
    } as const;
    await pipeline.process(
      payload(
        { ...call, id: 'a', model: 'small' },
        { ...call, id: 'b', model: 'unheard-of' },
        { ...call, id: 'c' },
      ),
    );
    const { observations } = await store.traces.readPayloads({ traceId: 't', observationIds: ['a'] });

    expect((await store.traces.readTrace('t'))?.observations.map(({ cost }) => cost)).toEqual([
      { input: 1e-5, total: 1e-5 },
      {},
      {},
    ]);
    expect(observations[0]?.provenance.pricing).toMatchObject({ list: 'list 2026-01-01', rule: 'small' });
    expect(await pipeline.counters()).toMatchObject({ priced: 1, unpriced: 1 });
  });

  it.each<[string, number, ObservationPatch[]]>([
    [
      'the model came with the create and the usage with the update',
      1e-5,
      [
        piece(1, 'create', { startTime: 1, model: 'small' }),
        piece(2, 'update', { usage: { input: 10 }, endTime: 2 }),
      ],
    ],
    [
      'the model was answered otherwise than asked for',
      0.01,
      [
        piece(1, 'create', { startTime: 1, model: 'small' }),
        piece(2, 'update', { model: 'large' }),
        piece(3, 'update', { usage: { input: 10 } }),
      ],
    ],
    [
      'the usage was corrected',
      2e-5,
      [
        piece(1, 'create', { startTime: 1, model: 'small' }),
        piece(2, 'update', { usage: { input: 10 } }),
        piece(3, 'update', { usage: { input: 20 } }),
      ],
    ],
    [
      'the client names costs, before or after',
      7,
      [
        piece(1, 'create', { startTime: 1, model: 'small', cost: { total: 7 } }),
        piece(2, 'update', { usage: { input: 10 } }),
        piece(3, 'update', { output: 'done', endTime: 3 }),
      ],
    ],
  ])('are the same in any order when %s', async (_, cost, patches) => {
    for (const order of orders(patches)) expect(await costAfter(...order)).toBeCloseTo(cost, 12);
  });

  it('are gone in any order when the model turns out to be one without a price', async () => {
    const patches = [
      piece(1, 'create', { startTime: 1, model: 'small' }),
      piece(2, 'update', { usage: { input: 10 } }),
      piece(3, 'update', { model: 'nobody-knows' }),
    ];
    for (const order of orders(patches)) expect(await costAfter(...order)).toBeUndefined();
  });
});

it.each<[string, Partial<PipelineOptions>]>([
  ['batchSize is 0', { batchSize: 0 }],
  ['retry.attempts is 0', { retry: { attempts: 0 } }],
  ['stage is named "mask"', { stages: [{ name: 'mask', run: (patches) => patches }] }],
  ['sampling option rate is 2', { sampling: { rate: 2 } }],
])('refuses options that make no sense: %s', (message, options) => {
  expect(() => setup(options)).toThrow(message);
});
