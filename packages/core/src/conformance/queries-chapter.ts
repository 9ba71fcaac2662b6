import { expect } from 'vitest';
import type { View } from '../query/view-record.ts';
import { referenceStore } from '../store/reference-store.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Chapter, Rule } from './chapter.ts';
import { generateQuery } from './generate-query.ts';
import { generateTraffic } from './generate-traffic.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { walkPages } from './walk-pages.ts';

/** Queries by view: more where more can be asked. */
const COUNTS: Readonly<Record<View, number>> = {
  traces: 120,
  observations: 120,
  sessions: 40,
  users: 40,
  scores: 60,
};

export const queriesChapter: Chapter<TraceStoreSubject> = {
  title: 'queries',
  rules: (Object.keys(COUNTS) as View[]).map((view): Rule<TraceStoreSubject> => ({
    title: `answers ${COUNTS[view]} generated queries of ${view} as the reference evaluator does`,
    async check({ store }) {
      const random = seededRandom(COUNTS[view] + view.length);
      const traffic = generateTraffic({ seed: 61, traces: 30 });
      const reference = referenceStore().traces;
      await reference.write(traffic);
      await store.write(traffic);
      const items = await walkPages(reference, view);
      for (let count = 0; count < COUNTS[view]; count += 1) {
        const query = generateQuery(view, items, random);
        const limit = 1 + Math.floor(random() * 40);
        const expected = await walkPages(reference, view, { ...query, limit: 1000 });
        const answer = await walkPages(store, view, { ...query, limit });
        expect(answer, JSON.stringify(query)).toEqual(expected);
      }
    },
  })),
};
