import type { ObservationId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import { layoutAnyTrace } from './layout-any-trace.ts';
import { layoutSequence } from './layout-sequence.ts';

/** What a tree is made of; a `TraceStructure` is one. */
export interface TraceTreeSource {
  /** Observations of one trace, in any order. */
  readonly observations: readonly Observation[];
  /** Heads the tree where it says more than its root does. Default: the observations stand alone. */
  readonly trace?: Trace | undefined;
}

/**
 * A row of the tree as people mean it: an observation by id, or `null` for the trace itself. Selections and
 * folds are kept in these, so they survive new data.
 */
export type TraceTreeNodeId = ObservationId | null;

/**
 * A trace tree in pre-order, one column per fact and one entry per row. Columns are typed arrays, so 100,000 rows
 * cost 2.2 MB, and everything below a row is the range up to its `subtreeEnd`.
 */
export interface TraceTreeLayout {
  readonly observations: readonly Observation[];
  /** The trace, when it is row 0; `null` when the rows are observations only. */
  readonly head: Trace | null;
  /** Count of rows, folded or not. */
  readonly rowCount: number;
  /** Index into `observations`; -1 for the trace's own row. */
  readonly order: Int32Array;
  /** Row of the parent; -1 for a root. */
  readonly parent: Int32Array;
  /** Row that follows the last descendant; `row + 1` for a leaf. */
  readonly subtreeEnd: Int32Array;
  /** Steps from the root, from 0; stops counting at 65,535. */
  readonly depth: Uint16Array;
  /** Place among the siblings, from 1. */
  readonly position: Int32Array;
  /** Count of direct children. */
  readonly childCount: Int32Array;
  /** Count of rows without a parent. */
  readonly rootCount: number;
  /** Rows of observations whose parent never arrived, unless their producer marked them as roots. */
  readonly orphanRows: ReadonlySet<number>;
}

/**
 * Lays the observations of a trace out as a tree. Children go by start, then id. Nothing is lost and nothing
 * hangs: an observation whose parent is missing becomes a root, a cycle is opened at its earliest member, and a
 * copy of an id is a row of its own (a child belongs to one of the copies).
 *
 * ```
 *   row  tree             order  parent  subtreeEnd  depth
 *    0   agent              0      -1        4         0
 *    1   ├─ plan            1       0        3         1
 *    2   │  └─ llm          3       1        3         2     ← started after `tool`, yet before it here
 *    3   └─ tool            2       0        4         1
 *    4   orphan             4      -1        5         0
 * ```
 */
export function layoutTraceTree({ observations, trace }: TraceTreeSource): TraceTreeLayout {
  return layoutSequence(observations, trace) ?? layoutAnyTrace(observations, trace);
}
