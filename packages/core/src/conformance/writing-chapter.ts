import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import { referenceStore } from '../store/reference-store.ts';
import { drawTrace } from '../testing/draw-trace.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Chapter } from './chapter.ts';
import { generateOddTraffic, shuffle } from './generate-odd-traffic.ts';
import { readEverything } from './read-everything.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

export const writingChapter: Chapter<TraceStoreSubject> = {
  title: 'writing',
  rules: [
    {
      title: 'shows a batch to the very next read, all of it',
      async check({ store }) {
        const batch = drawTrace(`
          agent    |========
            llm    |===
            tool   |   ====
            llm    |       =
        `);
        await store.write(batch);
        const structure = await store.readTrace('trace-1');
        expect(structure?.observations.map(({ name }) => name)).toEqual(['agent', 'llm', 'tool', 'llm']);
        expect(structure?.trace.observationCount).toBe(4);
      },
    },
    {
      title: 'takes an empty batch for what it is',
      async check({ store }) {
        await store.write([]);
        expect((await store.listTraces()).items).toEqual([]);
      },
    },
    {
      title: 'takes a batch of the size it promises and stores nothing of one patch more',
      async check({ store }) {
        const { maxBatch } = store.capabilities;
        const patches = Array.from({ length: maxBatch + 1 }, (_, n): Patch => {
          return { kind: 'observation', id: `o-${n}`, traceId: 'big', at: n };
        });
        await expect(store.write(patches)).rejects.toMatchObject({ code: 'too-large' });
        expect(await store.readTrace('big')).toBeNull();

        await store.write(patches.slice(0, maxBatch));
        expect((await store.readTrace('big'))?.observations).toHaveLength(maxBatch);
      },
    },
    ...badPatches().map(({ why, patch }) => ({
      title: `stores nothing of a batch with a patch that has ${why}`,
      async check({ store }: TraceStoreSubject) {
        const [before, after] = [
          drawTrace('llm |=', { traceId: 'a' }),
          drawTrace('llm |=', { traceId: 'b' }),
        ];
        await expect(store.write([...before, patch, ...after])).rejects.toMatchObject({ code: 'bad-patch' });
        expect((await store.listTraces()).items).toEqual([]);
        expect((await store.listScores()).items).toEqual([]);
      },
    })),
    {
      title: 'ends in the same records when a batch is sent twice',
      async check({ store }) {
        const batch = generateOddTraffic({ seed: 21, traces: 8 });
        await store.write(batch);
        const once = await readEverything(store);
        await store.write(batch);
        expect(await readEverything(store)).toEqual(once);
      },
    },
    {
      title: 'lets the later event win, whichever arrives first',
      async check({ store }) {
        await store.write([
          { kind: 'observation', id: 'o', traceId: 't', at: 2, mode: 'update', model: 'new', endTime: 9 },
        ]);
        await store.write([
          { kind: 'observation', id: 'o', traceId: 't', at: 1, model: 'old', startTime: 4 },
        ]);
        const [observation] = (await store.readTrace('t'))?.observations ?? [];
        expect(observation).toMatchObject({ model: 'new', startTime: 4, endTime: 9 });
      },
    },
    {
      title: 'merges metadata and tags of all pieces',
      async check({ store }) {
        await store.write([
          { kind: 'trace', id: 't', at: 1, tags: ['b', 'a'], metadata: { k: { x: 1 }, s: [1, 2] } },
        ]);
        await store.write([
          { kind: 'trace', id: 't', at: 2, tags: ['c', 'a'], metadata: { k: { y: 2 }, s: [3] } },
        ]);
        expect((await store.readTrace('t'))?.trace.tags).toEqual(['a', 'b', 'c']);
        const { trace } = await store.readPayloads({ traceId: 't' });
        expect(trace?.metadata).toEqual({ k: { x: 1, y: 2 }, s: [3, 2] });
      },
    },
    {
      title: 'lets a score move to the trace that its earliest event names',
      async check({ store }) {
        await store.write([{ kind: 'score', id: 's', at: 2, name: 'q', value: 1, traceId: 'late' }]);
        await store.write([{ kind: 'score', id: 's', at: 1, name: 'q', value: 0, traceId: 'early' }]);
        expect((await store.readTrace('early'))?.scores).toMatchObject([
          { id: 's', value: 1, traceId: 'early' },
        ]);
        expect(await store.readTrace('late')).toBeNull();
      },
    },
    {
      title: 'makes the records of the merge rules, in any order and any batches',
      async check({ store }) {
        const random = seededRandom(77);
        const pieces = generateOddTraffic({ seed: 31, traces: 15 }).flatMap((patch): Patch[] => [
          patch,
          { ...patch, at: patch.at + Math.floor(random() * 5) - 2, mode: 'update' },
        ]);
        const reference = referenceStore().traces;
        await reference.write(pieces);

        const arrivals = shuffle([...pieces, ...pieces.slice(0, 20)], random);
        while (arrivals.length > 0) {
          await store.write(
            arrivals.splice(0, Math.min(store.capabilities.maxBatch, 1 + Math.floor(random() * 9))),
          );
        }
        expect(await readEverything(store)).toEqual(await readEverything(reference));
      },
    },
  ],
};

function badPatches(): { why: string; patch: Patch }[] {
  return [
    { why: 'an empty id', patch: { kind: 'trace', id: '', at: 1 } },
    { why: 'an id of 801 characters', patch: { kind: 'trace', id: 'x'.repeat(801), at: 1 } },
    { why: 'no trace for its observation', patch: { kind: 'observation', id: 'o', traceId: '', at: 1 } },
    { why: 'no event time', patch: { kind: 'score', id: 's', at: Number.NaN, traceId: 'a' } },
    { why: 'an unknown kind', patch: { kind: 'spam', id: 's', at: 1 } as unknown as Patch },
  ];
}
