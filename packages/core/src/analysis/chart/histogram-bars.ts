import type { AggregateAnswer, Histogram } from '../../query/aggregate/aggregate-query.ts';

/** How many values lie in one range; the last range includes its upper end. */
export interface HistogramBar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * The ranges of a histogram over all groups and times of an answer, from the lowest.
 *
 * @param measure - place of the histogram in the query. Default 0.
 */
export function histogramBars({ rows }: AggregateAnswer, measure = 0): readonly HistogramBar[] {
  let sum: Histogram | null = null;
  for (const row of rows) {
    const value = row.values[measure];
    if (typeof value !== 'object' || value === null) continue;
    const counts = value.counts.map((count, bin) => count + (sum?.counts[bin] ?? 0));
    sum = { min: value.min, max: value.max, counts };
  }
  return sum === null ? [] : barsOf(sum);
}

function barsOf({ min, max, counts }: Histogram): HistogramBar[] {
  // All values are the same: one bar tells it, not one with empty ranges of no width beside it.
  if (min === max) return [{ from: min, to: max, count: counts[0] ?? 0 }];
  const width = (max - min) / counts.length;
  return counts.map((count, bin) => ({
    from: min + bin * width,
    to: bin === counts.length - 1 ? max : min + (bin + 1) * width,
    count,
  }));
}
