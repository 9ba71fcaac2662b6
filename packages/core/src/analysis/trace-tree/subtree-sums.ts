import type { Cost, Observation, Usage } from '../../model/observation.ts';
import type { GrownTraceTree } from './grow-trace-tree.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';

/**
 * What each row of a tree comes to together with everything below it: a column per fact, an entry per row of the
 * layout they were made for. Where nothing was reported the entry is `NaN`, which is not the same as zero.
 */
export interface SubtreeSums {
  /** Earliest start, epoch ms; `NaN` for a trace without observations. */
  readonly start: Float64Array;
  /** Latest end, of what has none its start, epoch ms. May be later than the row's own: children outlive parents. */
  readonly end: Float64Array;
  /** Tokens of every key that speaks of input. */
  readonly input: Float64Array;
  /** Tokens of every key that speaks of output. */
  readonly output: Float64Array;
  /** Tokens by the reported totals, else by the sums of all keys. */
  readonly tokens: Float64Array;
  /** US dollars, with the noise of binary fractions below a billionth of a cent. */
  readonly cost: Float64Array;
  /** Count of observations with the level WARNING. */
  readonly warnings: Int32Array;
  /** Count of observations with the level ERROR. */
  readonly errors: Int32Array;
}

/**
 * Sums every subtree of a layout in one pass from the last row to the first: below a row everything is summed when
 * the pass comes to it, so each row is added to its parent once.
 *
 * ```
 *   row  tree          own     cost
 *    0   agent          –      0.06   ← 0.05 + 0.01
 *    1   ├─ plan        –      0.05   ←      ↑
 *    2   │  └─ llm     0.05    0.05 ─────────┘
 *    3   └─ judge      0.01    0.01
 * ```
 *
 * Nothing counts twice: usage that only repeats what is below never becomes an observation's `usage` (it stays in
 * the provenance), and the row of the trace itself adds nothing, being the sum of its observations already.
 */
export function subtreeSums(layout: TraceTreeLayout): SubtreeSums {
  const { observations, order, parent, rowCount } = layout;
  const sums = emptySums(rowCount);
  for (let row = rowCount - 1; row >= 0; row -= 1) {
    const observation = observations[order[row] as number];
    if (observation) addOwn(sums, row, observation);
    const above = parent[row] as number;
    if (above === -1) continue;
    addBelow(sums, above, row);
  }
  return sums;
}

/** Adds what a row comes to, to the row above it. */
function addBelow(sums: SubtreeSums, above: number, row: number): void {
  const { start, end, warnings, errors } = sums;
  // Comparing the other way round lets the first value replace NaN.
  if (!((start[above] as number) <= (start[row] as number))) start[above] = start[row] as number;
  if (!((end[above] as number) >= (end[row] as number))) end[above] = end[row] as number;
  const tokens = sums.tokens[row] as number;
  // Most rows used no model. Where no tokens were reported at all, none of input or output were.
  if (!Number.isNaN(tokens)) {
    addTo(sums.input, above, sums.input[row] as number);
    addTo(sums.output, above, sums.output[row] as number);
    addTo(sums.tokens, above, tokens);
  }
  addTo(sums.cost, above, sums.cost[row] as number);
  warnings[above] = (warnings[above] as number) + (warnings[row] as number);
  errors[above] = (errors[above] as number) + (errors[row] as number);
}

/**
 * The sums of a trace that has grown, from those of its last layout: only what came or was written again, and the
 * rows above it, is summed, in the same order as by {@link subtreeSums}, so both come to the same to the last digit.
 */
export function growSubtreeSums(
  { layout, kept, changedRows }: GrownTraceTree,
  last: SubtreeSums,
): SubtreeSums {
  const { observations, order, parent, subtreeEnd, rowCount } = layout;
  const sums = sumsOf(rowCount, (count) => new Float64Array(count));
  const columns = Object.keys(sums) as (keyof SubtreeSums)[];
  for (const { start, end, shift } of kept) {
    for (const column of columns) sums[column].set(last[column].subarray(start, end), start + shift);
  }

  const stale = new Set<number>();
  for (const row of changedRows) {
    for (let above = row; above !== -1 && !stale.has(above); above = parent[above] as number)
      stale.add(above);
  }
  // From the last to the first: below a row everything is summed when its turn comes.
  for (const row of Int32Array.from(stale).toSorted().toReversed()) {
    for (const column of columns)
      sums[column][row] = column === 'warnings' || column === 'errors' ? 0 : Number.NaN;
    const children: number[] = [];
    const end = subtreeEnd[row] as number;
    for (let child = row + 1; child < end; child = subtreeEnd[child] as number) children.push(child);
    for (const child of children.toReversed()) addBelow(sums, row, child);
    const observation = observations[order[row] as number];
    if (observation) addOwn(sums, row, observation);
  }
  return sums;
}

function emptySums(count: number): SubtreeSums {
  return sumsOf(count, () => new Float64Array(count).fill(Number.NaN));
}

function sumsOf(count: number, column: (count: number) => Float64Array): SubtreeSums {
  return {
    start: column(count),
    end: column(count),
    input: column(count),
    output: column(count),
    tokens: column(count),
    cost: column(count),
    warnings: new Int32Array(count),
    errors: new Int32Array(count),
  };
}

function addOwn(sums: SubtreeSums, row: number, observation: Observation): void {
  const { startTime, level } = observation;
  const endTime = observation.endTime ?? startTime;
  const { start, end, warnings, errors } = sums;
  if (!((start[row] as number) <= startTime)) start[row] = startTime;
  if (!((end[row] as number) >= endTime)) end[row] = endTime;
  if (level === 'WARNING') warnings[row] = (warnings[row] as number) + 1;
  else if (level === 'ERROR') errors[row] = (errors[row] as number) + 1;
  addUsage(sums, row, observation.usage);
  addTo(sums.cost, row, costOf(observation.cost));
}

/** As `summarizeUsage` reads a usage map, without making an object of it: this runs once for every observation. */
function addUsage({ input, output, tokens }: SubtreeSums, row: number, usage: Usage): void {
  let sum = Number.NaN;
  for (const key in usage) {
    if (key === 'total') continue;
    const units = usage[key] as number;
    sum = Number.isNaN(sum) ? units : sum + units;
    // Nearly all keys are one of these two, and looking into them is what costs.
    if (key === 'input') addTo(input, row, units);
    else if (key === 'output') addTo(output, row, units);
    else if (key.includes('input')) addTo(input, row, units);
    else if (key.includes('output')) addTo(output, row, units);
  }
  addTo(tokens, row, usage['total'] ?? sum);
}

/** As `totalCost`, with `NaN` where nothing was priced. */
function costOf(cost: Cost): number {
  if (cost['total'] !== undefined) return cost['total'];
  let sum = Number.NaN;
  for (const key in cost) sum = Number.isNaN(sum) ? (cost[key] as number) : sum + (cost[key] as number);
  return sum;
}

/** Adds where there is something to add: `NaN` stands for nothing, on either side. */
function addTo(column: Float64Array, row: number, amount: number): void {
  if (Number.isNaN(amount)) return;
  const sum = column[row] as number;
  column[row] = Number.isNaN(sum) ? amount : sum + amount;
}
