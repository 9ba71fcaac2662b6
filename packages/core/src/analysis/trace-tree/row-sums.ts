import type { EpochMs, Tokens, Usd } from '../../model/units.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';
import { siblingRows } from './sibling-rows.ts';
import type { SubtreeSums } from './subtree-sums.ts';

/** What one row comes to with everything below it. `null` where nothing was reported. */
export interface RowSums {
  readonly start: EpochMs | null;
  readonly end: EpochMs | null;
  readonly input: Tokens | null;
  readonly output: Tokens | null;
  readonly tokens: Tokens | null;
  readonly cost: Usd | null;
  /** Count of observations with the level WARNING. */
  readonly warnings: number;
  /** Count of observations with the level ERROR. */
  readonly errors: number;
}

/** Reads one row of the columns. */
export function rowSums(sums: SubtreeSums, row: number): RowSums {
  return {
    start: known(sums.start[row]),
    end: known(sums.end[row]),
    input: known(sums.input[row]),
    output: known(sums.output[row]),
    tokens: known(sums.tokens[row]),
    cost: known(sums.cost[row]),
    warnings: sums.warnings[row] ?? 0,
    errors: sums.errors[row] ?? 0,
  };
}

/** What a whole layout comes to: its root, or all of its roots together. */
export function wholeSums(layout: TraceTreeLayout, sums: SubtreeSums): RowSums {
  const [first, ...others] = layout.rowCount === 0 ? [] : siblingRows(layout, 0);
  return others.reduce((whole, row) => add(whole, rowSums(sums, row)), rowSums(sums, first ?? -1));
}

function add(left: RowSums, right: RowSums): RowSums {
  const plus = (a: number, b: number) => a + b;
  return {
    start: combine(left.start, right.start, Math.min),
    end: combine(left.end, right.end, Math.max),
    input: combine(left.input, right.input, plus),
    output: combine(left.output, right.output, plus),
    tokens: combine(left.tokens, right.tokens, plus),
    cost: combine(left.cost, right.cost, plus),
    warnings: left.warnings + right.warnings,
    errors: left.errors + right.errors,
  };
}

function combine(a: number | null, b: number | null, how: (a: number, b: number) => number): number | null {
  if (a === null) return b;
  return b === null ? a : how(a, b);
}

function known(amount = Number.NaN): number | null {
  return Number.isNaN(amount) ? null : amount;
}
