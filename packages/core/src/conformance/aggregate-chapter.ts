import { expect } from 'vitest';
import type { AggregateQuery } from '../query/aggregate/aggregate-query.ts';
import { answerAggregate } from '../query/aggregate/answer-aggregate.ts';
import { VIEWS } from '../query/view-record.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { aggregateGroupRules } from './aggregate-group-rules.ts';
import { aggregateMeasureRules } from './aggregate-measure-rules.ts';
import { COUNT } from './aggregate-samples.ts';
import { aggregateTimeRules } from './aggregate-time-rules.ts';
import type { Chapter, Rule } from './chapter.ts';
import { queryGenerator } from './generate-query.ts';
import { generateOddTraffic } from './generate-odd-traffic.ts';
import { GENERATED_COUNTS } from './generated-counts.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';
import { trafficContents } from './traffic-contents.ts';

export const aggregateChapter: Chapter<TraceStoreSubject> = {
  title: 'aggregate',
  rules: [
    ...aggregateMeasureRules,
    ...aggregateGroupRules,
    ...aggregateTimeRules,
    {
      title: 'refuses a question that does not fit, even when there is nothing to ask about',
      async check({ store }) {
        const wrong = [
          { view: 'spans' },
          { view: 'toString' },
          { measures: [] },
          { measures: [{ aggregate: 'median', field: 'latency' }] },
          { measures: [{ aggregate: 'constructor', field: 'latency' }] },
          { measures: [null] },
          { measures: [{ aggregate: 'sum' }] },
          { measures: [{ aggregate: 'sum', field: 'name' }] },
          { measures: [{ aggregate: 'avg', field: 'startTime' }] },
          { measures: [{ aggregate: 'p50', field: 'nobody' }] },
          { measures: [{ aggregate: 'histogram', field: 'latency', bins: 0 }] },
          { measures: [{ aggregate: 'histogram', field: 'latency', bins: 101 }] },
          { dimensions: ['nobody'] },
          { dimensions: ['input'] },
          { dimensions: 'name' },
          { dimensions: ['id', 'id', 'id', 'id', 'id'] },
          { limit: 0 },
          { limit: 1001 },
          { timeBucket: { unit: 'year' } },
          { timeBucket: { unit: 'day', timeZone: 'Mars/Olympus' } },
          { order: { by: 'measure', measure: 1, direction: 'asc' } },
          { order: { by: 'group' } },
          { order: { by: 'time', direction: 'asc' } },
          { filter: { field: 'nobody', op: '=', value: 1 } },
          { traces: { field: 'model', op: '=', value: 1 } },
        ];
        for (const part of wrong) {
          const query = { view: 'observations', measures: [COUNT], ...part } as AggregateQuery;
          await expect(store.aggregate(query)).rejects.toMatchObject({ code: 'bad-query' });
        }
      },
    },
    ...VIEWS.map((view): Rule<TraceStoreSubject> => ({
      title: `answers generated questions about ${view} as the reference evaluator does`,
      async check({ store, share }) {
        const traffic = generateOddTraffic({ seed: 62, traces: 30 });
        const contents = trafficContents(traffic, store.capabilities);
        await store.write(traffic);
        const generator = queryGenerator(view, contents, seededRandom(view.length + 300));
        for (let count = 0; count < GENERATED_COUNTS.aggregate[view] * share; count += 1) {
          const query = generator.aggregate();
          const answer = await store.aggregate(query);
          expect({ query, answer }).toEqual({ query, answer: answerAggregate(contents, query) });
        }
      },
    })),
  ],
};
