import { RunningSum } from './running-sum.ts';

/** Adds maps of amounts key by key, free of the noise that binary fractions gather (0.1 + 0.2 is 0.3). */
export function sumAmounts(maps: Iterable<Readonly<Record<string, number>>>): Record<string, number> {
  const sums = new Map<string, RunningSum>();
  for (const map of maps) {
    for (const key in map) {
      let sum = sums.get(key);
      if (!sum) sums.set(key, (sum = new RunningSum()));
      sum.add(map[key] ?? 0);
    }
  }
  return Object.fromEntries([...sums].map(([key, sum]) => [key, sum.total]));
}
