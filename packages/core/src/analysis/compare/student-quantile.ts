import { incompleteBeta } from './incomplete-beta.ts';
import { normalQuantile } from './normal-distribution.ts';

/** From here on the series is exact to 12 digits. */
const SERIES_FROM = 1000;

/**
 * The value that a share (0.5 or more, below 1) of Student's t distribution is below, for degrees of freedom that may
 * have a fraction (Welch's do). By halving, of many degrees by the series of Abramowitz and Stegun, 26.7.5.
 */
export function studentQuantile(share: number, degrees: number): number {
  const z = normalQuantile(share);
  if (degrees >= SERIES_FROM) {
    return (
      z +
      (z ** 3 + z) / (4 * degrees) +
      (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2) +
      (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / (384 * degrees ** 3)
    );
  }
  let low = z;
  let high = Math.max(1, z);
  while (studentShare(high, degrees) < share) high *= 2;
  for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentShare(middle, degrees) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function studentShare(t: number, degrees: number): number {
  return 1 - incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
}
