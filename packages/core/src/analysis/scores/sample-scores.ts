import type { Score } from '../../model/score.ts';
import type { RecordQuery } from '../../query/page.ts';
import { MAX_PAGE_SIZE } from '../../query/page.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { walkRecords } from '../table/walk-records.ts';
import { targetOf } from './pair-scores.ts';
import { scoreKeyFilter } from './score-keys.ts';
import type { ScoreKey } from './score-keys.ts';

/** Most scores of one analysis; of more, a sample is looked at. */
export const MAX_ANALYSED_SCORES = 100_000;

/** Scores of one key. */
export interface ScoreSample {
  readonly key: ScoreKey;
  readonly scores: readonly Score[];
  /** How many there are. */
  readonly count: number;
  /** Share of the judged things whose scores are in `scores`, 1 where all are. */
  readonly rate: number;
}

export interface SampleOptions extends CallOptions {
  /** Most scores of all keys together. Default {@link MAX_ANALYSED_SCORES}. */
  readonly limit?: number | undefined;
}

/**
 * Reads the scores of some keys. Where there are more than the limit it keeps about as many, chosen by a hash of what
 * they judge: the same ones each time, and both judgements of a thing or neither, so that pairs stay pairs.
 */
export async function readScoreSamples(
  store: TraceStore,
  query: RecordQuery,
  keys: readonly ScoreKey[],
  { limit = MAX_ANALYSED_SCORES, signal }: SampleOptions = {},
): Promise<readonly ScoreSample[]> {
  const asked = keys.map((key) => ({ key, query: narrowed(query, key) }));
  const counts = await Promise.all(
    asked.map(async (one) => {
      const counting = { ...one.query, view: 'scores', measures: [{ aggregate: 'count' }] } as const;
      const [row] = (await store.aggregate(counting, { signal })).rows;
      return typeof row?.values[0] === 'number' ? row.values[0] : 0;
    }),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const rate = Math.min(1, limit / Math.max(1, total));
  const samples: ScoreSample[] = [];
  for (const { key, query: own } of asked) {
    const scores: Score[] = [];
    let count = 0;
    const options = { pageSize: MAX_PAGE_SIZE, signal };
    for await (const page of walkRecords(store, 'scores', own, options)) {
      count += page.length;
      for (const score of page) if (isSampled(score, rate)) scores.push(score);
    }
    samples.push({ key, scores, count, rate });
  }
  return samples;
}

/** Whether a sample of this share of all things has the scores of this one. */
export function isSampled(score: Score, rate: number): boolean {
  return rate >= 1 || hashOf(targetOf(score)) < rate;
}

function narrowed(query: RecordQuery, key: ScoreKey): RecordQuery {
  const own = scoreKeyFilter(key);
  return { ...query, filter: query.filter ? { and: [query.filter, own] } : own };
}

/** From 0 to 1, spread evenly also over ids that differ in a digit: FNV-1a with the finish of MurmurHash3. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
