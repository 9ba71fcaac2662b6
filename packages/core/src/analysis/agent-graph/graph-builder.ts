import type { ObservationId } from '../../model/ids.ts';
import type { Observation, ObservationType } from '../../model/observation.ts';
import type { EpochMs, Milliseconds, Usd } from '../../model/units.ts';
import { totalCost } from '../usage/total-cost.ts';
import { ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import { END_NODE, START_NODE } from './agent-graph.ts';
import type {
  AgentGraph,
  AgentGraphCalls,
  AgentGraphMode,
  AgentGraphNode,
  AgentGraphRefusal,
} from './agent-graph.ts';
import type { GraphCall, GraphFrame } from './graph-call.ts';
import { groupBy } from './group-by.ts';

/** React Flow is comfortable up to about this many. */
const MAX_NODES = 2_500;
const MAX_EDGES = 10_000;

/** An index into the nodes of a builder, in the order they were added. */
export type NodeIndex = number;

interface NodeCounts {
  readonly id: string;
  readonly name: string;
  readonly namespace: string;
  type: ObservationType | null;
  calls: number;
  errors: number;
  interrupted: number;
  retries: number;
  ended: number;
  total: Milliseconds;
  longest: Milliseconds;
  cost: Usd | null;
  readonly observationIds: ObservationId[];
  readonly starts: EpochMs[];
  readonly ends: EpochMs[];
}

/** Gathers calls and the ways between them into a graph of one mode. */
export class GraphBuilder {
  readonly #mode: AgentGraphMode;
  readonly #nodes: NodeCounts[] = [];
  /** By the graph a node is in, then by its label; as it ran, by its key alone. */
  readonly #indexOf = new Map<string, Map<string, NodeIndex>>();
  readonly #edges = new Map<number, { from: NodeIndex; to: NodeIndex; count: number }>();
  readonly #steps: EpochMs[] = [];
  #edgeOverflow = 0;

  constructor(mode: AgentGraphMode) {
    this.#mode = mode;
  }

  get mode(): AgentGraphMode {
    return this.#mode;
  }

  /** More nodes than are ever shown: no need to look for the ways between them. */
  get isFull(): boolean {
    return this.#nodes.length > MAX_NODES || this.#edgeOverflow > 0;
  }

  /** The `__start__` and `__end__` that every graph has. */
  addFrame(frame: GraphFrame): { readonly start: NodeIndex; readonly end: NodeIndex } {
    return { start: this.#frameNode(frame, START_NODE), end: this.#frameNode(frame, END_NODE) };
  }

  addCall(call: GraphCall): NodeIndex {
    const { name, attempts, frame } = call;
    if (name === START_NODE || name === END_NODE) {
      const index = this.#frameNode(frame, name);
      this.addPassage(index);
      return index;
    }
    const index =
      this.#mode === 'aggregated'
        ? this.#nodeOfPath(frame, call.label, name)
        : this.#node(frame, '', call.key, name);
    const counts = this.#nodes[index] as NodeCounts;
    const first = attempts[0];
    const last = attempts[attempts.length - 1];
    counts.calls += 1;
    counts.retries += Math.max(0, attempts.length - 1);
    if (last?.isInterrupted) counts.interrupted += 1;
    else if (last?.level === 'ERROR') counts.errors += 1;
    counts.type ??= last?.type ?? null;
    for (const { id } of attempts) counts.observationIds.push(id);
    if (!first || !last) return index;
    counts.starts.push(first.startTime);
    counts.ends.push(last.endTime ?? Number.POSITIVE_INFINITY);
    if (last.endTime !== null) {
      const length = Math.max(0, last.endTime - first.startTime);
      counts.ended += 1;
      counts.total += length;
      counts.longest = Math.max(counts.longest, length);
    }
    return index;
  }

  /** A `__start__` or `__end__` was passed. */
  addPassage(index: NodeIndex): void {
    const node = this.#nodes[index];
    if (node) node.calls += 1;
  }

  addEdge(from: NodeIndex, to: NodeIndex, count = 1): void {
    const key = from * 2 ** 26 + to;
    const edge = this.#edges.get(key);
    if (edge) edge.count += count;
    else if (this.#edges.size < MAX_EDGES) this.#edges.set(key, { from, to, count });
    else this.#edgeOverflow += 1;
  }

  /** Something began that did not run before. */
  addStep(moment: EpochMs): void {
    this.#steps.push(moment);
  }

  /** @param ranIn - the node each observation ran in; -1 for those outside of all. */
  *build(
    source: AgentGraph['source'],
    observations: readonly Observation[],
    ranIn: Int32Array,
    maxBoxDepth: number | null = null,
  ): Pausable<AgentGraph | null> {
    if (this.#nodes.length === 0) return null;
    const placed = this.#nodes.map((counts, index) => ({ counts, index }));
    const graphs = [...groupBy(placed, ({ counts }) => counts.namespace).values()];
    const order = graphs.flatMap(endLast);
    const placeOf = new Int32Array(order.length);
    for (const [place, { index }] of order.entries()) placeOf[index] = place;

    const nodeOfObservation = ranIn.map((index) => placeOf[index] ?? -1);
    yield;
    const refusal = this.#refusal();
    const common = {
      mode: this.#mode,
      source,
      maxBoxDepth,
      steps: distinct(this.#steps),
      refusal,
    };
    if (refusal) {
      const nothing = { offset: new Int32Array(1), start: new Float64Array(), end: new Float64Array() };
      return {
        ...common,
        nodes: [],
        edges: [],
        calls: nothing,
        nodeOfObservation: nodeOfObservation.fill(-1),
      };
    }
    const counts = order.map((node) => node.counts);
    yield* addCosts(counts, observations, nodeOfObservation);
    const idOf = (index: NodeIndex) => this.#nodes[index]?.id ?? '';
    return {
      ...common,
      nodes: counts.map(toNode),
      edges: Array.from(this.#edges.values(), ({ from, to, count }) => ({
        from: idOf(from),
        to: idOf(to),
        count,
      })),
      calls: callColumns(counts),
      nodeOfObservation,
    };
  }

  #refusal(): AgentGraphRefusal | null {
    const nodes = this.#nodes.length;
    if (nodes > MAX_NODES) return { reason: 'too-many-nodes', count: nodes, limit: MAX_NODES };
    if (this.#edgeOverflow > 0) {
      return { reason: 'too-many-edges', count: MAX_EDGES + this.#edgeOverflow, limit: MAX_EDGES };
    }
    return null;
  }

  #frameNode(frame: GraphFrame, name: string): NodeIndex {
    return this.#mode === 'aggregated'
      ? this.#nodeOfPath(frame, name, name)
      : this.#node(frame, '', `${frame.runKey}|${name}`, name);
  }

  #nodeOfPath(frame: GraphFrame, label: string, name: string): NodeIndex {
    return this.#node(frame, frame.pathId, label, name);
  }

  #node({ pathId, outerKey }: GraphFrame, prefix: string, label: string, name: string): NodeIndex {
    let known = this.#indexOf.get(prefix);
    if (!known) this.#indexOf.set(prefix, (known = new Map()));
    const found = known.get(label);
    if (found !== undefined) return found;
    const index = this.#nodes.length;
    known.set(label, index);
    this.#nodes.push({
      id: prefix === '' ? label : `${prefix}|${label}`,
      name,
      namespace: this.#mode === 'aggregated' ? pathId : (outerKey ?? ''),
      type: null,
      calls: 0,
      errors: 0,
      interrupted: 0,
      retries: 0,
      ended: 0,
      total: 0,
      longest: 0,
      cost: null,
      observationIds: [],
      starts: [],
      ends: [],
    });
    return index;
  }
}

