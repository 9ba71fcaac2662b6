import { expect, vi } from 'vitest';
import type { Patch } from '../model/patch.ts';
import { traceIdFromSeed } from '../model/seed-ids.ts';
import { answerPage } from '../query/answer-page.ts';
import type { Filter } from '../query/filter.ts';
import { MAX_PAGE_SIZE } from '../query/page.ts';
import { VIEWS } from '../query/view-record.ts';
import { referenceStore } from '../store/reference-store.ts';
import type { StoreScope } from '../store/scoped-store.ts';
import type { TraceStore } from '../store/trace-store.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Chapter, Rule } from './chapter.ts';
import { PROBES, SECRETS, SILENT } from './scope-probes.ts';
import { queryGenerator } from './generate-query.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { readEverything } from './read-everything.ts';
import { announcesChanges } from './trace-store-subject.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { carried, trafficContents } from './traffic-contents.ts';
import { walkPages } from './walk-pages.ts';

/** What a customer may see: their own traces. */
const SCOPE: StoreScope = { traces: { field: 'userId', op: '=', value: 'ada' } };

/** What only a trace out of scope says; a refusal may say which key is needed. */
const TOLD = /secret(?! key)/i;

/** What a scope may speak of. */
const SCOPES: Readonly<Record<string, Filter>> = {
  user: SCOPE.traces,
  session: { field: 'sessionId', op: 'any-of', value: ['s-1', 's-2'] },
  environment: { field: 'environment', op: '!=', value: 'prod' },
  tag: { field: 'tags', op: 'all-of', value: ['beta'] },
  metadata: {
    or: [
      { field: 'metadata.region', op: '=', value: 'eu' },
      { field: 'metadata.list', op: '=', value: '1' },
    ],
  },
  text: { search: 'checkout' },
};

