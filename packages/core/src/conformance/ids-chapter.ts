import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import { traceIdFromSeed } from '../model/seed-ids.ts';
import type { Chapter, Rule } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

const UUID = '0af76519-16cd-43dd-8448-eb211c80319c';

export const idsChapter: Chapter<TraceStoreSubject> = {
  title: 'ids',
  rules: [
    ...['trace-1', 'order-agent/2025-03-07#42', 'a b%20c?d=&e', 'größe 😀', '__proto__', 'x'.repeat(800)].map(
      (id): Rule<TraceStoreSubject> => ({
        title: `opens a trace by its own id, as it came: ${id.slice(0, 30)}`,
        async check({ store }) {
          await store.write([{ kind: 'observation', id, traceId: id, at: 1, input: 'i' }]);
          expect(await store.resolveTraceId(id)).toBe(id);
          expect((await store.readTrace(id))?.observations).toMatchObject([{ id, traceId: id }]);
          expect(
            (await store.readPayloads({ traceId: id, observationIds: [id] })).observations,
          ).toMatchObject([{ id, input: 'i' }]);
        },
      }),
    ),
    ...[
      { from: 'order-42', to: traceIdFromSeed('order-42'), why: 'the seed its id was derived from' },
      { from: UUID, to: UUID.replaceAll('-', ''), why: 'its UUID with dashes' },
      { from: UUID.replaceAll('-', ''), to: UUID, why: 'its UUID without dashes' },
      { from: UUID.toUpperCase(), to: UUID, why: 'its UUID in capitals' },
    ].map(({ from, to, why }): Rule<TraceStoreSubject> => ({
      title: `opens a trace by ${why}`,
      async check({ store }) {
        await store.write([{ kind: 'trace', id: to, at: 1 }]);
        expect(await store.resolveTraceId(from)).toBe(to);
      },
    })),
    {
      title: 'prefers the id itself to the trace it is the seed of',
      async check({ store }) {
        await store.write([
          { kind: 'trace', id: traceIdFromSeed('order-42'), at: 1 },
          { kind: 'trace', id: 'order-42', at: 1 },
        ]);
        expect(await store.resolveTraceId('order-42')).toBe('order-42');
      },
    },
    {
      title: 'opens a trace by an id that its metadata carries under a declared key',
      async check({ store }) {
        await store.write([
          { kind: 'trace', id: 'other', at: 1, metadata: { messageId: 'msg-8', note: 'msg-7' } },
          { kind: 'trace', id: 't', at: 1, metadata: { messageId: 'msg-7', run_id: 'run-7' } },
        ]);
        expect(await store.resolveTraceId('msg-7')).toBe('t');
        expect(await store.resolveTraceId('run-7')).toBe('t');
        await store.write([{ kind: 'trace', id: 't', at: 2, metadata: { messageId: 'msg-9' } }]);
        expect(await store.resolveTraceId('msg-7')).toBeNull();
        expect(await store.resolveTraceId('msg-9')).toBe('t');
        await store.deleteTraces(['t']);
        expect(await store.resolveTraceId('msg-9')).toBeNull();
      },
    },
    {
      title: 'opens the newest of the traces that carry an id, in whatever order they came',
      async check({ store }) {
        const carrying = ({ id, timestamp }: { id: string; timestamp: number }): Patch => ({
          kind: 'trace',
          id,
          timestamp,
          at: 1,
          metadata: { messageId: 'msg-7' },
        });
        await store.write([carrying({ id: 'middle', timestamp: 20 })]);
        await store.write([carrying({ id: 'newest', timestamp: 30 })]);
        await store.write([carrying({ id: 'oldest', timestamp: 10 })]);
        expect(await store.resolveTraceId('msg-7')).toBe('newest');
      },
    },
    {
      title: 'prefers an id to one in metadata',
      async check({ store }) {
        await store.write([
          { kind: 'trace', id: 'carrier', at: 1, timestamp: 9, metadata: { messageId: 'order-42' } },
          { kind: 'trace', id: traceIdFromSeed('order-42'), at: 1, timestamp: 1 },
        ]);
        expect(await store.resolveTraceId('order-42')).toBe(traceIdFromSeed('order-42'));
      },
    },
    {
      title: 'resolves an id among the traces that meet a filter, as if there were no others',
      async check({ store }) {
        const metadata = { messageId: 'msg-7' };
        await store.write([
          { kind: 'trace', id: 'msg-7', at: 1, timestamp: 30, userId: 'bob' },
          { kind: 'trace', id: 'newer', at: 1, timestamp: 20, userId: 'bob', metadata },
          { kind: 'trace', id: 'older', at: 1, timestamp: 10, userId: 'ada', metadata },
        ]);
        const ask = (userId: string) =>
          store.resolveTraceId('msg-7', { traces: { field: 'userId', op: '=', value: userId } });
        expect([await ask('bob'), await ask('ada'), await ask('eve')]).toEqual(['msg-7', 'older', null]);
        await expect(
          store.resolveTraceId('msg-7', { traces: { field: 'nothing', op: 'is-null' } }),
        ).rejects.toMatchObject({ code: 'bad-query' });
      },
    },
    {
      title: 'answers null for an id that fits no trace',
      async check({ store }) {
        await store.write([{ kind: 'observation', id: 'inside', traceId: 't', at: 1 }]);
        for (const id of ['nobody', 'inside', '', 'T', UUID])
          expect(await store.resolveTraceId(id)).toBeNull();
      },
    },
  ],
};
