import type { EpochMs } from '../../model/units.ts';
import type { TraceTreeLayout } from '../layout-trace-tree.ts';
import { Frontier } from './frontier.ts';
import type { Exits } from './frontier.ts';
import type { GraphBuilder, NodeIndex } from './graph-builder.ts';
import { hasSucceeded } from './graph-call.ts';
import type { GraphFrame } from './graph-call.ts';
import { nestedCalls } from './nested-calls.ts';
import type { NestedCall } from './nested-calls.ts';

/**
 * Adds what a trace without graph keys tells of its graph (reference 5.3). A call leads to what it began; of calls
 * with one parent, each follows those that had ended before it (see {@link Frontier}), so what overlaps is
 * parallel, and nothing is connected that never followed.
 *
 *     A       |==========      aggregated  start → A → B → C → end
 *       B     |  ==            as it ran   start → A → B → C, A → end
 *       C     |     ===
 *
 * Aggregated, the flow goes through what a call did last; as it ran, it goes on from the call itself.
 */
export function walkNesting(graph: GraphBuilder, tree: TraceTreeLayout): void {
  const roots = nestedCalls(tree);
  const [first] = roots;
  if (!first) return;
  const calls = outermostFirst(roots);
  const labels = new Labels();
  const frames = new FrameNodes(graph);
  frames.of(first.frame);
  const indexOf = new Map<NestedCall, NodeIndex>();
  for (const call of calls) {
    const { observation, attempts, frame, ownFrame } = call;
    const name = observation.name ?? '';
    const label = labels.of(frame, name, observation.type);
    const index = graph.addCall({
      frame,
      key: observation.id,
      name,
      label,
      type: observation.type,
      attempts,
    });
    indexOf.set(call, index);
    if (ownFrame) frames.of(ownFrame);
  }
  if (graph.isFull) return;

  const exitsOf = new Map<NestedCall, Exits>();
  const walk = new SiblingWalk(graph, (call) => exitsOf.get(call) ?? indexOf.get(call) ?? -1, indexOf);
  for (const call of calls.toReversed()) {
    const { inner, ownFrame } = call;
    if (inner.length === 0) continue;
    const self = indexOf.get(call) ?? -1;
    const exits = walk.siblings(inner, ownFrame ? frames.of(ownFrame).start : self);
    if (ownFrame) finish(graph, frames.of(ownFrame), exits, hasSucceeded(call.attempts));
    else if (graph.mode === 'aggregated') exitsOf.set(call, exits.size === 1 ? onlyKey(exits) : exits);
  }
  const exits = walk.siblings(roots, frames.of(first.frame).start);
  finish(
    graph,
    frames.of(first.frame),
    exits,
    lastOf(roots).every(({ attempts }) => hasSucceeded(attempts)),
  );
}

function finish(
  graph: GraphBuilder,
  { start, end }: FrameEnds,
  exits: ReadonlyMap<NodeIndex, number>,
  isDone: boolean,
) {
  graph.addPassage(start);
  if (!isDone) return;
  graph.addPassage(end);
  for (const [node, count] of exits) graph.addEdge(node, end, count);
}

/** Those that were running when the last of them began, or after. */
function lastOf(calls: readonly NestedCall[]): readonly NestedCall[] {
  const latestStart = startOf(calls.at(-1));
  return calls.filter((call) => endOf(call) > latestStart || call === calls.at(-1));
}

function onlyKey(counts: ReadonlyMap<NodeIndex, number>): Exits {
  for (const [node, count] of counts) if (count === 1) return node;
  return counts;
}

/** Without recursion: a chain of 2,000 calls inside each other is not rare. */
function outermostFirst(roots: readonly NestedCall[]): readonly NestedCall[] {
  const calls: NestedCall[] = [];
  const open = roots.toReversed();
  for (let call = open.pop(); call !== undefined; call = open.pop()) {
    calls.push(call);
    for (let index = call.inner.length - 1; index >= 0; index -= 1)
      open.push(call.inner[index] as NestedCall);
  }
  return calls;
}

