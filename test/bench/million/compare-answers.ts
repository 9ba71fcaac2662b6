import type { AggregateAnswer } from '@oriel/core';
import type { Question } from './questions.ts';

/** Sums are added up in another order, so the last digits may differ. */
const TOLERANCE = 1e-9;

/** What is different between two answers to a question; `null` when they say the same. */
export function findDifference(
  { query }: Question,
  ours: AggregateAnswer,
  theirs: readonly (readonly unknown[])[],
): string | null {
  const keyCount = (query.dimensions?.length ?? 0) + (query.timeBucket ? 1 : 0);
  const expected = new Map(theirs.map((row) => [keyOf(row.slice(0, keyCount)), row.slice(keyCount)]));
  const rows = ours.rows.filter(({ isRest }) => !isRest);
  if (rows.length !== expected.size) return `${rows.length} rows, but DuckDB has ${expected.size}`;
  for (const { group, bucket, values } of rows) {
    const key = keyOf(query.timeBucket ? [...group, bucket] : group);
    const others = expected.get(key);
    if (!others) return `the row ${key}, which DuckDB does not have`;
    const isEqual = values.every((value, place) => agree(value, others[place]));
    if (!isEqual) return `${JSON.stringify(values)} for ${key}, but DuckDB has ${others.join(', ')}`;
  }
  return null;
}

function keyOf(parts: readonly unknown[]): string {
  return JSON.stringify(parts.map((part) => (typeof part === 'bigint' ? Number(part) : part)));
}

function agree(ours: unknown, theirs: unknown): boolean {
  if (ours === null || theirs === null) return ours === theirs;
  const [a, b] = [Number(ours), Number(theirs)];
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a), Math.abs(b));
}
