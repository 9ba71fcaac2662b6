import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import type { PageQuery } from '../query/page.ts';
import { VIEWS } from '../query/view-record.ts';
import { MAX_PAGE_SIZE } from '../query/page.ts';
import type { Chapter, Rule } from './chapter.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { listOf, walkPages } from './walk-pages.ts';

export const listingChapter: Chapter<TraceStoreSubject> = {
  title: 'listing',
  rules: [
    {
      title: 'lists the newest first unless asked otherwise',
      async check({ store }) {
        await store.write([2, 3, 1].map((at) => trace(`t${at}`, { at })));
        expect(await ids(store, {})).toEqual(['t3', 't2', 't1']);
      },
    },
    {
      title: 'orders in both directions, ties by id upwards, missing values last',
      async check({ store }) {
        await store.write([
          trace('d', { name: 'Zoe' }),
          trace('c', { name: 'abe' }),
          trace('b', { name: 'abe' }),
          trace('a', {}),
          trace('e', {}),
        ]);
        const ordered = (direction: 'asc' | 'desc') => ids(store, { order: { field: 'name', direction } });
        expect(await ordered('asc')).toEqual(['d', 'b', 'c', 'a', 'e']);
        expect(await ordered('desc')).toEqual(['b', 'c', 'd', 'a', 'e']);
      },
    },
    {
      title: 'derives sessions and users from the traces they share',
      async check({ store }) {
        await store.write([
          trace('a', { at: 10, sessionId: 's', userId: 'ada', environment: 'prod' }),
          trace('b', { at: 20, sessionId: 's', userId: 'bob' }),
          trace('c', { at: 30, userId: 'ada' }),
        ]);
        expect((await store.listSessions()).items).toMatchObject([
          {
            id: 's',
            traceCount: 2,
            userIds: ['ada', 'bob'],
            startTime: 10,
            endTime: 20,
            environment: 'prod',
          },
        ]);
        expect((await store.listUsers()).items).toMatchObject([
          { id: 'ada', traceCount: 2, sessionCount: 1, firstSeen: 10, lastSeen: 30 },
          { id: 'bob', traceCount: 1, sessionCount: 1 },
        ]);
      },
    },
    {
      title: 'lists scores of traces, sessions and dataset runs alike',
      async check({ store }) {
        const targets = [{ traceId: 't' }, { sessionId: 's' }, { datasetRunId: 'r' }];
        await store.write(
          targets.map((target, n): Patch => ({
            kind: 'score',
            id: `${n}`,
            at: n,
            name: 'q',
            value: n,
            ...target,
          })),
        );
        expect((await store.listScores()).items).toMatchObject([
          { id: '2', datasetRunId: 'r', traceId: null },
          { id: '1', sessionId: 's', traceId: null },
          { id: '0', traceId: 't' },
        ]);
      },
    },
    ...VIEWS.map((view): Rule<TraceStoreSubject> => ({
      title: `gives every one of the ${view} exactly once, in order, page by page`,
      async check({ store }) {
        await store.write(generateOddTraffic({ seed: 51, traces: 20 }));
        const whole = (await listOf(store, view)({ limit: MAX_PAGE_SIZE })).items;
        expect(whole.length).toBeGreaterThan(2);
        for (const limit of [1, 2, 7]) expect(await walkPages(store, view, { limit })).toEqual(whole);
      },
    })),
    {
      title: 'ends with a full page when nothing is left behind it',
      async check({ store }) {
        await store.write([trace('a', {}), trace('b', {})]);
        expect((await store.listTraces({ limit: 2 })).nextCursor).toBeNull();
        expect((await store.listTraces({ limit: 1 })).nextCursor).not.toBeNull();
      },
    },
    {
      title: 'refuses a cursor of another list, filter or order',
      async check({ store }) {
        await store.write([
          trace('a', { userId: 'u', sessionId: 's' }),
          trace('b', { userId: 'v', sessionId: 's' }),
        ]);
        const cursor = (await store.listTraces({ limit: 1 })).nextCursor ?? undefined;
        const others: Promise<unknown>[] = [
          store.listUsers({ cursor }),
          store.listTraces({ cursor, filter: { field: 'id', op: '!=', value: 'x' } }),
          store.listTraces({ cursor, order: { field: 'name', direction: 'asc' } }),
          store.listTraces({ cursor: 'made-up' }),
        ];
        for (const other of others) await expect(other).rejects.toMatchObject({ code: 'bad-cursor' });
        expect(await ids(store, { cursor, limit: 7 })).toHaveLength(1);
      },
    },
    ...VIEWS.map((view): Rule<TraceStoreSubject> => ({
      title: `refuses ${view} by unknown fields and operators, even when there are none`,
      async check({ store }) {
        const list = listOf(store, view);
        const wrong = [
          { filter: { field: 'nobody', op: '=', value: 1 } },
          { filter: { field: 'metadata.', op: 'is-null' } },
          { filter: { field: 'id', op: 'like', value: 'x' } },
          { filter: { field: 'id', op: 'contains', value: 7 } },
          { filter: { field: 'id', op: 'any-of', value: 'x' } },
          { filter: { not: { or: [{ and: [] }, { field: 'constructor', op: 'is-null' }] } } },
          { order: { field: 'nobody', direction: 'asc' } },
          { order: { field: 'toString', direction: 'asc' } },
          { order: { field: 'input', direction: 'asc' } },
          { traces: { field: 'nobody', op: '=', value: 1 } },
          { filter: { field: 'id', op: '=', value: [] } },
          { filter: { field: 'id', op: '<', value: true } },
          { filter: { field: 'id', op: 'any-of', value: [{}] } },
        ] as unknown as PageQuery[];
        for (const query of wrong) await expect(list(query)).rejects.toMatchObject({ code: 'bad-query' });
      },
    })),
    {
      title: `takes limits of 1 to ${MAX_PAGE_SIZE} and no others`,
      async check({ store }) {
        await store.write([trace('a', {}), trace('b', {})]);
        for (const limit of [0, -1, 1.5, MAX_PAGE_SIZE + 1, Number.NaN, Infinity]) {
          await expect(store.listTraces({ limit })).rejects.toMatchObject({ code: 'bad-query' });
        }
        expect((await store.listTraces({ limit: 1 })).items).toHaveLength(1);
        expect((await store.listTraces({ limit: MAX_PAGE_SIZE })).items).toHaveLength(2);
      },
    },
    {
      title: 'gives 50 items a page unless asked otherwise',
      async check({ store }) {
        await store.write(Array.from({ length: 51 }, (_, n) => trace(`t${n}`, {})));
        expect((await store.listTraces()).items).toHaveLength(50);
      },
    },
  ],
};

function trace(id: string, fields: Partial<Patch & { kind: 'trace' }>): Patch {
  return { kind: 'trace', id, at: 1, ...fields };
}

async function ids(store: TraceStoreSubject['store'], query: PageQuery): Promise<string[]> {
  return (await store.listTraces(query)).items.map(({ id }) => id);
}
