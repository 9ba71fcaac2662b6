import type { Score } from '../../model/score.ts';
import { categoryAgreement } from './category-agreement.ts';
import type { CategoryAgreement } from './category-agreement.ts';
import { numericAgreement } from './numeric-agreement.ts';
import type { NumberPair, NumericAgreement } from './numeric-agreement.ts';
import { categoryOf } from './summarize-scores.ts';
import { pairScores } from './pair-scores.ts';
import type { ScorePair } from './pair-scores.ts';

/** What two scores of the same things have to say about each other. */
export type ScoreAgreement = {
  /** Things that only one of the two judged. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
} & (
  | { readonly kind: 'numeric'; readonly agreement: NumericAgreement; readonly points: readonly NumberPair[] }
  | { readonly kind: 'categorical'; readonly agreement: CategoryAgreement }
);

/**
 * Compares two scores, such as a model's judgement with people's, on whatever both judged. Numbers with numbers by
 * correlation and error; anything else by categories, for which BOOLEAN scores read `true` and `false`.
 */
export function scoreAgreement(firsts: readonly Score[], seconds: readonly Score[]): ScoreAgreement {
  const { pairs, onlyFirst, onlySecond } = pairScores(firsts, seconds);
  const points = pairs.flatMap(numbersOf);
  if (pairs.length > 0 && points.length === pairs.length) {
    return { onlyFirst, onlySecond, kind: 'numeric', agreement: numericAgreement(points), points };
  }
  const categories = pairs.map(({ first, second }) => [categoryOf(first), categoryOf(second)] as const);
  return { onlyFirst, onlySecond, kind: 'categorical', agreement: categoryAgreement(categories) };
}

function numbersOf({ first, second }: ScorePair): NumberPair[] {
  const isNumeric = first.dataType === 'NUMERIC' && second.dataType === 'NUMERIC';
  return isNumeric ? [[Number(first.value), Number(second.value)]] : [];
}
