import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';

/** A row that a large share of some amount hangs from. */
export interface HeavyRow {
  readonly row: number;
  readonly amount: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
}

/** Smaller shares explain too little to be named. */
const MIN_SHARE = 0.2;
/** A row that hands this much on to one child only wraps it. */
const WRAPPED_SHARE = 0.8;
/** A row that others are in, and that this much hangs from, is everything but in name. */
const WHOLE_SHARE = 0.95;
const MAX_ROWS = 3;

/**
 * The rows that most of an amount hangs from, heaviest first. A row counts where its amount splits up or is its own:
 *
 * ```
 *   agent        100     the whole: says nothing
 *     step        90     ┐ wraps `research`
 *       research  88     ← heavy: splits up below
 *         llm     45     ← heavy
 *         llm     43     ← heavy
 *     answer      10     too little
 * ```
 *
 * @param amounts - what each row comes to with everything below it; `NaN` counts as nothing.
 */
export function heavyRows(layout: TraceTreeLayout, amounts: Float64Array): HeavyRow[] {
  const { rowCount, parent } = layout;
  let whole = 0;
  const heaviestChild = new Float64Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    const amount = amounts[row] || 0;
    const above = parent[row] as number;
    if (above === -1) whole += amount;
    else heaviestChild[above] = Math.max(heaviestChild[above] as number, amount);
  }
  if (whole <= 0) return [];
  const found: HeavyRow[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const amount = amounts[row] || 0;
    const share = amount / whole;
    const isWrapper = (heaviestChild[row] as number) > amount * WRAPPED_SHARE;
    // What hangs from the row of everything is no finding.
    const isWhole =
      (parent[row] === -1 && layout.rootCount === 1) || (share > WHOLE_SHARE && layout.childCount[row] !== 0);
    if (share >= MIN_SHARE && !isWrapper && !isWhole) found.push({ row, amount, share });
  }
  return found.toSorted((a, b) => b.amount - a.amount || a.row - b.row).slice(0, MAX_ROWS);
}
