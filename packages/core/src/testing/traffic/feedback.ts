import type { ScorePatch } from '../../model/patch.ts';
import type { EpochMs } from '../../model/units.ts';
import { Dice, scatter } from './dice.ts';
import { fillSlots } from './fill-slots.ts';
import { MINUTE } from './rhythm.ts';
import type { Answer, Run } from './run.ts';

/** What is said about an answer afterwards, by those who got it, by evaluators and by colleagues. */
export function giveFeedback(run: Run, answer: Answer, isFlawed: boolean): ScorePatch[] {
  const { dice, book, turn, trace, release } = run;
  const { conversation } = turn;
  const { feedback } = book;
  const isLiked = dice.chance(isFlawed ? 0.35 : release.isRegressed ? 0.62 : 0.86);
  const scores: ScorePatch[] = [];
  const end = trace.now;
  function score(
    after: number,
    fields: Omit<ScorePatch, 'kind' | 'id' | 'at' | 'timestamp' | 'environment'>,
  ): void {
    const at: EpochMs = end + Math.round(after);
    const id = `score-${turn.traceId}-${scores.length + 1}`;
    scores.push({ kind: 'score', id, at, timestamp: at, environment: conversation.environment, ...fields });
  }
  const onTrace = { traceId: turn.traceId };
  const onAnswer = { ...onTrace, observationId: answer.observationId };

  if (dice.chance(0.11)) {
    const comment = dice.chance(isLiked ? 0.2 : 0.6)
      ? dice.pick(isLiked ? feedback.good : feedback.bad)
      : null;
    score(dice.between(4000, 2 * MINUTE), {
      ...onTrace,
      name: 'user-feedback',
      value: isLiked ? 1 : 0,
      dataType: 'BOOLEAN',
      source: 'API',
      comment,
    });
  }
  if (dice.chance(0.25)) {
    const comment = dice.pick(isLiked ? feedback.judgedGood : feedback.judgedBad);
    const value = isLiked ? dice.between(74, 99) / 100 : dice.between(22, 66) / 100;
    score(dice.between(20_000, MINUTE), {
      ...onAnswer,
      name: 'helpfulness',
      value,
      dataType: 'NUMERIC',
      source: 'EVAL',
      comment,
      metadata: { evaluator: 'helpfulness-v3', model: 'claude-haiku-4-5' },
    });
  }
  if (turn.index === conversation.turns - 1) {
    // Drawn for the session, so that it does not matter which of its traces is looked at.
    const session = new Dice(scatter(conversation.seed + 31));
    if (session.chance(0.3)) {
      const value = session.pick(
        isLiked ? ['resolved', 'resolved', 'resolved', 'escalated'] : ['escalated', 'abandoned', 'resolved'],
      );
      score(5 * MINUTE, { ...onTrace, name: 'resolution', value, dataType: 'CATEGORICAL', source: 'API' });
    }
    if (conversation.turns > 1 && session.chance(0.25)) {
      const value = isLiked ? session.between(4, 5) : session.between(1, 3);
      score(6 * MINUTE, {
        sessionId: conversation.sessionId,
        name: 'csat',
        value,
        dataType: 'NUMERIC',
        source: 'API',
      });
    }
  }
  if (dice.chance(0.02)) {
    const by = { authorId: dice.pick(['anna.r', 'tomas.b', 'fang.y']) };
    score(8 * MINUTE, {
      ...onTrace,
      name: 'review-note',
      value: dice.pick(feedback.notes),
      dataType: 'TEXT',
      source: 'ANNOTATION',
      ...by,
    });
    if (!isLiked) {
      const value = fillSlots(feedback.corrected, conversation.slots);
      score(9 * MINUTE, {
        ...onAnswer,
        name: 'output',
        value,
        dataType: 'CORRECTION',
        source: 'ANNOTATION',
        ...by,
      });
    }
  }
  return scores;
}
