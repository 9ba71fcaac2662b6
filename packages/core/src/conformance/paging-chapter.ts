import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import type { Order } from '../query/page.ts';
import type { View } from '../query/view-record.ts';
import { VIEWS } from '../query/view-record.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { chooser } from './chooser.ts';
import type { Chapter, Rule } from './chapter.ts';
import { generateOddTraffic, shuffle } from './generate-odd-traffic.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { walkPages } from './walk-pages.ts';

/** Some values of each are shared, some are missing. */
const ORDERS: Readonly<Record<View, readonly Order[]>> = {
  traces: [
    { field: 'startTime', direction: 'desc' },
    { field: 'name', direction: 'asc' },
    { field: 'metadata.plan.tier', direction: 'desc' },
  ],
  observations: [
    { field: 'startTime', direction: 'desc' },
    { field: 'totalCost', direction: 'asc' },
    { field: 'traceName', direction: 'desc' },
  ],
  sessions: [
    { field: 'startTime', direction: 'desc' },
    { field: 'totalTokens', direction: 'asc' },
  ],
  users: [
    { field: 'lastSeen', direction: 'desc' },
    { field: 'traceCount', direction: 'asc' },
  ],
  scores: [
    { field: 'timestamp', direction: 'desc' },
    { field: 'value', direction: 'asc' },
  ],
};

/** Walking a list while the world goes on. */
export const pagingChapter: Chapter<TraceStoreSubject> = {
  title: 'paging',
  rules: [
    {
      title: 'visits every match exactly once while writes and deletes go on',
      async check({ store }) {
        const old = Array.from({ length: 12 }, (_, n) => trace(`old-${n}`, { at: 100 + n, tags: ['match'] }));
        await store.write(old);
        const query = { limit: 2, filter: { field: 'tags', op: '=', value: 'match' } } as const;
        const seen = await walkPages(store, 'traces', query, async (page) => {
          // Newer ones go where the walk has been; one of those already seen disappears.
          await store.write([trace(`new-${page}`, { at: 1000 + page, tags: ['match'] })]);
          if (page === 2) await store.deleteTraces(['old-11']);
        });
        expect(seen.map(({ id }) => id)).toEqual(old.map(({ id }) => id).toReversed());
      },
    },
    {
      title: 'goes on from a place whose item is gone',
      async check({ store }) {
        await store.write([1, 2, 3].map((at) => trace(`t${at}`, { at })));
        const { nextCursor } = await store.listTraces({ limit: 2 });
        await store.deleteTraces(['t2']);
        const { items } = await store.listTraces({ cursor: nextCursor ?? undefined });
        expect(items.map(({ id }) => id)).toEqual(['t1']);
      },
    },
    {
      title: 'meets what is written ahead of it, and not what was deleted or no longer matches',
      async check({ store }) {
        await store.write([9, 8, 7, 6, 5].map((at) => trace(`t${at}`, { at, tags: ['match'], name: 'on' })));
        const query = { limit: 2, filter: { field: 'name', op: '=', value: 'on' } } as const;
        const seen = await walkPages(store, 'traces', query, async (page) => {
          if (page > 1) return;
          await store.write([trace('t1', { at: 1, name: 'on' }), trace('t6', { at: 60, name: 'off' })]);
          await store.deleteTraces(['t7']);
        });
        expect(seen.map(({ id }) => id)).toEqual(['t9', 't8', 't5', 't1']);
      },
    },
    ...VIEWS.flatMap((view) =>
      ORDERS[view].map((order): Rule<TraceStoreSubject> => ({
        title: `visits all ${view} nobody touches exactly once, by ${order.field}, whatever happens around them`,
        async check({ store }) {
          const random = seededRandom(view.length + order.field.length);
          const { below, pick } = chooser(random);
          const traffic = generateOddTraffic({ seed: 91, traces: 14 });
          // Products of their own, with users and sessions of their own, come and go during the walk.
          const others = generateOddTraffic({ seed: 92, traces: 14 }).map(apart);
          await store.write([...traffic, ...shuffle(others, random).slice(0, 20)]);
          const isOurs = ({ id }: { readonly id: string }, traceId: string | null | undefined) =>
            !id.includes('apart') && !(traceId ?? '').includes('apart');
          const ours = (items: readonly ViewKey[]) =>
            items.filter((item) => isOurs(item, item.traceId)).map(key);

          const expected = ours(await walkPages(store, view, { order }));
          const seen = await walkPages(store, view, { order, limit: 3 }, async () => {
            await store.write(Array.from({ length: 4 }, () => pick(others)));
            if (below(3) === 0) await store.deleteTraces([`t-92-${below(14)}-apart`]);
          });
          expect(ours(seen)).toEqual(expected);
        },
      })),
    ),
    {
      title: 'shows a batch as a whole or not at all to whoever reads while it is written',
      async check({ store }) {
        const batches = Array.from({ length: 20 }, (_, batch) =>
          Array.from({ length: 10 }, (__, n) => trace(`b${batch}-${n}`, { at: batch, release: `${batch}` })),
        );
        const writes = batches.map((batch) => store.write(batch));
        const reads = batches.map(async () => {
          const { rows } = await store.aggregate({
            view: 'traces',
            measures: [{ aggregate: 'count' }],
            dimensions: ['release'],
          });
          return rows.map(({ values }) => values[0]);
        });
        const answers = await Promise.all(reads);
        await Promise.all(writes);
        for (const counts of answers) expect(counts).toEqual(counts.map(() => 10));
      },
    },
  ],
};

interface ViewKey {
  readonly id: string;
  readonly traceId?: string | null;
}

function key({ id, traceId }: ViewKey): string {
  return JSON.stringify([traceId, id]);
}

function trace(id: string, fields: Partial<Patch & { kind: 'trace' }>): Patch {
  return { kind: 'trace', id, at: 1, ...fields };
}

/** The same patch about somebody else's trace, session and user. */
function apart(patch: Patch): Patch {
  const mark = <Text>(text: Text) => (typeof text === 'string' ? `${text}-apart` : text);
  if (patch.kind === 'observation') return { ...patch, traceId: `${patch.traceId}-apart` };
  if (patch.kind === 'trace') {
    return {
      ...patch,
      id: `${patch.id}-apart`,
      userId: mark(patch.userId),
      sessionId: mark(patch.sessionId),
    };
  }
  return {
    ...patch,
    id: `${patch.id}-apart`,
    traceId: mark(patch.traceId),
    sessionId: mark(patch.sessionId),
  };
}
