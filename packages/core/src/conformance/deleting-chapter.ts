import { expect } from 'vitest';
import { referenceStore } from '../store/reference-store.ts';
import type { Chapter } from './chapter.ts';
import { generateTraffic } from './generate-traffic.ts';
import { readEverything } from './read-everything.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { walkPages } from './walk-pages.ts';

export const deletingChapter: Chapter<TraceStoreSubject> = {
  title: 'deleting',
  rules: [
    {
      title: 'forgets traces with their observations, payloads and scores, and leaves the others alone',
      async check({ store }) {
        const traffic = generateTraffic({ seed: 41, traces: 12 });
        const gone = ['t-41-0', 't-41-5', 't-41-7'];
        const reference = referenceStore().traces;
        const isKept = (patch: (typeof traffic)[number]) =>
          !gone.includes(patch.kind === 'trace' ? patch.id : (patch.traceId ?? ''));
        await reference.write(traffic.filter(isKept));

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
