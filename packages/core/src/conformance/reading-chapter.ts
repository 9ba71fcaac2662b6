import { expect } from 'vitest';
import { drawTrace } from '../testing/draw-trace.ts';
import type { Chapter } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

/** What most payloads do not have. */
const NOTHING_MORE = {
  tools: [],
  provenance: { convention: null, usageRule: null, rawUsage: null, usageWarning: null, pricing: null },
};

export const readingChapter: Chapter<TraceStoreSubject> = {
  title: 'reading',
  rules: [
    {
      title: 'returns a trace in start order, whatever order it was written in',
      async check({ store }) {
        const batch = drawTrace(`
          agent    |========
            tool   |   ====
            llm    |   ===
            first  |===
        `);
        await store.write(batch.toReversed());
        const { observations } = (await store.readTrace('trace-1')) ?? {};
        expect(observations?.map(({ id }) => id)).toEqual([
          'trace-1/1',
          'trace-1/4',
          'trace-1/2',
          'trace-1/3',
        ]);
      },
    },
    {
      title: 'sums a trace up from its observations',
      async check({ store }) {
        await store.write([
          {
            kind: 'observation',
            id: 'a',
            traceId: 't',
            at: 1,
            startTime: 100,
            endTime: 400,
            name: 'root',
            usage: { input: 3, total: 3 },
            cost: { total: 0.1 },
          },
          {
            kind: 'observation',
            id: 'b',
            traceId: 't',
            at: 1,
            parentId: 'a',
            startTime: 200,
            endTime: 900,
            level: 'ERROR',
            usage: { total: 4 },
            cost: { total: 0.2 },
          },
        ]);
        expect((await store.readTrace('t'))?.trace).toMatchObject({
          name: 'root',
          startTime: 100,
          endTime: 900,
          latency: 800,
          level: 'ERROR',
          observationCount: 2,
          isVirtual: true,
          usage: { input: 3, total: 7 },
          cost: { total: 0.3 },
        });
      },
    },
    {
      title: 'returns payloads in the order asked for, and leaves unknown observations out',
      async check({ store }) {
        await store.write([
          {
            kind: 'observation',
            id: 'a',
            traceId: 't',
            at: 1,
            input: { q: 'ä\u0000😀' },
            output: [1, null],
            metadata: { m: { n: 1 } },
          },
          {
            kind: 'observation',
            id: 'b',
            traceId: 't',
            at: 2,
            parentId: 'a',
            input: 0,
            output: false,
            modelParameters: { temperature: 0.5 },
          },
          { kind: 'observation', id: 'b', traceId: 'other', at: 2, input: 'of another trace' },
        ]);
        const payloads = await store.readPayloads({ traceId: 't', observationIds: ['b', 'nobody', 'a'] });
        expect(payloads).toEqual({
          trace: { input: { q: 'ä\u0000😀' }, output: [1, null], metadata: {} },
          observations: [
            {
              ...NOTHING_MORE,
              id: 'b',
              input: 0,
              output: false,
              metadata: {},
              modelParameters: { temperature: 0.5 },
            },
            {
              ...NOTHING_MORE,
              id: 'a',
              input: { q: 'ä\u0000😀' },
              output: [1, null],
              metadata: { m: { n: 1 } },
              modelParameters: {},
            },
          ],
        });
      },
    },
    {
      title:
        'lists messages that arrived one by one in the order of their keys, until a whole payload is sent',
      async check({ store }) {
        const piece = { kind: 'observation', id: 'a', traceId: 't' } as const;
        await store.write([
          { ...piece, at: 3, inputMessages: { '2': 'second' }, outputMessages: { '9': 'answer' } },
          { ...piece, at: 2, inputMessages: { '1': 'first' } },
          { ...piece, at: 2, inputMessages: { '1': 'first' } },
        ]);
        const read = async () =>
          (await store.readPayloads({ traceId: 't', observationIds: ['a'] })).observations;
        expect(await read()).toMatchObject([{ input: ['first', 'second'], output: ['answer'] }]);
        await store.write([{ ...piece, at: 1, input: 'whole' }]);
        expect(await read()).toMatchObject([{ input: 'whole', output: ['answer'] }]);
      },
    },
    {
      title: 'knows nothing of a trace nobody wrote',
      async check({ store }) {
        await store.write(drawTrace('llm |='));
        expect(await store.readTrace('nobody')).toBeNull();
        expect(await store.readPayloads({ traceId: 'nobody', observationIds: ['trace-1/1'] })).toEqual({
          trace: null,
          observations: [],
        });
      },
    },
    {
      title: 'opens a trace of which only a score has arrived',
      async check({ store }) {
        await store.write([{ kind: 'score', id: 's', at: 5, name: 'quality', value: 1, traceId: 'scored' }]);
        const structure = await store.readTrace('scored');
        expect(structure).toMatchObject({
          trace: { id: 'scored', startTime: 5, isVirtual: true },
          observations: [],
        });
        expect(structure?.scores).toMatchObject([{ id: 's', value: 1 }]);
        expect((await store.listTraces()).items).toEqual([structure?.trace]);
      },
    },
    {
      title: 'opens a trace whose parents never arrived',
      async check({ store }) {
        await store.write([
          { kind: 'observation', id: 'child', traceId: 't', at: 1, name: 'child', parentId: 'lost' },
        ]);
        const structure = await store.readTrace('t');
        expect(structure?.trace.name).toBe('child');
        expect(structure?.observations).toMatchObject([{ id: 'child', parentId: 'lost' }]);
      },
    },
    {
      title: 'returns the scores of a trace by time, ties by id',
      async check({ store }) {
        await store.write(
          [
            ['c', 1],
            ['b', 2],
            ['a', 2],
          ].map(([id, at]) => {
            return {
              kind: 'score',
              id: String(id),
              at: Number(at),
              name: 'q',
              value: 1,
              traceId: 't',
            } as const;
          }),
        );
        expect((await store.readTrace('t'))?.scores.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
      },
    },
  ],
};