export const scopeChapter: Chapter<TraceStoreSubject> = {
  title: 'scope',
  rules: [
    ...Object.entries(SCOPES).flatMap(([name, traces]): Rule<TraceStoreSubject>[] => [
      {
        title: `tells a caller scoped by ${name} exactly what a store of the traces in scope would tell`,
        async check({ store, scoped: open }) {
          const { scoped, own } = await scopedTraffic(store, open, traces);
          const expected = await readEverything(own);
          expect(expected.traces.length).toBeGreaterThan(3);
          expect(expected.traces.length).toBeLessThan(30);
          expect(await readEverything(scoped)).toEqual(expected);
        },
      },
      {
        title: `answers questions of a caller scoped by ${name} as if the rest did not exist`,
        async check({ store, scoped: open, share }) {
          const { scoped, own, contents } = await scopedTraffic(store, open, traces);
          for (const view of VIEWS) {
            const generator = queryGenerator(view, contents, seededRandom(name.length));
            for (let count = 0; count < 4 * share; count += 1) {
              const query = {
                page: generator.page(),
                aggregate: generator.aggregate(),
                facets: generator.facets(),
              };
              const ask = async (asked: TraceStore) => ({
                page: await walkPages(asked, view, { ...query.page, limit: 7 }),
                aggregate: await asked.aggregate(query.aggregate),
                facets: await asked.facets(query.facets),
              });
              expect({ query, answer: await ask(scoped) }).toEqual({ query, answer: await ask(own) });
            }
          }
        },
      },
    ]),
    ...Object.entries(PROBES).map(([method, probe]): Rule<TraceStoreSubject> => ({
      title: `gives away nothing of a trace out of scope through ${method}`,
      ...(method === 'subscribe' && { applies: announcesChanges }),
      async check({ store, scoped: open }) {
        await store.write(SECRETS);
        const told: unknown[] = [];
        const scoped = await open(SCOPE);
        await probe(scoped, store, (answer) => told.push(answer));
        expect(JSON.stringify(told)).not.toMatch(TOLD);
        // The same questions do tell it to whoever may see everything: they are worth asking.
        const all: unknown[] = [];
        const isRefused = await probe(store, store, (answer) => all.push(answer)).then(
          () => false,
          () => true,
        );
        if (!isRefused && !SILENT.includes(method)) expect(JSON.stringify(all)).toMatch(TOLD);
      },
    })),
    {
      title: 'does not confirm a trace out of scope, by whatever id or method',
      async check({ store, scoped: open }) {
        const seeded = traceIdFromSeed('order-42');
        await store.write([
          { kind: 'observation', id: 'o', traceId: seeded, at: 1, input: 'secret' },
          { kind: 'trace', id: seeded, at: 1, userId: 'bob', sessionId: 's' },
          { kind: 'score', id: 'score', at: 1, name: 'q', value: 1, traceId: seeded },
        ]);
        const scoped = await open(SCOPE);
        expect(await scoped.resolveTraceId(seeded)).toBeNull();
        expect(await scoped.resolveTraceId('order-42')).toBeNull();
        expect(await scoped.readTrace(seeded)).toBeNull();
        expect(await scoped.readPayloads({ traceId: seeded, observationIds: ['o'] })).toEqual({
          trace: null,
          observations: [],
        });
        for (const view of VIEWS) {
          expect(await walkPages(scoped, view)).toEqual([]);
        }
      },
    },
    {
      title: 'opens a trace in scope although another in the way of its id is not',
      async check({ store, scoped: open }) {
        await store.write([
          { kind: 'trace', id: 'order-42', at: 1, userId: 'bob' },
          { kind: 'trace', id: traceIdFromSeed('order-42'), at: 1, userId: 'ada' },
        ]);
        const scoped = await open(SCOPE);
        expect(await scoped.resolveTraceId('order-42')).toBe(traceIdFromSeed('order-42'));
      },
    },
    {
      title: 'opens a trace in scope by an id that a trace out of scope carries, too',
      async check({ store, scoped: open }) {
        const metadata = { messageId: 'msg-7' };
        await store.write([
          { kind: 'trace', id: 'theirs', at: 1, timestamp: 20, userId: 'bob', metadata },
          { kind: 'trace', id: 'mine', at: 1, timestamp: 10, userId: 'ada', metadata },
        ]);
        const scoped = await open(SCOPE);
        expect(await scoped.resolveTraceId('msg-7')).toBe('mine');
        const theirs = { traces: { field: 'userId', op: '=', value: 'bob' } } as const;
        expect(await scoped.resolveTraceId('msg-7', theirs)).toBeNull();
      },
    },
    {
      title: 'lets nothing be written or deleted through a scope',
      async check({ store, scoped: open }) {
        await store.write([{ kind: 'trace', id: 't', at: 1, userId: 'ada' }]);
        const scoped = await open(SCOPE);
        expect(scoped.capabilities.writable).toBe(false);
        await expect(scoped.write([])).rejects.toMatchObject({ code: 'forbidden' });
        await expect(scoped.deleteTraces(['t'])).rejects.toMatchObject({ code: 'forbidden' });
        expect(await store.readTrace('t')).not.toBeNull();
      },
    },
    {
      title: 'tells a scoped subscriber of its own traces only',
      applies: announcesChanges,
      async check({ store, scoped: open }) {
        const scoped = await open(SCOPE);
        const told: string[] = [];
        scoped.subscribe(({ type, traceIds }) => told.push(...traceIds.map((id) => `${type} ${id}`)));
        await store.write([
          { kind: 'trace', id: 'theirs', at: 1, userId: 'bob' },
          { kind: 'trace', id: 'mine', at: 1, userId: 'ada' },
        ]);
        await vi.waitFor(() => expect(told).toEqual(['traces-written mine']));
        await store.deleteTraces(['theirs', 'mine']);
        await vi.waitFor(() => expect(told).toEqual(['traces-written mine', 'traces-deleted mine']));
      },
    },
  ],
};

/** Traffic of several users in a store, and the part in scope in a store of its own. */
async function scopedTraffic(store: TraceStore, open: TraceStoreSubject['scoped'], traces: Filter) {
  const traffic = generateOddTraffic({ seed: 71, traces: 30 });
  await store.write(traffic);
  const contents = trafficContents(traffic, store.capabilities);
  const { items } = answerPage('traces', contents, { filter: traces, limit: MAX_PAGE_SIZE });
  const inScope = new Set(items.map(({ id }) => id));
  const traceOf = (patch: Patch) => (patch.kind === 'trace' ? patch.id : (patch.traceId ?? ''));
  const own = referenceStore().traces;
  await own.write(carried(traffic, store.capabilities).filter((patch) => inScope.has(traceOf(patch))));
  return { scoped: await open({ traces }), own, contents };
}
