import { expect } from 'vitest';
import type { TraceId } from '../model/ids.ts';
import type { Patch } from '../model/patch.ts';
import { answerAggregate } from '../query/aggregate/answer-aggregate.ts';
import { answerFacets } from '../query/aggregate/answer-facets.ts';
import { answerPage } from '../query/answer-page.ts';
import { MAX_PAGE_SIZE } from '../query/page.ts';
import { VIEWS } from '../query/view-record.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { queryGenerator } from './generate-query.ts';
import { carried, trafficContents } from './traffic-contents.ts';
import { referenceStore } from '../store/reference-store.ts';
import type { Chapter } from './chapter.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { readEverything } from './read-everything.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { walkPages } from './walk-pages.ts';

export const deletingChapter: Chapter<TraceStoreSubject> = {
  title: 'deleting',
  rules: [
    {
      title: 'forgets traces with their observations, payloads and scores, and leaves the others alone',
      async check({ store }) {
        const traffic = generateOddTraffic({ seed: 41, traces: 12 });
        const gone = ['t-41-0', 't-41-5', 't-41-7'];
        const reference = referenceStore().traces;
        await reference.write(
          carried(traffic, store.capabilities).filter((patch) => !gone.includes(traceOf(patch))),
        );

        await store.write(traffic);
        await store.deleteTraces(gone);
        for (const id of gone) {
          expect(await store.readTrace(id)).toBeNull();
          expect(await store.resolveTraceId(id)).toBeNull();
          expect(await store.readPayloads({ traceId: id, observationIds: ['o-0'] })).toEqual({
            trace: null,
            observations: [],
          });
        }
        expect(await readEverything(store)).toEqual(await readEverything(reference));
      },
    },
    {
      title: 'counts, lists and finds nothing of a deleted trace, whatever is asked',
      async check({ store, share }) {
        const traffic = generateOddTraffic({ seed: 42, traces: 20 });
        const gone = ['t-42-1', 't-42-2', 't-42-9', 't-42-14'];
        const left = trafficContents(
          traffic.filter((patch) => !gone.includes(traceOf(patch))),
          store.capabilities,
        );
        await store.write(traffic);
        await store.deleteTraces(gone);
        for (const view of VIEWS) {
          const generator = queryGenerator(view, trafficContents(traffic), seededRandom(42));
          for (let count = 0; count < 8 * share; count += 1) {
            const aggregate = generator.aggregate();
            const facets = generator.facets();
            const page = generator.page();
            expect({
              aggregate: await store.aggregate(aggregate),
              facets: await store.facets(facets),
              page: await walkPages(store, view, page),
            }).toEqual({
              aggregate: answerAggregate(left, aggregate),
              facets: answerFacets(left, facets),
              page: answerPage(view, left, { ...page, limit: MAX_PAGE_SIZE }).items,
            });
          }
        }
      },
    },
    {
      title: 'is no error for traces it does not know',
      async check({ store }) {
        await store.write([{ kind: 'trace', id: 't', at: 1 }]);
        await store.deleteTraces(['nobody']);
        await store.deleteTraces([]);
        expect(await walkPages(store, 'traces')).toHaveLength(1);
      },
    },
    {
      title: 'remembers nothing of a deleted trace that is written anew',
      async check({ store }) {
        await store.write([
          { kind: 'trace', id: 't', at: 9, name: 'old', tags: ['old'], metadata: { old: 1 } },
        ]);
        await store.deleteTraces(['t']);
        await store.write([{ kind: 'trace', id: 't', at: 1, release: '2' }]);
        expect((await store.readTrace('t'))?.trace).toMatchObject({ name: null, tags: [], release: '2' });
        expect((await store.readPayloads({ traceId: 't' })).trace?.metadata).toEqual({});
      },
    },
  ],
};

function traceOf(patch: Patch): TraceId {
  return patch.kind === 'trace' ? patch.id : (patch.traceId ?? '');
}