class SiblingWalk {
  readonly #graph: GraphBuilder;
  readonly #exitsOf: (call: NestedCall) => Exits;
  readonly #indexOf: ReadonlyMap<NestedCall, NodeIndex>;

  constructor(
    graph: GraphBuilder,
    exitsOf: (call: NestedCall) => Exits,
    indexOf: ReadonlyMap<NestedCall, NodeIndex>,
  ) {
    this.#graph = graph;
    this.#exitsOf = exitsOf;
    this.#indexOf = indexOf;
  }

  /** Adds the ways into and between calls with one parent; answers with the ways out of them. */
  siblings(calls: readonly NestedCall[], entry: NodeIndex): ReadonlyMap<NodeIndex, number> {
    const sorted = byStart(calls);
    const place = new Map(sorted.map((call, index) => [call, index]));
    const placeOf = (call: NestedCall) => place.get(call) ?? 0;
    const ending = sorted.toSorted((a, b) => endOf(a) - endOf(b) || placeOf(a) - placeOf(b));
    const frontier = new Frontier();
    const absorb = (call: NestedCall) => frontier.add(startOf(call), endOf(call), this.#exitsOf(call));
    let ended = 0;
    let step: EpochMs = Number.NaN;
    for (const [index, call] of sorted.entries()) {
      const before = ended;
      for (
        let next = ending[ended];
        next && endOf(next) <= startOf(call) && placeOf(next) < index;
        next = ending[ended]
      ) {
        absorb(next);
        ended += 1;
      }
      if (ended !== before) this.#endStep(step);
      step = startOf(call);
      const to = this.#indexOf.get(call) ?? -1;
      if (frontier.counts.size === 0) this.#graph.addEdge(entry, to);
      else for (const [from, count] of frontier.counts) this.#graph.addEdge(from, to, count);
    }
    this.#endStep(step);
    for (const call of ending.slice(ended)) absorb(call);
    return frontier.counts;
  }

  #endStep(moment: EpochMs): void {
    if (!Number.isNaN(moment)) this.#graph.addStep(moment);
  }
}

/** Children of an event stand where the event was; clocks may put them before what stands there already. */
function byStart(calls: readonly NestedCall[]): readonly NestedCall[] {
  const isSorted = calls.every((call, index) => index === 0 || startOf(calls[index - 1]) <= startOf(call));
  return isSorted ? calls : calls.toSorted((a, b) => startOf(a) - startOf(b));
}

function startOf(call: NestedCall | undefined): EpochMs {
  return call?.observation.startTime ?? 0;
}

/** What runs has not ended before anything. */
function endOf({ attempts }: NestedCall): EpochMs {
  return attempts.at(-1)?.endTime ?? Number.POSITIVE_INFINITY;
}

interface FrameEnds {
  readonly start: NodeIndex;
  readonly end: NodeIndex;
}

/** The start and end of each graph, added when first asked for. */
class FrameNodes {
  readonly #graph: GraphBuilder;
  readonly #known = new Map<GraphFrame, FrameEnds>();

  constructor(graph: GraphBuilder) {
    this.#graph = graph;
  }

  of(frame: GraphFrame): FrameEnds {
    const known = this.#known.get(frame);
    if (known) return known;
    const ends = this.#graph.addFrame(frame);
    this.#known.set(frame, ends);
    return ends;
  }
}

/** Of things that share a name but not a type, all but the first carry their type in ids. */
class Labels {
  readonly #types = new Map<string, string>();

  of({ path }: GraphFrame, name: string, type: string): string {
    const key = path.length === 0 ? name : `${path.join('|')}|${name}`;
    const first = this.#types.get(key);
    if (first === undefined) this.#types.set(key, type);
    return first === undefined || first === type ? name : `${name}:${type}`;
  }
}
