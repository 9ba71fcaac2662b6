import { expect } from 'vitest';
import type { Filter, SearchPart } from '../query/filter.ts';
import type { View } from '../query/view-record.ts';
import type { TraceStore } from '../store/trace-store.ts';
import type { Chapter } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { walkPages } from './walk-pages.ts';

export const searchChapter: Chapter<TraceStoreSubject> = {
  title: 'search',
  rules: [
    {
      title: 'finds records by their names, ids and payloads, whatever the case',
      async check({ store }) {
        await writeRun(store);
        expect(await found(store, 'traces', 'CHECKOUT')).toEqual(['order-1']);
        expect(await found(store, 'traces', 'order-')).toEqual(['order-1', 'order-2']);
        expect(await found(store, 'traces', 'ada@')).toEqual(['order-1']);
        expect(await found(store, 'traces', 'refund')).toEqual(['order-1']);
        expect(await found(store, 'observations', 'PLAN')).toEqual(['plan-1']);
        expect(await found(store, 'observations', 'basket-9')).toEqual(['lookup-1', 'plan-1']);
        expect(await found(store, 'observations', 'rate limit')).toEqual(['lookup-1']);
        expect(await found(store, 'scores', 'too slow')).toEqual(['score-1']);
        expect(await found(store, 'scores', 'order-1')).toEqual(['score-1']);
        expect(await found(store, 'sessions', 'BASKET')).toEqual(['basket-9']);
        expect(await found(store, 'users', 'example.com')).toEqual(['ada@example.com']);
      },
    },
    {
      title: 'looks only where it is told to, and in metadata when it is told to',
      async check({ store }) {
        await writeRun(store);
        const where = async (text: string): Promise<SearchPart[]> => {
          const parts: SearchPart[] = [];
          for (const part of ['names', 'ids', 'payloads', 'metadata'] as const) {
            if ((await found(store, 'traces', text, [part])).length > 0) parts.push(part);
          }
          return parts;
        };
        expect(await where('checkout')).toEqual(['names']);
        expect(await where('ada@example')).toEqual(['ids']);
        expect(await where('refund')).toEqual(['payloads']);
        expect(await where('eu-west')).toEqual(['metadata']);
        expect(await where('region')).toEqual(['metadata']);
        expect(await found(store, 'traces', 'eu-west')).toEqual([]);
        expect(await found(store, 'traces', 'checkout', [])).toEqual([]);
      },
    },
    {
      title: 'finds text as it was said, quotes and line breaks and all scripts, and no pattern in it',
      async check({ store }) {
        await store.write([
          {
            kind: 'trace',
            id: 'said',
            at: 1,
            input: { messages: [{ content: 'Say "hi"\nto 小明 & ÄRGER 100%' }] },
          },
          { kind: 'trace', id: 'other', at: 1, input: { messages: [{ content: 'Say hi to 100 people' }] } },
        ]);
        for (const text of ['"HI"\nto', '小明', 'ärger', '100%', 'content']) {
          expect(await found(store, 'traces', text, ['payloads'])).toContain('said');
        }
        for (const text of ['s_y', 'Say.*hi', '%hi%', '\\n', '{"messages"', 'hi to 小明']) {
          expect(await found(store, 'traces', text, ['payloads'])).toEqual([]);
        }
        expect(await found(store, 'traces', '100%', ['payloads'])).toEqual(['said']);
      },
    },
    {
      title: 'finds keys, numbers and booleans, and no text that two parts of a payload only make together',
      async check({ store }) {
        await store.write([
          { kind: 'trace', id: 't', at: 1, input: { total: 4711, paid: true, parts: ['foo', 'bar'] } },
        ]);
        for (const text of ['total', '471', 'true', 'foo', '']) {
          expect(await found(store, 'traces', text, ['payloads'])).toEqual(['t']);
        }
        for (const text of ['foobar', 'foo,bar', 'foo bar', 'null']) {
          expect(await found(store, 'traces', text, ['payloads'])).toEqual([]);
        }
      },
    },
    {
      title: 'finds a trace by what its root was given and said, where it does not speak for itself',
      async check({ store }) {
        await store.write([
          { kind: 'observation', id: 'root', traceId: 't', at: 1, startTime: 1, output: 'forty-two' },
          {
            kind: 'observation',
            id: 'leaf',
            traceId: 't',
            at: 1,
            startTime: 2,
            parentId: 'root',
            output: 'seven',
          },
        ]);
        expect(await found(store, 'traces', 'forty-two')).toEqual(['t']);
        expect(await found(store, 'traces', 'seven')).toEqual([]);
        await store.write([{ kind: 'trace', id: 't', at: 2, output: 'fifty' }]);
        expect(await found(store, 'traces', 'forty-two')).toEqual([]);
        expect(await found(store, 'traces', 'fifty')).toEqual(['t']);
      },
    },
    {
      title: 'finds what was written last, and nothing that was replaced or deleted',
      async check({ store }) {
        await store.write([{ kind: 'trace', id: 't', at: 1, name: 'first', output: 'draft' }]);
        await store.write([{ kind: 'trace', id: 't', at: 2, name: 'second', output: 'final' }]);
        expect(await found(store, 'traces', 'first')).toEqual([]);
        expect(await found(store, 'traces', 'draft')).toEqual([]);
        expect(await found(store, 'traces', 'final')).toEqual(['t']);
        await store.deleteTraces(['t']);
        expect(await found(store, 'traces', 'final')).toEqual([]);
      },
    },
    {
      title: 'goes with other conditions, in lists, counts and facets alike',
      async check({ store }) {
        await writeRun(store);
        const filter: Filter = {
          and: [{ not: { search: 'checkout' } }, { or: [{ search: 'order' }, { search: 'nothing' }] }],
        };
        expect((await store.listTraces({ filter })).items.map(({ id }) => id)).toEqual(['order-2']);
        const { rows } = await store.aggregate({
          view: 'traces',
          measures: [{ aggregate: 'count' }],
          filter,
        });
        expect(rows[0]?.values).toEqual([1]);
        const [facet] = await store.facets({ view: 'traces', fields: ['id'], filter });
        expect(facet?.values).toEqual([{ value: 'order-2', count: 1 }]);
        // Of the observations of traces in which a text is found.
        const observations = await store.listObservations({ traces: { search: 'checkout' } });
        expect(observations.items).toHaveLength(2);
      },
    },
    {
      title: 'refuses to look for anything but text, or anywhere else',
      async check({ store }) {
        for (const filter of [{ search: 7 }, { search: 'x', in: 'names' }, { search: 'x', in: ['tags'] }]) {
          await expect(store.listTraces({ filter: filter as unknown as Filter })).rejects.toMatchObject({
            code: 'bad-query',
          });
        }
      },
    },
  ],
};

async function writeRun(store: TraceStore): Promise<void> {
  await store.write([
    {
      kind: 'trace',
      id: 'order-1',
      at: 1,
      name: 'Checkout',
      userId: 'ada@example.com',
      sessionId: 'basket-9',
      output: ['A refund is on its way.'],
      metadata: { region: 'eu-west' },
    },
    { kind: 'trace', id: 'order-2', at: 2 },
    { kind: 'observation', id: 'plan-1', traceId: 'order-1', at: 1, startTime: 1, name: 'plan', input: 'x' },
    {
      kind: 'observation',
      id: 'lookup-1',
      traceId: 'order-1',
      at: 1,
      startTime: 2,
      parentId: 'plan-1',
      statusMessage: 'Rate limit',
    },
    { kind: 'score', id: 'score-1', at: 1, name: 'q', value: 0, comment: 'Too slow', traceId: 'order-1' },
  ]);
}

async function found(store: TraceStore, view: View, search: string, where?: SearchPart[]): Promise<string[]> {
  const filter: Filter = where ? { search, in: where } : { search };
  const order = { field: 'id', direction: 'asc' } as const;
  return (await walkPages(store, view, { filter, order })).map(({ id }) => id);
}
