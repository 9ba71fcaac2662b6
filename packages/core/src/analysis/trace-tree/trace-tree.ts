import type { TraceStructure } from '../../model/trace.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';

/** A tree as nested pairs of a name and children, by start time: for printing and comparing. */
export type NestedTree = [name: string, children: NestedTree[]];

/**
 * The tree of a trace as people read it. The trace itself is outermost when it was sent as a record of its own and
 * its only root does not stand for it, or when several roots need something to hang from; else its root is.
 */
export function traceTree({ trace, observations }: TraceStructure): NestedTree {
  const { head, order, parent, rowCount } = layoutTraceTree({ trace, observations });
  const rows: NestedTree[] = [];
  const roots: NestedTree[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const name = row === 0 && head ? head.name : observations[order[row] ?? -1]?.name;
    const node: NestedTree = [name ?? '', []];
    rows.push(node);
    const siblings = rows[parent[row] ?? -1]?.[1] ?? roots;
    siblings.push(node);
  }
  const [root, ...others] = roots;
  return root && others.length === 0 ? root : [trace.name ?? '', roots];
}