/** The nodes of one graph, its end behind them. */
function endLast<Node extends { readonly counts: NodeCounts }>(nodes: readonly Node[]): readonly Node[] {
  const isEnd = ({ counts }: Node) => counts.name === END_NODE;
  return [...nodes.filter((node) => !isEnd(node)), ...nodes.filter(isEnd)];
}

function toNode(counts: NodeCounts): AgentGraphNode {
  const { id, name, namespace, type, calls, errors, interrupted, retries, cost, observationIds } = counts;
  const { ended, total, longest } = counts;
  const latency = ended === 0 ? null : { total, mean: total / ended, longest };
  return { id, name, namespace, type, calls, errors, interrupted, retries, latency, cost, observationIds };
}

/** Each observation's cost goes to the node it ran in, and that of a subgraph to the node around it as well. */
function* addCosts(
  nodes: readonly NodeCounts[],
  observations: readonly Observation[],
  nodeOf: Int32Array,
): Pausable<void> {
  for (const [index, { cost }] of observations.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    const node = nodes[nodeOf[index] ?? -1];
    const amount = node ? totalCost(cost) : null;
    if (node && amount !== null) node.cost = (node.cost ?? 0) + amount;
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  // Nodes inside others have longer ways to the top, so each is whole before it is added to the one around it.
  const inner = nodes.filter(({ namespace }) => namespace !== '');
  const depthOf = depths(nodes, byId);
  for (const node of inner.toSorted((a, b) => (depthOf.get(b) ?? 0) - (depthOf.get(a) ?? 0))) {
    const outer = byId.get(node.namespace);
    if (outer && node.cost !== null) outer.cost = (outer.cost ?? 0) + node.cost;
  }
}

function depths(
  nodes: readonly NodeCounts[],
  byId: ReadonlyMap<string, NodeCounts>,
): ReadonlyMap<NodeCounts, number> {
  const known = new Map<NodeCounts, number>();
  for (const node of nodes) {
    const path: NodeCounts[] = [];
    let current: NodeCounts | undefined = node;
    while (current && !known.has(current) && path.length <= nodes.length) {
      path.push(current);
      current = byId.get(current.namespace);
    }
    let depth = current ? (known.get(current) ?? 0) + 1 : 0;
    for (const passed of path.toReversed()) {
      known.set(passed, depth);
      depth += 1;
    }
  }
  return known;
}

function callColumns(nodes: readonly NodeCounts[]): AgentGraphCalls {
  const offset = new Int32Array(nodes.length + 1);
  for (const [index, { starts }] of nodes.entries()) offset[index + 1] = (offset[index] ?? 0) + starts.length;
  const start = new Float64Array(offset.at(-1) ?? 0);
  const end = new Float64Array(start.length);
  for (const [index, { starts, ends }] of nodes.entries()) {
    const first = offset[index] ?? 0;
    const isSorted = starts.every((value, call) => call === 0 || (starts[call - 1] ?? 0) <= value);
    const order = isSorted
      ? null
      : starts.map((_, call) => call).toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
    for (let call = 0; call < starts.length; call += 1) {
      const from = order?.[call] ?? call;
      start[first + call] = starts[from] ?? 0;
      end[first + call] = ends[from] ?? 0;
    }
  }
  return { offset, start, end };
}

function distinct(moments: readonly EpochMs[]): Float64Array {
  const sorted = Float64Array.from(moments).toSorted();
  return sorted.filter((moment, index) => index === 0 || moment !== sorted[index - 1]);
}
