/** A range that a value lies in with the confidence asked for. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** An estimate with the range that it lies in. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** How often ranges hold what they are said to hold, when nobody asks otherwise. */
export const DEFAULT_CONFIDENCE = 0.95;

/**
 * The range of the difference `to - from` of two independent estimates, of their own ranges: the square-and-add rule
 * (MOVER) of Zou and Donner, "Construction of confidence limits about effect measures: a general approach", Statistics in
 * Medicine 27, 2008. Of Wilson's ranges of two shares it is Newcombe's method 10.
 */
export function differenceInterval(from: Estimate, to: Estimate): Interval {
  const difference = to.value - from.value;
  return {
    low: difference - Math.hypot(to.value - to.low, from.high - from.value),
    high: difference + Math.hypot(to.high - to.value, from.value - from.low),
  };
}
