import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../../model/score.ts';
import type { Patch } from '../../model/patch.ts';
import { referenceStore } from '../../store/reference-store.ts';
import { analyseScores } from './analyse-scores.ts';
import { isSampled, readScoreSamples } from './sample-scores.ts';
import type { ScoreSample } from './sample-scores.ts';
import { readScoreKeys, scoreKeysQuery } from './score-keys.ts';
import type { AnalysedType, ScoreKey } from './score-keys.ts';
import { summarizeScores } from './summarize-scores.ts';

const DAY = 24 * 3600 * 1000;
const START = Date.UTC(2026, 2, 27);

/** Judgements of thirty traces over five days; some traces are judged twice, some not at all. */
function judgements(dataType: AnalysedType) {
  const value =
    dataType === 'NUMERIC'
      ? fc.integer({ min: -20, max: 20 }).map((number) => number / 4)
      : dataType === 'BOOLEAN'
        ? fc.constantFrom(0, 1)
        : fc.constantFrom('good', 'fair', 'poor', 'awful');
  const one = fc.record({
    value,
    traceId: fc.integer({ min: 1, max: 30 }).map(String),
    timestamp: fc.integer({ min: START, max: START + 5 * DAY - 1 }),
  });
  return fc.array(one, { maxLength: 60 }).map((list) =>
    list.map((given, index): Score => ({
      id: `score-${index}`,
      name: 'quality',
      dataType,
      source: 'API',
      observationId: null,
      sessionId: null,
      datasetRunId: null,
      comment: null,
      configId: null,
      authorId: null,
      metadata: {},
      environment: 'default',
      ...given,
    })),
  );
}

const sampleOf = (scores: readonly Score[], dataType: AnalysedType): ScoreSample => ({
  key: { name: 'quality', source: 'API', dataType },
  scores,
  count: scores.length,
  rate: 1,
});

/** The latest judgement of a trace, found the slow way. */
function latest(scores: readonly Score[], traceId: string): Score | undefined {
  return scores
    .filter((score) => score.traceId === traceId)
    .toSorted((a, b) => b.timestamp - a.timestamp || (a.id < b.id ? 1 : -1))[0];
}

