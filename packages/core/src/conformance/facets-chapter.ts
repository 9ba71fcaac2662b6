import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import { answerFacets } from '../query/aggregate/answer-facets.ts';
import type { FacetQuery } from '../query/aggregate/facet-query.ts';
import { VIEWS } from '../query/view-record.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Chapter, Rule } from './chapter.ts';
import { queryGenerator } from './generate-query.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { GENERATED_COUNTS } from './generated-counts.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { trafficContents } from './traffic-contents.ts';

export const facetsChapter: Chapter<TraceStoreSubject> = {
  title: 'facets',
  rules: [
    {
      title: 'counts the values of each field, the most frequent first, and the records without any',
      async check({ store }) {
        await store.write(TRACES);
        expect(await store.facets({ view: 'traces', fields: ['userId', 'tags'] })).toEqual([
          {
            field: 'userId',
            values: [
              { value: 'cy', count: 2 },
              { value: 'ada', count: 1 },
              { value: 'bob', count: 1 },
            ],
            valueCount: 3,
            missingCount: 1,
            min: null,
            max: null,
          },
          {
            field: 'tags',
            values: [
              { value: 'x', count: 2 },
              { value: 'y', count: 1 },
            ],
            valueCount: 2,
            missingCount: 3,
            min: null,
            max: null,
          },
        ]);
      },
    },
    {
      title: 'says how many values there are beyond the limit',
      async check({ store }) {
        await store.write(TRACES);
        const [facet] = await store.facets({ view: 'traces', fields: ['userId'], limit: 1 });
        expect(facet).toMatchObject({ values: [{ value: 'cy', count: 2 }], valueCount: 3 });
      },
    },
    {
      title: 'gives the range of numbers and times instead of their values, and both of metadata',
      async check({ store }) {
        await store.write(TRACES);
        const fields = ['startTime', 'latency', 'metadata.size'];
        expect(await store.facets({ view: 'traces', fields })).toEqual([
          { field: 'startTime', values: [], valueCount: 0, missingCount: 0, min: 1, max: 5 },
          { field: 'latency', values: [], valueCount: 0, missingCount: 5, min: null, max: null },
          {
            field: 'metadata.size',
            values: [
              { value: 3, count: 1 },
              { value: 8, count: 1 },
              { value: true, count: 1 },
              { value: 'L', count: 1 },
            ],
            valueCount: 4,
            missingCount: 1,
            min: 3,
            max: 8,
          },
        ]);
      },
    },
    {
      title: 'names the metadata keys, the scores and the kinds of tokens there are',
      async check({ store }) {
        await store.write([
          ...TRACES,
          { kind: 'score', id: 's', at: 1, name: 'quality', value: 1, traceId: '1' },
          { kind: 'observation', id: 'o', traceId: '1', at: 1, usage: { input: 1, input_cached_tokens: 2 } },
        ]);
        const fields = ['metadataKeys', 'scoreNames', 'usageKeys'];
        const facets = await store.facets({ view: 'traces', fields });
        expect(facets.map(({ values }) => values.map(({ value }) => value))).toEqual([
          ['size'],
          ['quality'],
          ['input', 'input_cached_tokens'],
        ]);
      },
    },
    {
      title: 'counts only the records that count, of the traces asked about',
      async check({ store }) {
        await store.write([
          ...TRACES,
          { kind: 'observation', id: 'o', traceId: '1', at: 1, name: 'plan' },
          { kind: 'observation', id: 'o', traceId: '2', at: 1, name: 'plan' },
          { kind: 'observation', id: 'p', traceId: '2', at: 1, name: 'act' },
        ]);
        const query: FacetQuery = {
          view: 'observations',
          fields: ['name'],
          filter: { field: 'id', op: '=', value: 'o' },
          traces: { field: 'userId', op: '=', value: 'ada' },
        };
        expect(await store.facets(query)).toMatchObject([{ values: [{ value: 'plan', count: 1 }] }]);
      },
    },
    {
      title: 'refuses a question that does not fit, even when there is nothing to ask about',
      async check({ store }) {
        const wrong = [
          { view: 'spans' },
          { fields: [] },
          { fields: 'name' },
          { fields: ['name', 'name'] },
          { fields: ['nobody'] },
          { fields: ['output'] },
          { fields: [7] },
          { limit: 0 },
          { limit: 1001 },
          { filter: { search: 7 } },
          { traces: { or: 'all' } },
        ];
        for (const part of wrong) {
          const query = { view: 'traces', fields: ['name'], ...part } as FacetQuery;
          await expect(store.facets(query)).rejects.toMatchObject({ code: 'bad-query' });
        }
      },
    },
    ...VIEWS.map((view): Rule<TraceStoreSubject> => ({
      title: `answers generated questions about ${view} as the reference evaluator does`,
      async check({ store, share }) {
        const traffic = generateOddTraffic({ seed: 63, traces: 30 });
        const contents = trafficContents(traffic, store.capabilities);
        await store.write(traffic);
        const generator = queryGenerator(view, contents, seededRandom(view.length + 400));
        for (let count = 0; count < GENERATED_COUNTS.facets[view] * share; count += 1) {
          const query = generator.facets();
          const answer = await store.facets(query);
          expect({ query, answer }).toEqual({ query, answer: answerFacets(contents, query) });
        }
      },
    })),
  ],
};

const TRACES: readonly Patch[] = [
  { kind: 'trace', id: '1', at: 1, userId: 'ada', tags: ['x', 'y'], metadata: { size: 8 } },
  { kind: 'trace', id: '2', at: 2, userId: 'cy', tags: ['x'], metadata: { size: 3 } },
  { kind: 'trace', id: '3', at: 3, userId: 'cy', metadata: { size: 'L' } },
  { kind: 'trace', id: '4', at: 4, userId: 'bob', metadata: { size: true } },
  { kind: 'trace', id: '5', at: 5 },
];
