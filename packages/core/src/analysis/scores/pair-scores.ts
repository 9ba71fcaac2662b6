import type { Score } from '../../model/score.ts';

/** Two judgements of the same thing. */
export interface ScorePair {
  readonly first: Score;
  readonly second: Score;
}

export interface PairedScores {
  /** By what they judge, in the order of the first list. */
  readonly pairs: readonly ScorePair[];
  /** Judgements of the first list whose target nobody judged in the second, and the other way round. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/**
 * Finds judgements of the same observation, trace, session or dataset run in two lists. Of several judgements of one
 * thing in a list the latest counts; ties go to the greater id.
 */
export function pairScores(firsts: readonly Score[], seconds: readonly Score[]): PairedScores {
  const first = latestByTarget(firsts);
  const second = latestByTarget(seconds);
  const pairs: ScorePair[] = [];
  for (const [target, score] of first) {
    const other = second.get(target);
    if (other) pairs.push({ first: score, second: other });
  }
  return { pairs, onlyFirst: first.size - pairs.length, onlySecond: second.size - pairs.length };
}

function latestByTarget(scores: readonly Score[]): Map<string, Score> {
  const latest = new Map<string, Score>();
  for (const score of scores) {
    const target = targetOf(score);
    const known = latest.get(target);
    if (!known || isLater(score, known)) latest.set(target, score);
  }
  return latest;
}

/** What a score judges, as a text. Ids may hold anything, so no separator is safe but JSON's. */
export function targetOf({ traceId, observationId, sessionId, datasetRunId }: Score): string {
  return JSON.stringify(
    observationId !== null || traceId !== null ? [traceId, observationId] : [sessionId, datasetRunId, ''],
  );
}

function isLater(a: Score, b: Score): boolean {
  return a.timestamp === b.timestamp ? a.id > b.id : a.timestamp > b.timestamp;
}
