import { Graph, layout } from '@dagrejs/dagre';
import { default as Elk } from 'elkjs/lib/elk.bundled.js';
import type { GraphLayoutInput } from '@oriel/core';

/** dagre, with boxes left out: it draws one graph. Throws where its recursion overflows the stack. */
export function layoutWithDagre({ nodes, edges }: GraphLayoutInput): void {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB' });
  for (const { id, width, height } of nodes) graph.setNode(id, { width, height });
  for (const [index, { from, to }] of edges.entries()) graph.setEdge(from, to, {}, `${index}`);
  layout(graph);
}

/** ELK's layered layout, boxes left out as well. */
export async function layoutWithElk({ nodes, edges }: GraphLayoutInput): Promise<void> {
  const elk = new Elk.default();
  await elk.layout({
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'DOWN' },
    children: nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: edges.map(({ from, to }, index) => ({ id: `e${index}`, sources: [from], targets: [to] })),
  });
}
