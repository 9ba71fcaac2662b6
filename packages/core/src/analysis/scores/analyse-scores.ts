import type { Score } from '../../model/score.ts';
import { histogramBin } from '../../query/aggregate/histogram-bin.ts';
import type { HistogramBar } from '../chart/histogram-bars.ts';
import type { CategoryAgreement } from './category-agreement.ts';
import type { NumberPair } from './numeric-agreement.ts';
import { pairScores } from './pair-scores.ts';
import { scoreAgreement } from './score-agreement.ts';
import type { ScoreAgreement } from './score-agreement.ts';
import type { ScoreSample } from './sample-scores.ts';
import { countRanges, extentOf, summarizeScores } from './summarize-scores.ts';
import type { ScoreSummary, SummarizeOptions } from './summarize-scores.ts';

/** All scores, or only those of things that both scores judge. */
export type ScoreScope = 'all' | 'matched';

/** How often two judgements of a thing fell together. Rows are the first score's, columns the second's. */
export type AgreementGrid =
  | {
      readonly kind: 'ranges';
      /** From the lowest. */
      readonly rows: readonly HistogramBar[];
      readonly columns: readonly HistogramBar[];
      readonly counts: readonly (readonly number[])[];
    }
  | {
      readonly kind: 'categories';
      /** The same for both. The last is `null` where some categories are counted together. */
      readonly categories: readonly (string | null)[];
      readonly counts: readonly (readonly number[])[];
    };

/** One or two scores, and what the two have to say about each other. */
export interface ScoreAnalysis {
  readonly first: ScoreSummary;
  readonly second: ScoreSummary | null;
  /** `null` for one score. */
  readonly agreement: ScoreAgreement | null;
  readonly grid: AgreementGrid | null;
}

export interface AnalyseOptions extends SummarizeOptions {
  /** Default `all`. Agreement is of what both judge in any case. */
  readonly scope?: ScoreScope | undefined;
}

/** Most categories of a confusion matrix; the others are counted together. */
const MOST_CATEGORIES = 12;

/** Sums up one score, or two of the same data type and how well they agree (reference 4.7). */
export function analyseScores(
  [one, other]: readonly ScoreSample[],
  options: AnalyseOptions = {},
): ScoreAnalysis | null {
  if (!one) return null;
  if (!other) {
    const first = summarizeScores(one.scores, one.key.dataType, options);
    return { first, second: null, agreement: null, grid: null };
  }
  const scope: readonly (readonly Score[])[] =
    options.scope === 'matched' ? matched(one.scores, other.scores) : [one.scores, other.scores];
  const agreement = scoreAgreement(one.scores, other.scores);
  return {
    first: summarizeScores(scope[0] ?? [], one.key.dataType, options),
    second: summarizeScores(scope[1] ?? [], other.key.dataType, options),
    agreement,
    grid:
      agreement.kind === 'numeric'
        ? rangeGrid(agreement.points, options.ranges ?? 10)
        : categoryGrid(agreement.agreement),
  };
}

function matched(one: readonly Score[], other: readonly Score[]): readonly (readonly Score[])[] {
  const { pairs } = pairScores(one, other);
  return [pairs.map(({ first }) => first), pairs.map(({ second }) => second)];
}

/** Each score has its own scale: one may be 1 to 5 where the other is 0 to 1. */
function rangeGrid(points: readonly NumberPair[], ranges: number): AgreementGrid {
  const firsts = points.map(([first]) => first);
  const seconds = points.map(([, second]) => second);
  const rows = countRanges(firsts, ranges);
  const columns = countRanges(seconds, ranges);
  const vertical = extentOf(firsts);
  const across = extentOf(seconds);
  const counts = rows.map(() => columns.map(() => 0));
  for (const [first, second] of points) {
    const row = counts[histogramBin(first, vertical.min, vertical.max, rows.length)];
    const column = histogramBin(second, across.min, across.max, columns.length);
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return { kind: 'ranges', rows, columns, counts };
}

function categoryGrid({ categories, counts }: CategoryAgreement): AgreementGrid {
  if (categories.length <= MOST_CATEGORIES) return { kind: 'categories', categories, counts };
  const weight = (place: number) =>
    counts.reduce((sum, row) => sum + (row[place] ?? 0), 0) +
    (counts[place] ?? []).reduce((sum, count) => sum + count, 0);
  const kept = categories
    .map((_, place) => place)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_CATEGORIES - 1)
    .toSorted((a, b) => a - b);
  const laneOf = (place: number) => (kept.includes(place) ? kept.indexOf(place) : kept.length);
  const merged = Array.from({ length: MOST_CATEGORIES }, () =>
    Array.from({ length: MOST_CATEGORIES }, () => 0),
  );
  for (const [row, of] of counts.entries()) {
    const lane = merged[laneOf(row)];
    for (const [column, count] of of.entries())
      if (lane) lane[laneOf(column)] = (lane[laneOf(column)] ?? 0) + count;
  }
  return {
    kind: 'categories',
    categories: [...kept.map((place) => categories[place] ?? ''), null],
    counts: merged,
  };
}
