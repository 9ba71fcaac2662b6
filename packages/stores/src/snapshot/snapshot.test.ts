import { generateTraffic, seededRandom } from '@oriel/core/testing';
import type { Patch, TraceStore } from '@oriel/core';
import { expect, it } from 'vitest';
import { engineTraceStore } from '../engine/engine-trace-store.ts';
import { TraceEngine } from '../engine/trace-engine.ts';
import type { PatchLog } from '../log/patch-log.ts';
import { memoryPatchLog } from '../memory/memory-patch-log.ts';
import { decodeSnapshot } from './decode-snapshot.ts';
import { encodeSnapshot } from './encode-snapshot.ts';
import { reserveCopies } from './reserve-copies.ts';
import { restoreSnapshot } from './restore-snapshot.ts';
import { takeSnapshot } from './take-snapshot.ts';

const TRAFFIC = [...generateTraffic({ seed: 11, days: 1, tracesPerDay: 40 })].flat();
const LATER: readonly Patch[] = [
  { kind: 'trace', id: 'late', at: 1, name: 'late', metadata: { messageId: 'm-1' } },
  { kind: 'observation', id: 'child', traceId: 'late', at: 2, parentId: 'root', usage: { odd: 1.5 } },
  { kind: 'observation', id: 'root', traceId: 'late', at: 1 },
];

it('fills an engine that answers as the one it was taken of, then and after more was written', async () => {
  const { log, engine, store } = await filled();
  const again = newEngine(log);
  restoreSnapshot(again, decoded(joined(await encodeSnapshot(takeSnapshot(engine, 1)))));
  const other = engineTraceStore({ engine: again, durable: false });
  expect(await answersOf(other)).toEqual(await answersOf(store));
  for (const each of [store, other]) {
    await each.write(LATER);
    await each.deleteTraces((await each.listTraces({ limit: 3 })).items.map(({ id }) => id).slice(1));
  }
  expect(await answersOf(other)).toEqual(await answersOf(store));
  expect(await other.resolveTraceId('m-1')).toBe('late');
});

it('keeps what it was taken of, whatever is written afterwards', async () => {
  const { log, engine, store } = await filled();
  const before = await answersOf(store);
  const snapshot = takeSnapshot(engine, 1);
  await store.write(LATER);
  const again = newEngine(log);
  restoreSnapshot(again, snapshot);
  expect(await answersOf(engineTraceStore({ engine: again, durable: false }))).toEqual(before);
});

it('is the same in memory that was made ready before, also when more was written meanwhile', async () => {
  const { log, engine, store } = await filled();
  const copy = await reserveCopies(engine, () => Promise.resolve());
  await store.write(LATER);
  const before = await answersOf(store);
  const snapshot = takeSnapshot(engine, 1, copy);
  await store.deleteTraces((await store.listTraces()).items.map(({ id }) => id));
  const again = newEngine(log);
  restoreSnapshot(again, decoded(joined(await encodeSnapshot(snapshot))));
  expect((await answersOf(engineTraceStore({ engine: again, durable: false }))).traces).toEqual(
    before.traces,
  );
});

it('lets others have their turn while it is made ready and encoded', async () => {
  const { engine } = await filled();
  let pauses = 0;
  const pause = () => Promise.resolve((pauses += 1));
  const snapshot = takeSnapshot(engine, 1, await reserveCopies(engine, pause));
  const before = pauses;
  await encodeSnapshot(snapshot, { pause });
  expect(before).toBeGreaterThan(50);
  expect(pauses - before).toBe(snapshot.parts.length);
});

it('is not used when a single byte of it has changed or its end is missing', async () => {
  const { engine } = await filled();
  const bytes = joined(await encodeSnapshot(takeSnapshot(engine, 1)));
  const random = seededRandom(3);
  for (let round = 0; round < 300; round += 1) {
    const bad = bytes.slice();
    const at = round < 40 ? round : Math.floor(random() * bad.length);
    bad[at] = (bad[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    expect(decodeSnapshot(bad)).toBeNull();
  }
  for (const length of [0, 5, 20, bytes.length - 1])
    expect(decodeSnapshot(bytes.subarray(0, length))).toBeNull();
});

it('is not used for other keys of own ids, and not with a part too many or too few', async () => {
  const { log, engine } = await filled();
  const { nextRef, parts } = takeSnapshot(engine, 1);
  const other = new TraceEngine({ log, idKeys: ['orderId'] });
  expect(() => restoreSnapshot(other, { nextRef, parts })).toThrow('ownIds.keys');
  expect(() => restoreSnapshot(newEngine(log), { nextRef, parts: parts.slice(0, -1) })).toThrow('is missing');
  const extra = { name: 'traces.colour.values', type: 'u8', bytes: new Uint8Array() } as const;
  expect(() => restoreSnapshot(newEngine(log), { nextRef, parts: [...parts, extra] })).toThrow(
    'belongs to nothing',
  );
});

function newEngine(log: PatchLog): TraceEngine {
  return new TraceEngine({ log, idKeys: ['messageId'] });
}

async function filled() {
  const log = memoryPatchLog();
  const engine = newEngine(log);
  const store = engineTraceStore({ engine, durable: false });
  await store.write(TRAFFIC.slice(0, 10_000));
  await store.deleteTraces((await store.listTraces({ limit: 4 })).items.map(({ id }) => id));
  return { log, engine, store };
}

async function answersOf(store: TraceStore) {
  const traces = await store.listTraces({ limit: 200 });
  return {
    traces,
    structures: await Promise.all(traces.items.map(({ id }) => store.readTrace(id))),
    payloads: await Promise.all(traces.items.map(({ id }) => store.readPayloads({ traceId: id }))),
    sessions: await store.listSessions({ limit: 200 }),
    users: await store.listUsers({ limit: 200 }),
    scores: await store.listScores({ limit: 200 }),
    facets: await store.facets({ view: 'observations', fields: ['model', 'name', 'type', 'level'] }),
  };
}

function joined(runs: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(runs));
}

function decoded(bytes: Uint8Array) {
  const snapshot = decodeSnapshot(bytes);
  if (snapshot === null) throw new Error('The snapshot is damaged.');
  return snapshot;
}
