import { sumNumbers } from '../../merge/running-sum.ts';
import type { UserId } from '../../model/ids.ts';
import type { EpochMs, Milliseconds } from '../../model/units.ts';
import type { AggregateAnswer, AggregateRow, TimeUnit } from '../../query/aggregate/aggregate-query.ts';
import type { AliasIndex } from './user-aliases.ts';

/**
 * How many sessions users took part in under all of their ids, each session once, of an answer by `userId` and
 * `sessionId`. `null` when the answer leaves some out: then nobody can say.
 */
export function countUserSessions(
  { rows, groupCount }: AggregateAnswer,
  aliases: AliasIndex,
): ReadonlyMap<UserId, number> | null {
  if (groupCount > rows.filter(({ isRest }) => !isRest).length) return null;
  const sessions = new Map<UserId, Set<string>>();
  for (const { group } of rows) {
    const [userId, sessionId] = group;
    if (typeof userId !== 'string' || typeof sessionId !== 'string') continue;
    const known = aliases.knownId(userId);
    const set = sessions.get(known) ?? new Set<string>();
    sessions.set(known, set.add(sessionId));
  }
  return new Map([...sessions].map(([userId, set]) => [userId, set.size]));
}

/** About how long each unit of time is. */
const LENGTHS: Readonly<Record<TimeUnit, Milliseconds>> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 7 * 86_400_000,
  month: 30.44 * 86_400_000,
};

/** How many records began in each of equally long stretches of time. */
export interface Trend {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly counts: readonly number[];
}

/** What the time of a trend is made of. */
export interface TrendTime {
  /** `null` where time is not limited: what the answer spans. */
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  /** The unit of the answer's buckets. */
  readonly unit: TimeUnit;
}

/**
 * The trends of many groups, of an answer by one field and by time; a bucket counts where it begins. All share their
 * time, so that they can be compared.
 *
 * @param keyOf - whose trend a row is part of, such as a user's known id.
 * @param most - most stretches; where there are fewer buckets, each has its own.
 */
export function trendsOf(
  { rows }: AggregateAnswer,
  keyOf: (value: string) => string,
  { from, to, unit }: TrendTime,
  most: number,
): ReadonlyMap<string, Trend> {
  const buckets = rows.flatMap(({ bucket }) => (bucket === null ? [] : [bucket]));
  // What began in the middle of a bucket is counted where the bucket begins, which may be before `from`.
  const start = buckets.reduce((first, bucket) => Math.min(first, bucket), from ?? Infinity);
  const end = Math.max(
    to ?? -Infinity,
    buckets.reduce((last, bucket) => Math.max(last, bucket), -Infinity),
  );
  const length = LENGTHS[unit];
  const bucketCount = Math.max(1, Math.round((end - start) / length) + 1);
  const stretches = Math.min(most, bucketCount);
  const placeOf = (bucket: EpochMs) =>
    bucketCount <= most
      ? Math.round((bucket - start) / length)
      : Math.floor(((bucket - start) / (end - start)) * most);
  const trends = new Map<string, number[]>();
  for (const { group, bucket, values, isRest } of rows) {
    const [value] = group;
    const [count] = values;
    if (isRest || typeof value !== 'string' || bucket === null || typeof count !== 'number') continue;
    const key = keyOf(value);
    const counts = trends.get(key) ?? Array.from({ length: stretches }, () => 0);
    // Days and months are not equally long.
    const place = Math.min(stretches - 1, placeOf(bucket));
    counts[place] = (counts[place] ?? 0) + count;
    trends.set(key, counts);
  }
  return new Map([...trends].map(([key, counts]) => [key, { from: start, to: end, counts }]));
}

/** What scores of one name came to. */
export interface ScoreMean {
  readonly name: string;
  readonly dataType: string;
  readonly count: number;
  /** `null` where the values are no numbers. */
  readonly mean: number | null;
}

/**
 * What scores came to by name, of answers by a field, `name` and `dataType` that count and sum up values; the most
 * frequent first.
 */
export function scoreMeansOf(
  answers: readonly AggregateAnswer[],
  keyOf: (value: string) => string,
): ReadonlyMap<string, readonly ScoreMean[]> {
  const groups = new Map<string, Map<string, AggregateRow[]>>();
  for (const row of answers.flatMap(({ rows }) => rows)) {
    const [value, name, dataType] = row.group;
    if (row.isRest || typeof value !== 'string') continue;
    const key = keyOf(value);
    const kind = JSON.stringify([name, dataType]);
    const kinds = groups.get(key) ?? new Map<string, AggregateRow[]>();
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
    groups.set(key, kinds);
  }
  return new Map(
    [...groups].map(([key, kinds]) => [
      key,
      [...kinds.values()].map(meanOf).toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    ]),
  );
}

function meanOf(rows: readonly AggregateRow[]): ScoreMean {
  const [, name, dataType] = rows[0]?.group ?? [];
  const count = rows.reduce((total, { values }) => total + numberOf(values[0]), 0);
  const sums = rows.flatMap(({ values }) => (typeof values[1] === 'number' ? [values[1]] : []));
  return {
    name: String(name),
    dataType: String(dataType),
    count,
    mean: sums.length === 0 ? null : sumNumbers(sums) / count,
  };
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
