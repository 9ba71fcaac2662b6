import { expect } from 'vitest';
import type { Score } from '@oriel/core';
import type { Replay } from '../replay.ts';
import { checkFacts, fact } from './check-facts.ts';
import type { Checks } from './check-facts.ts';

interface Subject {
  readonly score: Score;
  readonly replay: Replay;
}

const SCORE_FACTS: Checks<Subject> = {
  id: fact((expected, { score }) => expect(score.id).toBe(expected)),
  name: fact((expected, { score }) => expect(score.name).toBe(expected)),
  value: fact((expected, { score }) => expect(score.value).toBe(expected)),
  comment: fact((expected, { score }) => expect(score.comment).toBe(expected)),
  dataType: fact<string, Subject>((expected, { score }) =>
    expect(score.dataType).toBe(expected.replace('(inferred)', '')),
  ),
  trace: fact((expected, { score }) => expect(score.traceId).toBe(expected)),
  on: fact<string, Subject>((target, { score, replay }) => expect(targetOf(score, replay)).toBe(target)),
};

/** What a score judges, in the words of the recordings: an observation's name, or the kind of thing. */
function targetOf(
  { traceId, observationId, sessionId, datasetRunId }: Score,
  { traces }: Replay,
): string | null {
  if (sessionId !== null) return 'session';
  if (datasetRunId !== null) return 'dataset run';
  if (observationId === null) return 'trace';
  const trace = traces.find((candidate) => candidate.trace.id === traceId);
  return trace?.observations.find(({ id }) => id === observationId)?.name ?? null;
}

/** Holds what is known of a score, or of all scores of a name, against what came out. */
export function checkScore(known: { name: string; values?: readonly number[] }, replay: Replay): void {
  const scores = replay.scores.filter((score) => score.name === known.name);
  if (known.values !== undefined) {
    const inOrder = scores.toSorted((a, b) => a.timestamp - b.timestamp);
    expect(inOrder.map(({ value }) => value)).toEqual(known.values);
    return;
  }
  expect(scores, known.name).toHaveLength(1);
  for (const score of scores) checkFacts(SCORE_FACTS, known, { score, replay });
}
