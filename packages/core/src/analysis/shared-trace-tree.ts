import type { Observation } from '../model/observation.ts';
import type { Trace } from '../model/trace.ts';
import { layoutTraceTree, needsHead } from './layout-trace-tree.ts';
import type { TraceTreeLayout, TraceTreeSource } from './layout-trace-tree.ts';
import { subtreeSums } from './subtree-sums.ts';
import type { SubtreeSums } from './subtree-sums.ts';

/** What one list of observations was laid out to: by itself, and below its trace. */
interface KnownLayouts {
  plain: TraceTreeLayout | null;
  headed: TraceTreeLayout | null;
}

const layouts = new WeakMap<readonly Observation[], KnownLayouts>();
const sums = new WeakMap<TraceTreeLayout, SubtreeSums>();

/**
 * {@link layoutTraceTree} for panels that stand side by side: one list of observations is laid out once, whoever asks
 * first. A list that was laid out must not be changed any more. What nobody holds is free to go.
 */
export function sharedTraceTree({ observations, trace }: TraceTreeSource): TraceTreeLayout {
  let known = layouts.get(observations);
  if (!known) layouts.set(observations, (known = { plain: null, headed: null }));
  const { plain, headed } = known;
  if (plain && !(trace && needsHead(trace, plain.rootCount, rootOf(plain, 0)))) return plain;
  if (headed && trace && needsHead(trace, headed.childCount[0] ?? 0, rootOf(headed, 1))) {
    return (known.headed = withHead(headed, trace));
  }
  const layout = layoutTraceTree({ observations, trace });
  known[layout.head ? 'headed' : 'plain'] = layout;
  return layout;
}

/** {@link subtreeSums} of a layout, summed once. */
export function sharedSubtreeSums(layout: TraceTreeLayout): SubtreeSums {
  let known = sums.get(layout);
  if (!known) sums.set(layout, (known = subtreeSums(layout)));
  return known;
}

/** The same rows below the trace as it is now: a score changes the trace and none of its observations. */
function withHead(layout: TraceTreeLayout, head: Trace): TraceTreeLayout {
  if (layout.head === head) return layout;
  const next = { ...layout, head };
  const known = sums.get(layout);
  if (known) sums.set(next, known);
  return next;
}

function rootOf({ observations, order }: TraceTreeLayout, row: number): Observation | undefined {
  return observations[order[row] ?? -1];
}
