import type { ArrangedTraceTree } from './arrange-trace-tree.ts';
import type { SubtreeSums } from './subtree-sums.ts';

/**
 * Sums of a whole layout by the rows of its arrangement. A row keeps the sum of everything that is below it in the
 * whole, seen or left out; a group comes to what its members come to.
 */
export function arrangeSums(tree: ArrangedTraceTree, whole: SubtreeSums): SubtreeSums {
  const { wholeRow, groupSize } = tree;
  if (wholeRow.length === whole.errors.length && !groupSize.some((size) => size > 0)) return whole;

  const float = () => new Float64Array(wholeRow.length);
  const count = () => new Int32Array(wholeRow.length);
  return {
    start: arrange(tree, whole.start, float(), (sum, next) => (sum <= next ? sum : next)),
    end: arrange(tree, whole.end, float(), (sum, next) => (sum >= next ? sum : next)),
    input: arrange(tree, whole.input, float(), addKnown),
    output: arrange(tree, whole.output, float(), addKnown),
    tokens: arrange(tree, whole.tokens, float(), addKnown),
    cost: arrange(tree, whole.cost, float(), addKnown),
    warnings: arrange(tree, whole.warnings, count(), addKnown),
    errors: arrange(tree, whole.errors, count(), addKnown),
  };
}

/** A group is made of its first member when it comes, and the others, its later children, are added to it. */
function arrange<Column extends Float64Array | Int32Array>(
  { rowCount, wholeRow, groupSize, parent, position }: ArrangedTraceTree,
  from: Column,
  to: Column,
  combine: (sum: number, next: number) => number,
): Column {
  for (let row = 0; row < rowCount; row += 1) {
    const value = from[wholeRow[row] as number] as number;
    to[row] = value;
    const above = parent[row] as number;
    if (above === -1 || groupSize[above] === 0 || position[row] === 1) continue;
    to[above] = combine(to[above] as number, value);
  }
  return to;
}

function addKnown(sum: number, next: number): number {
  if (Number.isNaN(next)) return sum;
  return Number.isNaN(sum) ? next : sum + next;
}
