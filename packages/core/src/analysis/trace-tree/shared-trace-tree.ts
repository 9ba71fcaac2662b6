import type { TraceId } from '../../model/ids.ts';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import { growTraceTree } from './grow-trace-tree.ts';
import { isByStart, needsHead } from './layout-any-trace.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import type { TraceTreeLayout, TraceTreeSource } from './layout-trace-tree.ts';
import { growSubtreeSums, subtreeSums } from './subtree-sums.ts';
import type { SubtreeSums } from './subtree-sums.ts';

/** What one list of observations was laid out to: by itself, and below its trace. */
interface KnownLayouts {
  plain: TraceTreeLayout | null;
  headed: TraceTreeLayout | null;
  /** Whether the list is in order of start, once somebody had to know. */
  isByStart: boolean | null;
}

/** Traces whose last layouts are looked for when they have grown: those that people look at. */
const MAX_GROWING = 16;

/** The list of each trace that was laid out last. */
const latest = new Map<TraceId, WeakRef<readonly Observation[]>>();
const layouts = new WeakMap<readonly Observation[], KnownLayouts>();
const sums = new WeakMap<TraceTreeLayout, SubtreeSums>();

/**
 * {@link layoutTraceTree} for panels that stand side by side: one list of observations is laid out once, whoever asks
 * first. A list that was laid out must not be changed any more. What nobody holds is free to go.
 *
 * The list of a trace that has grown is laid out from its last layout where that is still held, which takes a fraction
 * of the time.
 */
export function sharedTraceTree({ observations, trace }: TraceTreeSource): TraceTreeLayout {
  const known = layouts.get(observations) ?? growKnown(observations);
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

/** Starts to know a list: with what the last list of the same trace was laid out to, grown by what came since. */
function growKnown(observations: readonly Observation[]): KnownLayouts {
  const known: KnownLayouts = { plain: null, headed: null, isByStart: null };
  layouts.set(observations, known);
  const traceId = observations[0]?.traceId;
  if (traceId === undefined) return known;

  const before = latest.get(traceId)?.deref();
  const last = before && layouts.get(before);
  if (last && (last.isByStart ??= isByStart(before))) {
    known.plain = last.plain && grow(last.plain, observations);
    known.headed = last.headed && grow(last.headed, observations);
    if (known.plain ?? known.headed) known.isByStart = true;
  }
  latest.delete(traceId);
  latest.set(traceId, new WeakRef(observations));
  const [eldest] = latest.keys();
  if (latest.size > MAX_GROWING && eldest !== undefined) latest.delete(eldest);
  return known;
}

function grow(last: TraceTreeLayout, observations: readonly Observation[]): TraceTreeLayout | null {
  const grown = growTraceTree(last, observations);
  const lastSums = sums.get(last);
  if (grown && lastSums) sums.set(grown.layout, growSubtreeSums(grown, lastSums));
  return grown && grown.layout;
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
