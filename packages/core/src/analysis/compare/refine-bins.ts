import type { Histogram } from '../../query/aggregate/aggregate-query.ts';
import { binAtRank, furthestSquare } from './sample.ts';
import type { SampleBin } from './sample.ts';

/** The ranges of a histogram that hold values, upwards. */
export function histogramBins({ min, max, counts }: Histogram): readonly SampleBin[] {
  const width = (max - min) / counts.length;
  return counts
    .map((count, bin) => ({
      count,
      low: min + bin * width,
      high: bin === counts.length - 1 ? max : min + (bin + 1) * width,
    }))
    .filter(({ count }) => count > 0);
}

/** A range this much narrower than its values is as good as a value. */
const FINE = 0.002;
/** Doubt about the squares that a variance is made of. */
const FINE_SQUARES = 0.02;

export interface Refinement {
  /** Ranks whose values matter. */
  readonly ranks: readonly number[];
  readonly mean: number;
  /** Ranges that looking into did not help. */
  readonly unsplit: ReadonlySet<SampleBin>;
}

/**
 * Which range to look into next, so that the values at the given ranks and the variance are known well; `undefined` when
 * they are. Most values of a long-tailed sample are in the first of its equally wide ranges:
 *
 *     ▇▁▁▁▁▁ ▁  ▁      looked into      ▁▂▅▇▅▃▂▁▁▁ ▁▁▁▁▁ ▁  ▁
 *     0s          90s  ───────────→     0s                90s
 */
export function nextBinToRefine(
  bins: readonly SampleBin[],
  { ranks, mean, unsplit }: Refinement,
): SampleBin | undefined {
  const isOpen = (bin: SampleBin | undefined): bin is SampleBin =>
    bin !== undefined && bin.high > bin.low && !unsplit.has(bin);
  const rough = ranks
    .map((rank) => binAtRank(bins, rank))
    .filter(isOpen)
    .find(({ low, high }) => high - low > FINE * Math.max(Math.abs(low), Math.abs(high)));
  if (rough) return rough;

  let squares = 0;
  let doubts = 0;
  let worst: SampleBin | undefined;
  for (const bin of bins) {
    const doubt = doubtOf(bin, mean);
    squares += bin.count * furthestSquare(bin, mean);
    doubts += doubt;
    if (isOpen(bin) && (!worst || doubt > doubtOf(worst, mean))) worst = bin;
  }
  return doubts > FINE_SQUARES * squares ? worst : undefined;
}

/** How far the squares of a range's values may lie apart. */
function doubtOf(bin: SampleBin, mean: number): number {
  const { low, high, count } = bin;
  const least = low <= mean && mean <= high ? 0 : Math.min((low - mean) ** 2, (high - mean) ** 2);
  return count * (furthestSquare(bin, mean) - least);
}
