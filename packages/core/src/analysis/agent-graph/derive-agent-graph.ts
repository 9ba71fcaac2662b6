import type { ObservationId } from '../../model/ids.ts';
import type { Observation, ObservationType } from '../../model/observation.ts';
import { graphTasks } from './graph-tasks.ts';
import type { ExecutedTask } from './graph-tasks.ts';
import { groupBy } from './group-by.ts';
import { taskSources } from './task-sources.ts';

/** What ran of an agent's graph, each node once however often it ran. */
export interface AgentGraph {
  /** In order of first execution, subgraphs behind the graph around them. */
  readonly nodes: readonly AgentGraphNode[];
  readonly edges: readonly AgentGraphEdge[];
}

export interface AgentGraphNode {
  /** Names of the nodes around it and its own, joined by `|`: `review|draft`. */
  readonly id: string;
  /** As declared in the graph. Every graph has a `__start__` and an `__end__`. */
  readonly name: string;
  /** Id of the node whose subgraph this node is in; empty at the top. */
  readonly namespace: string;
  /** `null` for `__start__` and `__end__`. */
  readonly type: ObservationType | null;
  /** How often the node ran; retries of one run count once. 0 where a run never came to `__end__`, or was resumed. */
  readonly calls: number;
  /** Calls whose last attempt failed. */
  readonly errors: number;
  /** Calls that stopped to wait for a person. */
  readonly interrupted: number;
  /** The observation of each attempt of each call, by start. */
  readonly observationIds: readonly ObservationId[];
}

export interface AgentGraphEdge {
  readonly from: string;
  readonly to: string;
  /** How often it was taken. */
  readonly count: number;
}

const START = '__start__';
const END = '__end__';

/**
 * The graph that a LangGraph agent walked in a trace; `null` when no observation has graph keys. Tasks are told
 * apart by checkpoint namespace, so subgraphs and their steps stay apart (reference 5.5).
 *
 * LangGraph does not send its edges. Within a run of a graph, a join names its sources; any other task follows the
 * tasks of the step before. A run ends where its last step ended well.
 *
 * @param observations - by start time.
 */
export function deriveAgentGraph(observations: readonly Observation[]): AgentGraph | null {
  const tasks = graphTasks(observations);
  if (tasks.length === 0) return null;
  const graph = new GraphBuilder();
  const runs = groupBy(tasks, (task) => task.graphRun);
  for (const run of runs.values()) addRun(graph, run);
  return graph.build();
}

function addRun(graph: GraphBuilder, run: readonly ExecutedTask[]): void {
  const [first] = run;
  if (first === undefined) return;
  const start = nodeId(first.enclosing, START);
  const end = nodeId(first.enclosing, END);
  graph.addFrame(first.enclosing);
  for (const task of run) graph.addCall(task);

  const steps = [...groupBy(run, (task) => task.step)].toSorted(([a], [b]) => a - b);
  const latest = new Map<string, readonly ExecutedTask[]>();
  const followed = new Set<ExecutedTask>();
  let previousStep: readonly ExecutedTask[] = [];
  for (const [step, tasks] of steps) {
    const sources = taskSources(tasks, { previousStep, latestOf: (node) => latest.get(node) ?? [] });
    for (const [task, from] of sources) {
      for (const source of from) {
        graph.addEdge(idOf(source), idOf(task));
        followed.add(source);
      }
      // Clients that hide `__start__` begin at step 1; a resumed run begins where it was, without a start.
      if (from.length === 0 && step <= 1 && task.node !== START) {
        graph.addEdge(start, idOf(task));
      }
    }
    for (const [node, ofNode] of groupBy(tasks, (task) => task.node)) latest.set(node, ofNode);
    previousStep = tasks;
  }
  const last = run.filter((task) => !followed.has(task));
  if (!run.some((task) => task.node === START) && (steps[0]?.[0] ?? 0) <= 1) graph.addPassage(start);
  if (!last.every(hasSucceeded) || run.some((task) => task.node === END)) return;
  graph.addPassage(end);
  for (const task of last) graph.addEdge(idOf(task), end);
}

/** The last attempt decides: earlier ones were retried. */
function hasSucceeded({ attempts }: ExecutedTask): boolean {
  const last = attempts.at(-1);
  return last !== undefined && last.endTime !== null && last.level !== 'ERROR' && !last.isInterrupted;
}

function idOf({ enclosing, node }: ExecutedTask): string {
  return nodeId(enclosing, node);
}

function nodeId(enclosing: readonly string[], name: string): string {
  return [...enclosing, name].join('|');
}

interface NodeCounts {
  readonly name: string;
  readonly namespace: string;
  type: ObservationType | null;
  calls: number;
  errors: number;
  interrupted: number;
  readonly observationIds: ObservationId[];
}

/** The nodes of one graph, its end behind them. */
function endLast(nodes: readonly AgentGraphNode[]): readonly AgentGraphNode[] {
  return [...nodes.filter(({ name }) => name !== END), ...nodes.filter(({ name }) => name === END)];
}

class GraphBuilder {
  readonly #nodes = new Map<string, NodeCounts>();
  readonly #edges = new Map<string, { from: string; to: string; count: number }>();

  /** The `__start__` and `__end__` that every graph has. */
  addFrame(enclosing: readonly string[]): void {
    this.#node(enclosing, START);
    this.#node(enclosing, END);
  }

  addCall({ enclosing, node, attempts }: ExecutedTask): void {
    const counts = this.#node(enclosing, node);
    const last = attempts.at(-1);
    counts.calls += 1;
    if (last?.isInterrupted) counts.interrupted += 1;
    else if (last?.level === 'ERROR') counts.errors += 1;
    if (node === START || node === END) return;
    counts.type ??= last?.type ?? null;
    counts.observationIds.push(...attempts.map(({ id }) => id));
  }

  /** A `__start__` or `__end__` that nobody observed was passed. */
  addPassage(id: string): void {
    const node = this.#nodes.get(id);
    if (node) node.calls += 1;
  }

  addEdge(from: string, to: string): void {
    const key = `${from}\n${to}`;
    const edge = this.#edges.get(key);
    if (edge) edge.count += 1;
    else this.#edges.set(key, { from, to, count: 1 });
  }

  build(): AgentGraph {
    const nodes = [...this.#nodes].map(([id, counts]) => ({ id, ...counts }));
    const graphs = [...groupBy(nodes, ({ namespace }) => namespace).values()];
    return { nodes: graphs.flatMap(endLast), edges: [...this.#edges.values()] };
  }

  #node(enclosing: readonly string[], name: string): NodeCounts {
    const id = nodeId(enclosing, name);
    const known = this.#nodes.get(id);
    if (known) return known;
    const namespace = enclosing.join('|');
    const node: NodeCounts = {
      name,
      namespace,
      type: null,
      calls: 0,
      errors: 0,
      interrupted: 0,
      observationIds: [],
    };
    this.#nodes.set(id, node);
    return node;
  }
}
