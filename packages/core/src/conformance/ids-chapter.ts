import { expect } from 'vitest';
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
      title: 'answers null for an id that fits no trace',
      async check({ store }) {
        await store.write([{ kind: 'observation', id: 'inside', traceId: 't', at: 1 }]);
        for (const id of ['nobody', 'inside', '', 'T', UUID])
          expect(await store.resolveTraceId(id)).toBeNull();
      },
    },
  ],
};
