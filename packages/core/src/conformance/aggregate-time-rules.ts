import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import { MAX_ROWS } from '../query/aggregate/aggregate-query.ts';
import { COUNT, trace } from './aggregate-samples.ts';
import type { Rule } from './chapter.ts';
import type { TraceStoreSubject } from './trace-store-subject.ts';

/** How an aggregate splits its groups by time. */
export const aggregateTimeRules: readonly Rule<TraceStoreSubject>[] = [
  {
    title: 'splits groups by the days, weeks and months of a time zone, from the earliest on',
    async check({ store }) {
      // In Berlin, Sunday 26 October 2025 has 25 hours; the second trace is on Monday there, not in UTC.
      const moments = ['2025-10-26T22:59:59.9Z', '2025-10-26T23:00:00Z', '2025-10-31T23:30:00Z'];
      await store.write(moments.map((moment) => trace(moment, { timestamp: Date.parse(moment) })));
      const starts = async (unit: 'hour' | 'day' | 'week' | 'month', timeZone?: string) => {
        const timeBucket = timeZone === undefined ? { unit } : { unit, timeZone };
        const { rows } = await store.aggregate({ view: 'traces', measures: [COUNT], timeBucket });
        return rows.map(({ bucket, values: [count] }) => `${iso(bucket)} ${JSON.stringify(count)}`);
      };
      expect(await starts('hour')).toEqual([
        '2025-10-26T22:00Z 1',
        '2025-10-26T23:00Z 1',
        '2025-10-31T23:00Z 1',
      ]);
      expect(await starts('day')).toEqual(['2025-10-26T00:00Z 2', '2025-10-31T00:00Z 1']);
      expect(await starts('day', 'Europe/Berlin')).toEqual([
        '2025-10-25T22:00Z 1',
        '2025-10-26T23:00Z 1',
        '2025-10-31T23:00Z 1',
      ]);
      expect(await starts('week', 'Europe/Berlin')).toEqual(['2025-10-19T22:00Z 1', '2025-10-26T23:00Z 2']);
      expect(await starts('month', 'Europe/Berlin')).toEqual(['2025-09-30T22:00Z 2', '2025-10-31T23:00Z 1']);
    },
  },
  {
    title: 'chooses the largest groups over all of the time, and gives each its buckets',
    async check({ store }) {
      const minute = 60_000;
      await store.write([
        trace('1', { name: 'a', timestamp: 0 }),
        trace('2', { name: 'b', timestamp: minute }),
        trace('3', { name: 'b', timestamp: 3 * minute }),
        trace('4', { name: 'c', timestamp: minute }),
      ]);
      const { rows } = await store.aggregate({
        view: 'traces',
        measures: [COUNT],
        dimensions: ['name'],
        timeBucket: { unit: 'minute' },
        limit: 1,
      });
      expect(rows.map(({ group, isRest, bucket }) => [group[0] ?? isRest, bucket])).toEqual([
        ['b', minute],
        ['b', 3 * minute],
        [true, 0],
        [true, minute],
      ]);
    },
  },
  {
    title: 'refuses an answer of more rows than anybody can take in, and says what to ask instead',
    async check({ store }) {
      const minute = 60_000;
      const tags = Array.from({ length: 1000 }, (_, place) => `tag ${place}`);
      const atMinute = (place: number): Patch => trace(`t${place}`, { timestamp: place * minute, tags });
      await store.write(Array.from({ length: MAX_ROWS / tags.length }, (_, place) => atMinute(place)));
      const byMinute = {
        view: 'traces',
        measures: [COUNT],
        dimensions: ['tags'],
        limit: tags.length,
        timeBucket: { unit: 'minute' },
      } as const;
      expect((await store.aggregate(byMinute)).rows).toHaveLength(MAX_ROWS);

      // However far apart: what counts are the rows, and time without records has none.
      await store.write([trace('later', { timestamp: 60 * 365 * 86_400_000, tags: ['tag 1'] })]);
      await expect(store.aggregate(byMinute)).rejects.toMatchObject({
        code: 'too-large',
        message: expect.stringMatching(/100001 rows.*minute.*longer time buckets/) as string,
      });
      expect((await store.aggregate({ ...byMinute, timeBucket: { unit: 'hour' } })).rows).toHaveLength(2001);
      expect((await store.aggregate({ ...byMinute, limit: 2 })).rows).toHaveLength(301);
    },
  },
];

function iso(moment: number | null): string {
  return new Date(moment ?? Number.NaN).toISOString().replace(':00.000Z', 'Z');
}
