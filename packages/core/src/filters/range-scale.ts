/** Where values of a range stand on a slider. */
export interface RangeScale {
  /** 0 for the least value, 1 for the most; values beyond stand at the ends. */
  readonly toShare: (value: number) => number;
  /** The value at a share, in as few digits as tell it from its neighbours. */
  readonly toValue: (share: number) => number;
}

/** Ranges that are wider than this are bent: latencies and costs are mostly small, and a few are huge. */
const BEND = 20;

/**
 * A scale from the least to the most value. Where that is many times the least, small values get more room:
 *
 * ```
 *   straight   0 ────── 5 ────── 10        bent   0 ── 0.1 ── 1 ── 10 ── 100
 * ```
 */
export function rangeScale(min: number, max: number): RangeScale {
  const width = max - min;
  if (!(width > 0)) return { toShare: () => 0, toValue: () => min };
  const unit = width / 1000;
  const isBent = min >= 0 && (min === 0 || max / min > BEND);
  const top = Math.log1p(width / unit);
  return {
    toShare: (value) => {
      const beyond = Math.min(Math.max(value - min, 0), width);
      return isBent ? Math.log1p(beyond / unit) / top : beyond / width;
    },
    toValue: (share) => {
      if (share <= 0) return min;
      if (share >= 1) return max;
      const value = min + (isBent ? Math.expm1(share * top) * unit : share * width);
      return Math.min(Math.max(Number(value.toPrecision(3)), min), max);
    },
  };
}