function pairsOf(one: readonly Score[], other: readonly Score[]): [Score, Score][] {
  return Array.from({ length: 30 }, (_, index) => String(index + 1)).flatMap((traceId) => {
    const pair = [latest(one, traceId), latest(other, traceId)];
    return pair[0] && pair[1] ? [[pair[0], pair[1]] as [Score, Score]] : [];
  });
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Free of the last digits, which the order of additions decides. */
const rounded = (value: number | null | undefined) =>
  typeof value === 'number' ? Math.round(value * 1e9) / 1e9 + 0 : value;

describe('what scores come to', () => {
  it('is nothing without scores', () => {
    expect(summarizeScores([], 'NUMERIC')).toMatchObject({
      count: 0,
      mean: null,
      standardDeviation: null,
      mode: null,
    });
  });

  it('is what counting by hand comes to, of numbers', () => {
    fc.assert(
      fc.property(judgements('NUMERIC'), (scores) => {
        const summary = summarizeScores(scores, 'NUMERIC');
        const values = scores.map(({ value }) => Number(value));
        const mean = sum(values) / values.length;
        expect(summary.count).toBe(scores.length);
        if (scores.length === 0) return;
        expect(summary.mean).toBeCloseTo(mean, 9);
        expect(summary.standardDeviation).toBeCloseTo(
          Math.sqrt(sum(values.map((value) => (value - mean) * (value - mean))) / values.length),
          9,
        );
        const times = (value: number) => values.filter((other) => other === value).length;
        const most = Math.max(...values.map(times));
        expect(summary.mode).toEqual({
          value: Math.min(...values.filter((value) => times(value) === most)),
          count: most,
        });
        if (summary.distribution.kind !== 'ranges') throw new Error('Numbers lie in ranges.');
        const { bars } = summary.distribution;
        expect(sum(bars.map(({ count }) => count))).toBe(values.length);
        for (const [place, { from, to, count }] of bars.entries()) {
          const isLast = place === bars.length - 1;
          // Quarters between whole ends: an edge that is no binary fraction is off by less than this.
          const isIn = (value: number) => value >= from - 1e-9 && (isLast ? value <= to : value < to - 1e-9);
          expect(count).toBe(values.filter(isIn).length);
        }
        for (const [place, bucket] of summary.overTime.buckets.entries()) {
          const own = scores.filter(({ timestamp }) => timestamp >= bucket && timestamp < bucket + DAY);
          const drawn = summary.overTime.series[0]?.values[place];
          const ownMean = own.length === 0 ? null : sum(own.map(({ value }) => Number(value))) / own.length;
          expect(rounded(drawn)).toBe(rounded(ownMean));
        }
      }),
    );
  });

  it('is what counting by hand comes to, of words and of yes and no', () => {
    for (const dataType of ['CATEGORICAL', 'BOOLEAN'] as const) {
      fc.assert(
        fc.property(judgements(dataType), (scores) => {
          const { distribution, overTime, mean } = summarizeScores(scores, dataType, { categories: 2 });
          if (distribution.kind !== 'categories') throw new Error('Words are counted.');
          const words = scores.map(({ value }) =>
            dataType === 'BOOLEAN' ? String(value === 1) : String(value),
          );
          const shown = distribution.counts.map(({ category }) => category);
          for (const { category, count } of distribution.counts) {
            const own = words.filter((word) =>
              category === null ? !shown.includes(word) : word === category,
            );
            expect(count).toBe(own.length);
          }
          expect(sum(distribution.counts.map(({ count }) => count))).toBe(scores.length);
          const share = words.filter((word) => word === 'true').length / words.length;
          const isShare = dataType === 'BOOLEAN';
          expect(rounded(mean)).toBe(rounded(isShare && words.length > 0 ? share : null));
          // Of words a count in each bucket, of yes and no their share.
          const drawn = overTime.series.flatMap(({ values }) => values.map(Number));
          expect(isShare ? scores.length : sum(drawn)).toBe(scores.length);
        }),
      );
    }
  });

  it('follows the days of a time zone over a change of clocks', () => {
    const [score] =
      fc.sample(
        judgements('NUMERIC').filter(({ length }) => length > 0),
        { numRuns: 1, seed: 4 },
      )[0] ?? [];
    if (!score) throw new Error('There is one.');
    const at = (timestamp: number, value: number) => ({ ...score, timestamp, value });
    // In Berlin the 29th of March 2026 has 23 hours.
    const scores = [
      at(Date.UTC(2026, 2, 28, 23), 1),
      at(Date.UTC(2026, 2, 29, 21, 59), 3),
      at(Date.UTC(2026, 2, 29, 22), 9),
    ];
    const { overTime } = summarizeScores(scores, 'NUMERIC', {
      timeBucket: { unit: 'day', timeZone: 'Europe/Berlin' },
    });
    expect(overTime.buckets).toEqual([Date.UTC(2026, 2, 28, 23), Date.UTC(2026, 2, 29, 22)]);
    expect(overTime.series[0]?.values).toEqual([2, 9]);
  });
});

describe('what two scores have to say about each other', () => {
  it('counts every pair in one cell of a grid of 10 by 10', () => {
    fc.assert(
      fc.property(judgements('NUMERIC'), judgements('NUMERIC'), (one, other) => {
        const grid = analyseScores([sampleOf(one, 'NUMERIC'), sampleOf(other, 'NUMERIC')])?.grid;
        const pairs = pairsOf(one, other);
        if (pairs.length === 0) return;
        if (grid?.kind !== 'ranges') throw new Error('Numbers lie in ranges.');
        const isIn = (value: number, lanes: typeof grid.rows, place: number) => {
          const { from, to } = lanes[place] ?? { from: 0, to: 0 };
          return value >= from - 1e-9 && (place === lanes.length - 1 ? value <= to : value < to - 1e-9);
        };
        for (const [row, counts] of grid.counts.entries()) {
          for (const [column, count] of counts.entries()) {
            const own = pairs.filter(
              ([a, b]) =>
                isIn(Number(a.value), grid.rows, row) && isIn(Number(b.value), grid.columns, column),
            );
            expect(count).toBe(own.length);
          }
        }
      }),
    );
  });

  it('counts every pair of words, those beyond the twelfth together', () => {
    const words = Array.from({ length: 15 }, (_, index) => `word ${index + 10}`);
    const [like] =
      fc.sample(
        judgements('CATEGORICAL').filter(({ length }) => length > 0),
        { numRuns: 1, seed: 4 },
      )[0] ?? [];
    if (!like) throw new Error('There is one.');
    // The first words are there more often.
    const one = Array.from({ length: 30 }, (_, index): Score => ({
      ...like,
      traceId: String(index + 1),
      value: words[index < 15 ? index : index % 11] ?? '',
    }));
    const grid = analyseScores([sampleOf(one, 'CATEGORICAL'), sampleOf(one, 'CATEGORICAL')])?.grid;
    if (grid?.kind !== 'categories') throw new Error('Words are counted.');
    expect(grid.categories).toEqual([...words.slice(0, 11), null]);
    expect(grid.counts[11]?.[11]).toBe(4);
    expect(sum(grid.counts.flat())).toBe(30);
  });

  it('sums up only what both judge, where that is asked for', () => {
    fc.assert(
      fc.property(judgements('BOOLEAN'), judgements('BOOLEAN'), (one, other) => {
        const samples = [sampleOf(one, 'BOOLEAN'), sampleOf(other, 'BOOLEAN')];
        const pairs = pairsOf(one, other);
        const all = analyseScores(samples);
        const matched = analyseScores(samples, { scope: 'matched' });
        expect([all?.first.count, all?.second?.count]).toEqual([one.length, other.length]);
        expect([matched?.first.count, matched?.second?.count]).toEqual([pairs.length, pairs.length]);
        expect(matched?.agreement).toEqual(all?.agreement);
        const agreed = pairs.filter(([a, b]) => a.value === b.value).length;
        if (matched?.agreement?.kind !== 'categorical') throw new Error('Yes and no are words.');
        const { overallAgreement } = matched.agreement.agreement;
        expect(rounded(overallAgreement)).toBe(rounded(pairs.length === 0 ? null : agreed / pairs.length));
      }),
    );
  });
});

describe('reading the scores of an analysis', () => {
  const KEYS: readonly ScoreKey[] = (['EVAL', 'ANNOTATION'] as const).map((source) => ({
    name: 'helpful',
    source,
    dataType: 'NUMERIC',
  }));

  async function filled() {
    const store = referenceStore();
    const scores = Array.from({ length: 2000 }, (_, index): Patch => ({
      kind: 'score',
      id: `score-${index}`,
      at: 1,
      timestamp: START + index,
      traceId: `trace-${index % 1000}`,
      name: 'helpful',
      value: index % 7,
      dataType: 'NUMERIC',
      source: index < 1000 ? 'EVAL' : 'ANNOTATION',
    }));
    const said = {
      kind: 'score',
      id: 'said',
      at: 1,
      timestamp: START,
      traceId: 'trace-1',
      name: 'why',
    } as const;
    for (let at = 0; at < 2000; at += 500) await store.traces.write(scores.slice(at, at + 500));
    await store.traces.write([{ ...said, value: 'because', dataType: 'TEXT' }]);
    return store.traces;
  }

  it('offers what can be counted: no texts', async () => {
    const store = await filled();
    const keys = readScoreKeys(await store.aggregate(scoreKeysQuery({})));
    expect(keys).toHaveLength(2);
    expect(keys).toEqual(expect.arrayContaining(KEYS.map((key) => ({ ...key, count: 1000 }))));
  });

  it('takes all where there are few', async () => {
    const samples = await readScoreSamples(await filled(), {}, KEYS);
    expect(samples.map(({ scores, count, rate }) => [scores.length, count, rate])).toEqual([
      [1000, 1000, 1],
      [1000, 1000, 1],
    ]);
  });

  it('takes about as many as it may where there are more, the same ones each time, and pairs whole', async () => {
    const store = await filled();
    const [one, other] = await readScoreSamples(store, {}, KEYS, { limit: 500 });
    if (!one || !other) throw new Error('There are two.');
    expect([one.count, other.count, one.rate]).toEqual([1000, 1000, 0.25]);
    expect(one.scores.length).toBeGreaterThan(200);
    expect(one.scores.length).toBeLessThan(300);
    const traces = ({ scores }: ScoreSample) =>
      scores.map(({ traceId }) => String(traceId)).toSorted((a, b) => a.localeCompare(b));
    expect(traces(one)).toEqual(traces(other));
    expect(await readScoreSamples(store, {}, KEYS, { limit: 500 })).toEqual([one, other]);
    const [all] = await readScoreSamples(store, {}, KEYS);
    expect(all?.scores.filter((score) => isSampled(score, 0.25))).toEqual(one.scores);
  });
});
