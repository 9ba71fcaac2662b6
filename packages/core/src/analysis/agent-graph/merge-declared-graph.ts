import { END_NODE, START_NODE } from './agent-graph.ts';
import type { AgentGraph, AgentGraphEdge, AgentGraphNode } from './agent-graph.ts';
import type { DeclaredEdge, DeclaredGraph } from './declared-graph.ts';

/**
 * Lays a declared graph under the one that ran: nodes and edges that were never reached come with counts of 0.
 * Declared edges that go into or out of a subgraph are led through its `__start__` and `__end__`, as they ran.
 *
 *     declared    plan → review:draft
 *     as it ran   plan → review,  review|__start__ → review|draft
 *
 * A graph as it ran has a node for each call, and nothing to lay under them: it comes back as it is.
 */
export function mergeDeclaredGraph(graph: AgentGraph, declared: DeclaredGraph): AgentGraph {
  if (graph.mode !== 'aggregated' || graph.refusal) return graph;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const edges = new Map(graph.edges.map((edge) => [keyOf(edge), edge]));
  for (const id of declared.nodes) addNode(nodes, id);
  for (const edge of declared.edges.flatMap(throughFrames)) {
    addNode(nodes, edge.from);
    addNode(nodes, edge.to);
    const known = edges.get(keyOf(edge));
    const isConditional = edge.isConditional || known?.isConditional === true;
    edges.set(keyOf(edge), { from: edge.from, to: edge.to, count: known?.count ?? 0, isConditional });
  }
  const added = [...nodes.values()].slice(graph.nodes.length);
  const offset = new Int32Array(nodes.size + 1).fill(graph.calls.offset.at(-1) ?? 0);
  offset.set(graph.calls.offset);
  return {
    ...graph,
    nodes: [...graph.nodes, ...added],
    edges: [...edges.values()],
    calls: { ...graph.calls, offset },
  };
}

function keyOf({ from, to }: Pick<AgentGraphEdge, 'from' | 'to'>): string {
  return `${from}\n${to}`;
}

function addNode(nodes: Map<string, AgentGraphNode>, id: string): void {
  const path = id.split('|');
  for (let length = 1; length <= path.length; length += 1) {
    const known = path.slice(0, length).join('|');
    if (nodes.has(known)) continue;
    nodes.set(known, {
      id: known,
      name: path[length - 1] ?? '',
      namespace: path.slice(0, length - 1).join('|'),
      type: null,
      calls: 0,
      errors: 0,
      interrupted: 0,
      retries: 0,
      latency: null,
      cost: null,
      observationIds: [],
    });
  }
}

/** An edge between graphs, as edges that each stay inside one. */
function throughFrames({ from, to, isConditional }: DeclaredEdge): readonly DeclaredEdge[] {
  const source = from.split('|');
  const target = to.split('|');
  let common = 0;
  while (common < Math.min(source.length, target.length) - 1 && source[common] === target[common])
    common += 1;
  const at = (path: readonly string[], length: number) => path.slice(0, length).join('|');
  const edges: DeclaredEdge[] = [];
  for (let length = source.length; length > common + 1; length -= 1) {
    edges.push({ from: at(source, length), to: `${at(source, length - 1)}|${END_NODE}`, isConditional });
  }
  edges.push({ from: at(source, common + 1), to: at(target, common + 1), isConditional });
  for (let length = common + 2; length <= target.length; length += 1) {
    edges.push({
      from: `${at(target, length - 1)}|${START_NODE}`,
      to: at(target, length),
      isConditional: false,
    });
  }
  return edges;
}
