import { deriveAgentGraph } from '@oriel/core';
import type { GraphLayoutInput, Observation } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';

/** A tree of `count` nodes with `fanOut` children each; 1 makes a chain. */
export function tree(count: number, fanOut: number): GraphLayoutInput {
  const edges = Array.from({ length: count - 1 }, (_, index) => {
    return { from: `n${Math.floor(index / fanOut)}`, to: `n${index + 1}` };
  });
  return { nodes: nodes(count), edges, direction: 'down' };
}

/** `count` nodes with edges by chance, which no layout can keep apart. */
export function dense(count: number, edgeCount: number): GraphLayoutInput {
  const random = seededRandom(count);
  const pick = () => `n${Math.floor(random() * count)}`;
  const edges = Array.from({ length: edgeCount }, () => ({ from: pick(), to: pick() }));
  return { nodes: nodes(count), edges, direction: 'down' };
}

/** The graph that a trace becomes, with cards of a common size. */
export function ofTrace(observations: readonly Observation[]): GraphLayoutInput {
  const graph = deriveAgentGraph(observations);
  if (!graph) throw new Error('The trace has no graph, because nothing ran in it.');
  return {
    nodes: graph.nodes.map(({ id, namespace }) => ({ id, namespace, width: 160, height: 52 })),
    edges: graph.edges.map(({ from, to }) => ({ from, to })),
    direction: 'down',
  };
}

function nodes(count: number): GraphLayoutInput['nodes'] {
  return Array.from({ length: count }, (_, index) => ({
    id: `n${index}`,
    namespace: '',
    width: 160,
    height: 52,
  }));
}
