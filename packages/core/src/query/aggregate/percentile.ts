import { withoutNoise } from '../../merge/running-sum.ts';

/** The value at a share of the way (0 to 1) through sorted values, linear between the closest ranks; `null` of none. */
export function percentile(sorted: ArrayLike<number>, share: number): number | null {
  const place = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(place)];
  const upper = sorted[Math.ceil(place)];
  if (lower === undefined || upper === undefined) return null;
  return withoutNoise(lower + (upper - lower) * (place - Math.floor(place)));
}
