/**
 * Share of a standard normal distribution below `z`, to about 15 digits (series of Marsaglia, "Evaluating the normal
 * distribution", Journal of Statistical Software 11(4), 2004).
 */
function normalShare(z: number): number {
  if (z > 8) return 1;
  if (z < -8) return 0;
  let term = z;
  let sum = z;
  for (let factor = 3; sum + term !== sum; factor += 2) {
    term *= (z * z) / factor;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * z * z - 0.918_938_533_204_672_7);
}

/** The value that a share (over 0 and below 1) of a standard normal distribution is below: 1.96 for 0.975. */
export function normalQuantile(share: number): number {
  let low = -8;
  let high = 8;
  // Halving ends where doubles do, and needs no start that fits.
  for (let middle = 0; middle > low && middle < high; middle = (low + high) / 2) {
    if (normalShare(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
