import { referenceStore } from '@oriel/core';
import type { Patch } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import type { PatchLog } from '../log/patch-log.ts';
import { memoryPatchLog } from '../memory/memory-patch-log.ts';
import { engineTraceStore } from './engine-trace-store.ts';
import { TraceEngine } from './trace-engine.ts';

const UPDATES = 300;
/** One trace, observation and score, each of them told in many pieces that come in any order. */
const PIECES = Array.from({ length: UPDATES }, (_, n): Patch[] => [
  { kind: 'trace', id: 't', at: (n * 7) % 50, metadata: { [`k${n % 9}`]: n }, tags: [`tag-${n % 4}`] },
  {
    kind: 'observation',
    id: 'o',
    traceId: 't',
    at: (n * 11) % 60,
    output: `piece ${n}`,
    usage: { input: n },
  },
  { kind: 'score', id: 's', traceId: 't', at: (n * 5) % 40, name: 'grade', value: n },
]);

/** A store that counts the patches that are read to fold them once more. */
function countingStore() {
  const inner = memoryPatchLog();
  let reads = 0;
  const log: PatchLog = {
    ...inner,
    peek(ref) {
      reads += 1;
      return inner.peek(ref);
    },
    get memoryUsage() {
      return inner.memoryUsage;
    },
  };
  const engine = new TraceEngine({ log, idKeys: [] });
  return { store: engineTraceStore({ engine, durable: false }), engine, reads: () => reads };
}

async function answers(store: ReturnType<typeof countingStore>['store']) {
  return [
    await store.readTrace('t'),
    await store.readPayloads({ traceId: 't', observationIds: ['o'] }),
    await store.listScores(),
  ];
}

it('folds each of many patches of a record once, not again for every one that follows', async () => {
  const { store, reads } = countingStore();
  for (const piece of PIECES.slice(0, 100)) await store.write(piece);
  const before = reads();
  for (const piece of PIECES.slice(100)) await store.write(piece);
  expect(reads()).toBe(before);
  const reference = referenceStore().traces;
  await reference.write(PIECES.flat());
  expect(await answers(store)).toEqual(await answers(reference));
});

it('knows nothing of a deleted record when its name, or its row, is used again', async () => {
  const { store } = countingStore();
  for (const piece of PIECES) await store.write(piece);
  await store.deleteTraces(['t']);
  const [first = []] = PIECES;
  const reference = referenceStore().traces;
  for (const each of [store, reference]) {
    await each.write([{ kind: 'trace', id: 'other', at: 1, name: 'other' }]);
    for (let n = 0; n < 3; n += 1) await each.write(first);
  }
  expect(await answers(store)).toEqual(await answers(reference));
  expect(await store.readTrace('other')).toEqual(await reference.readTrace('other'));
});

it('answers the same whatever order older patches are read in meanwhile, over more records than it holds', async () => {
  const { store, engine } = countingStore();
  const random = seededRandom(5);
  const patches = Array.from({ length: 8000 }, (_, n): Patch => {
    return {
      kind: 'observation',
      id: `o-${n % 100}`,
      traceId: 't',
      at: Math.floor(random() * 90),
      output: n,
    };
  });
  const reference = referenceStore().traces;
  await reference.write(patches);
  for (let at = 0; at < patches.length; at += 250) {
    const batch = patches.slice(at, at + 250);
    if (random() < 0.3) await engine.replay(batch, engine.log.append(batch) as number);
    else await store.write(batch);
  }
  expect(await store.readTrace('t')).toEqual(await reference.readTrace('t'));
});
