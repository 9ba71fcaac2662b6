import { expect } from 'vitest';
import { answerPage } from '../query/answer-page.ts';
import { MAX_PAGE_SIZE } from '../query/page.ts';
import { VIEWS } from '../query/view-record.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import type { Chapter, Rule } from './chapter.ts';
import { queryGenerator } from './generate-query.ts';
import { GENERATED_COUNTS } from './generated-counts.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { trafficContents } from './traffic-contents.ts';
import { walkPages } from './walk-pages.ts';

export const queriesChapter: Chapter<TraceStoreSubject> = {
  title: 'queries',
  rules: [
    {
      title: 'finds text whatever its case, and takes no character of it for a wildcard',
      async check({ store }) {
        await store.write(
          ['Checkout', 'RECHECK', '100%', '100', 'a_b', 'aXb'].map((name) => ({
            kind: 'trace',
            id: name,
            at: 1,
            name,
          })),
        );
        const find = async (op: 'contains' | 'starts-with' | 'ends-with', value: string) => {
          const order = { field: 'id', direction: 'asc' } as const;
          const { items } = await store.listTraces({ filter: { field: 'name', op, value }, order });
          return items.map(({ name }) => name);
        };
        expect(await find('contains', 'cHeCk')).toEqual(['Checkout', 'RECHECK']);
        expect(await find('starts-with', 'check')).toEqual(['Checkout']);
        expect(await find('ends-with', 'Check')).toEqual(['RECHECK']);
        expect(await find('contains', '0%')).toEqual(['100%']);
        expect(await find('contains', 'a_b')).toEqual(['a_b']);
      },
    },
    ...VIEWS.map((view): Rule<TraceStoreSubject> => ({
      title: `answers generated queries of ${view} as the reference evaluator does`,
      async check({ store, share }) {
        const traffic = generateOddTraffic({ seed: 61, traces: 30 });
        const contents = trafficContents(traffic, store.capabilities);
        await store.write(traffic);
        const random = seededRandom(200 + view.length);
        const generator = queryGenerator(view, contents, random);
        for (let count = 0; count < GENERATED_COUNTS.page[view] * share; count += 1) {
          const query = generator.page();
          const limit = 1 + Math.floor(random() * 40);
          const expected = answerPage(view, contents, { ...query, limit: MAX_PAGE_SIZE }).items;
          const answer = await walkPages(store, view, { ...query, limit });
          expect({ query, answer }).toEqual({ query, answer: expected });
        }
      },
    })),
  ],
};
