import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../testing/seeded-random.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { differenceInterval } from './interval.ts';
import { normalQuantile } from './normal-distribution.ts';
import { percentileRanks } from './percentile-ranks.ts';
import { studentQuantile } from './student-quantile.ts';
import { meanInterval, welchInterval } from './welch-interval.ts';
import { wilsonInterval } from './wilson-interval.ts';

// Reference values of 40 digits: mpmath's erfinv, betainc and findroot.
describe('distributions agree with a reference to 1e-9', () => {
  it.each([
    [0.975, 1.959_963_984_540_054],
    [0.995, 2.575_829_303_548_901],
    [0.6, 0.253_347_103_135_8],
    [0.025, -1.959_963_984_540_054],
  ])('the normal quantile of %s', (share, value) => {
    expect(normalQuantile(share)).toBeCloseTo(value, 12);
  });

  it.each([
    [0.975, 1, 12.706_204_736_174_705],
    [0.975, 2, 4.302_652_729_749_464],
    [0.975, 4.5, 2.658_912_347_204_404],
    [0.975, 10, 2.228_138_851_986_275],
    [0.995, 7, 3.499_483_297_350_494],
    [0.975, 999, 1.962_341_461_133_45],
    [0.975, 1000, 1.962_339_080_826_408],
    [0.975, 123_456, 1.959_983_200_245_185],
  ])("Student's quantile of %s with %s degrees of freedom", (share, degrees, value) => {
    expect(studentQuantile(share, degrees)).toBeCloseTo(value, 9);
  });

  it.each([
    [0.3, 2, 5, 0.579_825],
    [0.5, 0.5, 0.5, 0.5],
    [0.95, 500, 20, 0.092_703_158_649_379_46],
    [0.9, 90_000, 10_200, 0.970_465_845_156_395_7],
    [0, 2, 5, 0],
    [1, 2, 5, 1],
  ])('the incomplete beta function at %s of %s and %s', (x, a, b, value) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 9);
  });
});

describe('ranges agree with worked examples to 1e-9', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I.
  it.each([
    [81, 263, 0.255_288_519_878_274_2, 0.366_209_576_982_800_1],
    [15, 148, 0.062_386_399_530_736, 0.160_487_241_723_308],
    [0, 20, 0, 0.161_125_158_052_819_4],
    [1, 29, 0.006_113_214_292_762_661, 0.171_755_218_793_202_9],
    [20, 20, 1 - 0.161_125_158_052_819_4, 1],
  ])('of the share of %s in %s', (hits, count, low, high) => {
    const interval = wilsonInterval(hits, count);
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  // Newcombe, "Interval estimation for the difference between independent proportions", same volume, table II.
  it.each([
    [56, 70, 48, 80, 0.052_431_472_402_364_88, 0.333_872_654_036_906],
    [9, 10, 3, 10, 0.170_522_723_934_502_9, 0.809_017_973_535_488],
    [5, 56, 0, 29, -0.038_137_147_903_536_9, 0.192_560_013_855_111_6],
    [10, 10, 0, 20, 0.679_086_037_141_914_7, 1],
  ])('of the difference of %s in %s and %s in %s', (hits, count, otherHits, otherCount, low, high) => {
    const interval = differenceInterval(wilsonInterval(otherHits, otherCount), wilsonInterval(hits, count));
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  // Two samples of 15, the reference from the same formulas at 40 digits.
  it('of the difference of two means', () => {
    const from = sampleOf([27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4]);
    const to = sampleOf([
      27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 30.9, 23.2,
    ]);
    expect(from.variance).toBeCloseTo(7.867_428_571_428_571, 12);
    const interval = welchInterval(from, to);
    expect(interval?.low).toBeCloseTo(0.719_966_304_205_325_8, 10);
    expect(interval?.high).toBeCloseTo(4.840_033_695_794_674, 10);
  });

  it('is no range of one value, and no wider than a point of values that are all the same', () => {
    expect(meanInterval({ count: 1, mean: 3, variance: 0 })).toBeNull();
    const one = { count: 5, mean: 2, variance: 0 };
    expect(welchInterval(one, { ...one, mean: 3 })).toEqual({ low: 1, high: 1 });
  });

  // By adding up binomial probabilities of 40 digits; 10 values are the example of Conover, 1999, 3.2.
  it.each([
    [10, 0.5, { low: 2, high: 9 }],
    [100, 0.5, { low: 40, high: 61 }],
    [2000, 0.5, { low: 956, high: 1045 }],
    [72, 0.95, { low: 64, high: 72 }],
    [100, 0.95, { low: 90, high: 100 }],
    [1000, 0.95, { low: 936, high: 964 }],
    [71, 0.95, null],
    [5, 0.5, null],
    [0, 0.5, null],
  ])('of the ranks around a percentile, of %s values at %s', (count, share, ranks) => {
    expect(percentileRanks(count, share)).toEqual(ranks);
  });
});

describe('ranges hold what they say, by simulation', () => {
  const RUNS = 2000;

  /** How many of the runs a range held the truth in. */
  function coverage(run: (random: () => number) => { low: number; high: number } | null, truth: number) {
    const random = seededRandom(11);
    let held = 0;
    for (let count = 0; count < RUNS; count += 1) {
      const interval = run(random);
      if (interval && interval.low <= truth && truth <= interval.high) held += 1;
    }
    return held / RUNS;
  }

  it.each([
    [60, 0.02, 90, 0.05],
    [400, 0.1, 250, 0.1],
    [40, 0.5, 40, 0.8],
  ])('for the difference of two shares: %s at %s, %s at %s', (count, share, otherCount, otherShare) => {
    const held = coverage((random) => {
      const draw = (of: number, chance: number) =>
        wilsonInterval(Array.from({ length: of }, random).filter((value) => value < chance).length, of);
      return differenceInterval(draw(count, share), draw(otherCount, otherShare));
    }, otherShare - share);
    expect(held).toBeGreaterThan(0.94);
  });

  it('for the difference of two means of skewed costs', () => {
    const held = coverage((random) => {
      const draw = (of: number, mean: number) =>
        sampleOf(Array.from({ length: of }, () => -mean * Math.log(1 - random())));
      return welchInterval(draw(60, 1), draw(80, 1.5));
    }, 0.5);
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  });

  it.each([
    [0.5, Math.LN2],
    [0.95, -Math.log(0.05)],
  ])('for the difference of two percentiles of latencies with a long tail: %s', (share, quantile) => {
    const held = coverage((random) => {
      const draw = (of: number, scale: number) => {
        const values = Array.from({ length: of }, () => -scale * Math.log(1 - random())).toSorted(
          (a, b) => a - b,
        );
        const ranks = percentileRanks(of, share) ?? { low: 1, high: of };
        return {
          value: values[Math.round((of - 1) * share)] ?? 0,
          low: values[ranks.low - 1] ?? 0,
          high: values[ranks.high - 1] ?? 0,
        };
      };
      return differenceInterval(draw(150, 1), draw(200, 2));
    }, quantile);
    expect(held).toBeGreaterThan(0.94);
  });
});

function sampleOf(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: squares / (values.length - 1) };
}
