import type { Store } from '@oriel/core';
import { compareRuns } from './compare-runs.ts';
import { findDifference } from './compare-answers.ts';
import type { DuckDb } from './duckdb.ts';
import { QUESTIONS } from './questions.ts';
import type { Row } from './row.ts';

const MAX_RATIO = 0.5;

/** Every question to both, once to compare the answers and then in turn, so that a busy moment of the machine meets both. */
export async function measureQueries({ traces }: Store, duckDb: DuckDb): Promise<Row[]> {
  const rows: Row[] = [];
  for (const question of QUESTIONS) {
    const started = performance.now();
    const answer = await traces.aggregate(question.query);
    const first = performance.now() - started;
    const difference = findDifference(question, answer, await duckDb.query(question.sql));
    if (difference !== null) throw new Error(`"${question.name}": our store has ${difference}.`);
    const { ours, theirs } = await compareRuns(
      () => traces.aggregate(question.query),
      () => duckDb.run(question.sql),
    );
    const ratio = ours / theirs;
    rows.push({
      case: question.name,
      value: ours,
      unit: 'ms',
      against: theirs,
      note: `first ${first.toFixed(1)} ms`,
      bar: `≤ ${MAX_RATIO}×`,
      ok: ratio <= MAX_RATIO,
    });
  }
  return rows;
}
