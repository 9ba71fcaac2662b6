import type { TraceChange } from '@oriel/core';
import { expect, it, vi } from 'vitest';
import { openIndexedDbStore } from './open-indexeddb-store.ts';
import { countObservations, OBSERVATIONS, patchesOfBatch } from './testing/batches.ts';
import { startWriter } from './testing/start-writer.ts';

/** Until a tab sees what another one wrote: a few milliseconds, but other tests may have the machine. */
const SOON_MS = 10_000;

const newName = () => `tabs ${crypto.randomUUID()}`;
const soon = (check: () => Promise<void> | void) => vi.waitFor(check, { timeout: SOON_MS, interval: 10 });

it('shows in every tab what one of them writes, changes and deletes', async () => {
  const name = newName();
  const [one, two] = [await openIndexedDbStore({ name }), await openIndexedDbStore({ name })];
  const heard: TraceChange[] = [];
  two.traces.subscribe((change) => heard.push(change));

  await one.traces.write(patchesOfBatch('w', 0));
  await soon(async () => expect((await two.traces.listTraces()).items).toHaveLength(2));
  expect(heard).toEqual([{ type: 'traces-written', traceIds: ['w-0-a', 'w-0-b'] }]);
  const payloads = await two.traces.readPayloads({ traceId: 'w-0-a', observationIds: ['o-3'] });
  expect(payloads.observations).toMatchObject([{ input: 'w-0-a asks why why why ' }]);

  await two.traces.write([{ kind: 'trace', id: 'w-0-a', at: 1, name: 'renamed' }]);
  await soon(async () => expect((await one.traces.readTrace('w-0-a'))?.trace.name).toBe('renamed'));

  await two.traces.deleteTraces(['w-0-a']);
  await soon(async () => expect(await one.traces.readTrace('w-0-a')).toBeNull());
  await one.close();
  await two.close();
});

it('ends with one truth when tabs write at once, each acknowledged in its own order', async () => {
  const name = newName();
  const here = await openIndexedDbStore({ name });
  const batches = 40;
  const workers = ['one', 'two'].map((writer) => startWriter({ name, writer, batches, deletes: false }));
  for (let batch = 0; batch < batches; batch += 1) await here.traces.write(patchesOfBatch('here', batch));
  await Promise.all(workers.map(({ done }) => done));

  await soon(async () => expect((await countObservations(here.traces)).size).toBe(3 * batches * 2));
  const afresh = await openIndexedDbStore({ name });
  const counts = await countObservations(afresh.traces);
  expect(counts).toEqual(await countObservations(here.traces));
  expect([...new Set(counts.values())]).toEqual([OBSERVATIONS]);
  for (const worker of workers) worker.kill();
  await here.close();
  await afresh.close();
});

it('deletes a trace that another tab has written a moment before', async () => {
  const name = newName();
  const [one, two] = [await openIndexedDbStore({ name }), await openIndexedDbStore({ name })];
  await one.traces.write(patchesOfBatch('w', 0));
  await two.traces.deleteTraces(['w-0-a', 'w-0-b']);
  await soon(async () => expect((await one.traces.listTraces()).items).toEqual([]));
  await one.close();
  await two.close();
});

it('folds what several tabs say of one observation into one record', async () => {
  const name = newName();
  const tabs = await Promise.all([1, 2, 3].map(() => openIndexedDbStore({ name })));
  await Promise.all(
    tabs.map(({ traces }, tab) =>
      traces.write([
        {
          kind: 'observation',
          id: 'o',
          traceId: 't',
          at: tab,
          name: `tab ${tab}`,
          metadata: { [`tab${tab}`]: 1 },
        },
      ]),
    ),
  );
  for (const { traces } of tabs) {
    await soon(async () => {
      const { observations } = await traces.readPayloads({ traceId: 't', observationIds: ['o'] });
      expect(observations[0]?.metadata).toEqual({ tab0: 1, tab1: 1, tab2: 1 });
      expect((await traces.readTrace('t'))?.observations).toMatchObject([{ name: 'tab 2' }]);
    });
  }
  await Promise.all(tabs.map((tab) => tab.close()));
});

it('lets go of its locks when it is closed', async () => {
  const name = newName();
  const store = await openIndexedDbStore({ name });
  await store.traces.write(patchesOfBatch('w', 0));
  await store.close();
  const { held = [], pending = [] } = await navigator.locks.query();
  expect([...held, ...pending].filter((lock) => lock.name?.startsWith(name))).toEqual([]);
});
