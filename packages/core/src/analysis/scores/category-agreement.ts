/** How well two columns of categories agree. */
export interface CategoryAgreement {
  /** Every category of either column, sorted: the order of the rows and columns of `counts`. */
  readonly categories: readonly string[];
  /** Confusion matrix: `counts[i][j]` pairs are of category `i` in the first column and `j` in the second. */
  readonly counts: readonly (readonly number[])[];
  readonly pairCount: number;
  /** Share of pairs with the same category, 0 to 1; `null` without pairs. */
  readonly overallAgreement: number | null;
  /**
   * Cohen's kappa: agreement beyond what chance explains, at most 1. `null` without pairs, and where both columns are
   * the same single category, so that chance explains all.
   */
  readonly kappa: number | null;
  /**
   * F1 of each category, the first column taken as the truth, weighted by how often it is true; `null` without pairs.
   * A category that is nowhere right counts as 0.
   */
  readonly weightedF1: number | null;
}

export type CategoryPair = readonly [first: string, second: string];

/** Compares two categorical or boolean scores of the same things (reference 4.7). */
export function categoryAgreement(pairs: readonly CategoryPair[]): CategoryAgreement {
  const categories = [...new Set(pairs.flat())].toSorted();
  const placeOf = new Map(categories.map((category, index) => [category, index]));
  const counts = categories.map(() => categories.map(() => 0));
  for (const [first, second] of pairs) {
    const row = counts[placeOf.get(first) ?? 0];
    const column = placeOf.get(second) ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  const total = pairs.length;
  if (total === 0) {
    return { categories, counts, pairCount: 0, overallAgreement: null, kappa: null, weightedF1: null };
  }
  const margins = categories.map((_, index) => marginOf(counts, index));
  const agreed = margins.reduce((sum, { same }) => sum + same, 0) / total;
  const byChance = margins.reduce((sum, { first, second }) => sum + (first / total) * (second / total), 0);
  return {
    categories,
    counts,
    pairCount: total,
    overallAgreement: agreed,
    kappa: byChance === 1 ? null : (agreed - byChance) / (1 - byChance),
    weightedF1: margins.reduce((sum, margin) => sum + (margin.first / total) * f1(margin), 0),
  };
}

/** Of one category: pairs that have it in the first column, in the second, and in both. */
interface Margin {
  readonly first: number;
  readonly second: number;
  readonly same: number;
}

function marginOf(counts: readonly (readonly number[])[], index: number): Margin {
  return {
    first: (counts[index] ?? []).reduce((sum, count) => sum + count, 0),
    second: counts.reduce((sum, row) => sum + (row[index] ?? 0), 0),
    same: counts[index]?.[index] ?? 0,
  };
}

/** Harmonic mean of precision and recall. */
function f1({ first, second, same }: Margin): number {
  return first + second === 0 ? 0 : (2 * same) / (first + second);
}
