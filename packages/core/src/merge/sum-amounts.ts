/** Decimals kept of a sum of dollars: below any price of a single token, above the noise of binary fractions. */
const SCALE = 1e12;

/** Adds maps of amounts key by key, free of the noise that binary fractions gather (0.1 + 0.2 is 0.3). */
export function sumAmounts(maps: Iterable<Readonly<Record<string, number>>>): Record<string, number> {
  const sums = new Map<string, number>();
  for (const map of maps) {
    for (const key in map) sums.set(key, (sums.get(key) ?? 0) + (map[key] ?? 0));
  }
  return Object.fromEntries([...sums].map(([key, sum]) => [key, withoutNoise(sum)]));
}

function withoutNoise(sum: number): number {
  const scaled = sum * SCALE;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER ? Math.round(scaled) / SCALE : sum;
}
