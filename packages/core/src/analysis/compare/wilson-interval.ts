import { DEFAULT_CONFIDENCE } from './interval.ts';
import type { Estimate } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';

/**
 * A share of a sample and the range of the share it was drawn from: Wilson's score interval without continuity
 * correction (Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927). Fine for
 * shares near 0 and 1, where errors are.
 *
 * @param hits - how many of `count` (1 or more).
 */
export function wilsonInterval(hits: number, count: number, confidence = DEFAULT_CONFIDENCE): Estimate {
  const z = normalQuantile((1 + confidence) / 2);
  const value = hits / count;
  const middle = 2 * hits + z * z;
  const spread = z * Math.sqrt(z * z + 4 * hits * (1 - value));
  const whole = 2 * (count + z * z);
  // At the ends the formula is exact; what it is written in is not.
  const low = hits === 0 ? 0 : Math.max(0, (middle - spread) / whole);
  const high = hits === count ? 1 : Math.min(1, (middle + spread) / whole);
  return { value, low, high };
}
