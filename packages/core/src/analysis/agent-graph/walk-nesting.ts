import type { EpochMs } from '../../model/units.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { END_NODE, START_NODE } from './agent-graph.ts';
import { Frontier } from './frontier.ts';
import type { Exits } from './frontier.ts';
import type { GraphBuilder, NodeIndex } from './graph-builder.ts';
import { hasSucceeded } from './graph-call.ts';
import type { GraphFrame } from './graph-call.ts';
import { nestedCalls } from './nested-calls.ts';
import type { NestedCall, NestedCalls } from './nested-calls.ts';

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
 *
 * @returns the node that each observation ran in, -1 for those outside of all.
 */
export function* walkNesting(
  graph: GraphBuilder,
  tree: TraceTreeLayout,
  maxBoxDepth: number,
): Pausable<Int32Array> {
  const nested = yield* nestedCalls(tree, maxBoxDepth);
  const { roots, calls } = nested;
  const [first] = roots;
  if (!first) return new Int32Array(tree.observations.length).fill(-1);
  const labels = new Labels();
  const frames = new FrameNodes(graph);
  const top = frames.of(first.frame);
  for (const [place, call] of calls.entries()) {
    if (place % ROWS_AT_ONCE === 0) yield;
    const { observation, attempts, frame, ownFrame } = call;
    const name = observation.name ?? '';
    const label = labels.of(frame, name, observation.type);
    call.node = graph.addCall({ frame, key: observation.id, name, label, type: observation.type, attempts });
    if (ownFrame) frames.of(ownFrame);
  }
  const ranIn = nodesOfObservations(tree, nested);
  if (graph.isFull) return ranIn;

  for (let place = calls.length - 1; place >= 0; place -= 1) {
    if (place % ROWS_AT_ONCE === 0) yield;
    const call = calls[place];
    if (!call || call.inner.length === 0) continue;
    const { inner, ownFrame, node } = call;
    if (ownFrame) {
      const ends = frames.of(ownFrame);
      finish(graph, ends, yield* walkSiblings(graph, inner, ends.start), hasSucceeded(call.attempts));
    } else {
      const exits = yield* walkSiblings(graph, inner, node);
      if (graph.mode === 'aggregated') call.exits = exits;
    }
  }
  const isDone = lastOf(roots).every(({ attempts }) => hasSucceeded(attempts));
  finish(graph, top, yield* walkSiblings(graph, roots, top.start), isDone);
  return ranIn;
}

/** What is named like a start or an end has no node of its own; what it did ran in the call around it. */
function nodesOfObservations(tree: TraceTreeLayout, { callOf }: NestedCalls): Int32Array {
  const nodeOf = new Int32Array(tree.observations.length).fill(-1);
  for (let row = 0; row < tree.rowCount; row += 1) {
    const call = callOf[row];
    const name = call?.observation.name;
    const outer = tree.order[tree.parent[row] ?? -1] ?? -1;
    nodeOf[tree.order[row] ?? -1] =
      call && name !== START_NODE && name !== END_NODE ? call.node : (nodeOf[outer] ?? -1);
  }
  return nodeOf;
}

function finish(graph: GraphBuilder, { start, end }: FrameEnds, exits: Exits, isDone: boolean): void {
  graph.addPassage(start);
  if (!isDone) return;
  graph.addPassage(end);
  if (typeof exits === 'number') graph.addEdge(exits, end);
  else for (const [node, count] of exits) graph.addEdge(node, end, count);
}

/** Those that were running when the last of them began, or after. */
function lastOf(calls: readonly NestedCall[]): readonly NestedCall[] {
  const latestStart = startOf(calls.at(-1));
  return calls.filter((call) => endOf(call) > latestStart || call === calls.at(-1));
}

/** Adds the ways into and between calls with one parent; answers with the ways out of them. */
function* walkSiblings(graph: GraphBuilder, calls: readonly NestedCall[], entry: NodeIndex): Pausable<Exits> {
  const [only] = calls;
  if (only && calls.length === 1) {
    graph.addEdge(entry, only.node);
    graph.addStep(startOf(only));
    return exitsOf(only);
  }
  const sorted = byStart(calls);
  const ends = sorted.map(endOf);
  const ending = orderOfEnds(ends);
  const frontier = new Frontier();
  const absorb = (place: number) => {
    const call = sorted[place];
    if (call) frontier.add(startOf(call), at(ends, place), exitsOf(call));
  };
  let ended = 0;
  let step: EpochMs | null = null;
  for (const [place, call] of sorted.entries()) {
    if (place % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) yield;
    const before = ended;
    for (
      let next = ending[ended];
      next !== undefined && next < place && at(ends, next) <= startOf(call);
      next = ending[ended]
    ) {
      absorb(next);
      ended += 1;
    }
    if (ended !== before && step !== null) graph.addStep(step);
    step = startOf(call);
    if (frontier.counts.size === 0) graph.addEdge(entry, call.node);
    else for (const [from, count] of frontier.counts) graph.addEdge(from, call.node, count);
  }
  if (step !== null) graph.addStep(step);
  for (; ended < ending.length; ended += 1) absorb(ending[ended] ?? -1);
  if (frontier.counts.size > 1) return frontier.counts;
  const [single] = frontier.counts;
  return single?.[1] === 1 ? single[0] : frontier.counts;
}

/** Places of calls by their ends, of equal ones by place. */
function orderOfEnds(ends: readonly EpochMs[]): readonly number[] {
  const places = ends.map((_, place) => place);
  const isSorted = ends.every((end, place) => place === 0 || at(ends, place - 1) <= end);
  return isSorted ? places : places.toSorted((a, b) => at(ends, a) - at(ends, b) || a - b);
}

function exitsOf({ exits, node }: NestedCall): Exits {
  return exits ?? node;
}

function at(values: readonly EpochMs[], index: number): number {
  return values[index] ?? 0;
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
  return attempts[attempts.length - 1]?.endTime ?? Number.POSITIVE_INFINITY;
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
  readonly #types = new Map<string, Map<string, string>>();

  of({ pathId }: GraphFrame, name: string, type: string): string {
    let known = this.#types.get(pathId);
    if (!known) this.#types.set(pathId, (known = new Map()));
    const first = known.get(name);
    if (first === undefined) known.set(name, type);
    return first === undefined || first === type ? name : `${name}:${type}`;
  }
}
