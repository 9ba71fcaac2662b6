import { describeTraceStore } from '@oriel/core/conformance';
import type { StoreSettings } from '@oriel/core/conformance';
import type { Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import type { PatchLog } from '../log/patch-log.ts';
import { memoryPatchLog } from '../memory/memory-patch-log.ts';
import { engineTraceStore } from './engine-trace-store.ts';
import { TraceEngine } from './trace-engine.ts';

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** A log that has nothing at hand and makes everybody wait, as one on a disk does. */
function slowLog(): PatchLog {
  const log = memoryPatchLog();
  return {
    ...log,
    async append(patches) {
      await pause();
      return log.append(patches);
    },
    peek: () => undefined,
    async load(refs) {
      await pause();
      return refs.map((ref) => log.peek(ref));
    },
    async forget(traceIds, refs) {
      await pause();
      await log.forget(traceIds, refs);
    },
  };
}

function open(log: PatchLog, { idKeys }: StoreSettings = { idKeys: [] }) {
  return engineTraceStore({ engine: new TraceEngine({ log, idKeys }), durable: false });
}

describeTraceStore('an engine whose log makes it wait', {
  create: async (settings) => open(slowLog(), settings),
});

it('shows one moment to a reader while a batch is written', async () => {
  const store = open(slowLog());
  const batch = (round: number): Patch[] =>
    ['a', 'b'].map((id) => ({
      kind: 'trace',
      id,
      at: round,
      name: `round ${round}`,
      metadata: { round: `${round}` },
    }));
  await store.write(batch(0));
  const writing = (async () => {
    for (let round = 1; round <= 20; round += 1) await store.write(batch(round));
  })();
  for (let read = 0; read < 20; read += 1) {
    const filter = { field: 'metadata.round', op: 'is-not-null' } as const;
    const { items } = await store.listTraces({ filter });
    expect(new Set(items.map(({ name }) => name)).size).toBe(1);
    expect(items).toHaveLength(2);
  }
  await writing;
});

it('keeps nothing of a batch that its log refuses', async () => {
  const log = memoryPatchLog();
  const store = open({ ...log, append: () => Promise.reject(new Error('disk full')) });
  await expect(store.write([{ kind: 'trace', id: 't', at: 1 }])).rejects.toMatchObject({
    code: 'unavailable',
  });
  expect(await store.readTrace('t')).toBeNull();
});

it('refuses a batch that cannot be folded, and goes on with the next', async () => {
  const store = open(memoryPatchLog());
  const odd = { kind: 'trace', id: 't', at: 1, tags: 5 } as unknown as Patch;
  await expect(store.write([odd])).rejects.toMatchObject({ code: 'bad-patch' });
  await store.write([{ kind: 'trace', id: 'u', at: 1 }]);
  expect((await store.listTraces()).items).toMatchObject([{ id: 'u' }]);
});

it('uses the room of deleted traces again', async () => {
  const engine = new TraceEngine({ log: memoryPatchLog(), idKeys: [] });
  const store = engineTraceStore({ engine, durable: false });
  const trace = (round: number): Patch[] =>
    Array.from({ length: 500 }, (_, n) => ({
      kind: 'observation',
      id: `${n}`.padStart(16, '0'),
      traceId: `t-${round}`,
      at: n,
      usage: { input: n, total: n },
      ...(n > 0 ? { parentId: '0'.repeat(16) } : {}),
    }));
  await store.write(trace(0));
  const once = engine.memoryUsage;
  for (let round = 1; round < 50; round += 1) {
    await store.write(trace(round));
    await store.deleteTraces([`t-${round - 1}`]);
  }
  expect((await store.readTrace('t-49'))?.trace).toMatchObject({
    observationCount: 500,
    usage: { input: 124_750 },
  });
  expect(engine.memoryUsage).toBeLessThan(3 * once);
});
