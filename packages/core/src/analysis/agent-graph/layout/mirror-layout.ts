import type { GraphLayout } from './layout-graph.ts';

/** A layout for pages that read from right to left: the same, seen in a mirror. */
export function mirrorLayout(layout: GraphLayout): GraphLayout {
  const { width } = layout;
  return {
    ...layout,
    nodes: layout.nodes.map((node) => ({ ...node, x: width - node.x - node.width })),
    edges: layout.edges.map((points) =>
      points.map((value, place) => (place % 2 === 0 ? width - value : value)),
    ),
  };
}
