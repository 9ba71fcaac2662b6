/** Where one value lies on top of those below it. */
export interface StackedValue {
  readonly from: number;
  readonly to: number;
}

/**
 * Puts series on top of each other, the first at the bottom; values below zero hang down from it. A gap is no layer.
 *
 *     3 │ ┌─┐
 *       │ │c│ ┌─┐      c: 1, 1
 *       │ ├─┤ │c│      b: 1, gap
 *       │ │b│ ├─┤      a: 1, 1
 *       │ │a│ │a│
 *     0 └──────────
 */
export function stackSeries(
  series: readonly (readonly (number | null)[])[],
): readonly (readonly (StackedValue | null)[])[] {
  const tops: number[] = [];
  const bottoms: number[] = [];
  return series.map((values) =>
    values.map((value, place) => {
      if (value === null) return null;
      const pile = value < 0 ? bottoms : tops;
      const from = pile[place] ?? 0;
      const to = from + value;
      pile[place] = to;
      return { from, to };
    }),
  );
}
