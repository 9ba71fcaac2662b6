import { END_NODE, START_NODE } from './agent-graph.ts';
import type { AgentGraph } from './agent-graph.ts';
import type { GraphLayout, GraphLayoutBox, GraphLayoutInput } from './layout/layout-graph.ts';

/** A way on the screen, as arrow keys name it. */
export type GraphWay = 'up' | 'down' | 'left' | 'right';

/**
 * The node that an arrow key leads to; `null` when there is none that way. Along the graph edges are followed first,
 * into and out of boxes as well; where none leads that way, and across the graph, it is the nearest node there.
 *
 * @param layout - of the same nodes, in the same order.
 */
export function graphNeighbour(
  graph: Pick<AgentGraph, 'nodes' | 'edges'>,
  layout: Pick<GraphLayout, 'nodes'>,
  direction: GraphLayoutInput['direction'],
  fromId: string,
  way: GraphWay,
): string | null {
  const boxes = new Map(graph.nodes.map(({ id }, index) => [id, layout.nodes[index]]));
  const from = boxes.get(fromId);
  if (!from) return null;
  const isAlong = (direction === 'down') === (way === 'up' || way === 'down');
  const others = without(boxes.keys(), fromId);
  if (!isAlong) return nearest(others, boxes, from, way, 1);
  return (
    nearest(linkedIds(graph, fromId), boxes, from, way, Number.POSITIVE_INFINITY) ??
    nearest(others, boxes, from, way, 4)
  );
}

function linkedIds({ nodes, edges }: Pick<AgentGraph, 'nodes' | 'edges'>, id: string): readonly string[] {
  const linked = new Set<string>();
  const near = new Set([id]);
  const node = nodes.find((one) => one.id === id);
  // The end of a subgraph goes on as its box does, and its start comes from the box.
  if (node && node.namespace !== '' && (node.name === END_NODE || node.name === START_NODE)) {
    near.add(node.namespace);
    linked.add(node.namespace);
  }
  for (const { from, to } of edges) {
    if (near.has(from)) linked.add(to);
    if (near.has(to)) linked.add(from);
  }
  for (const inner of nodes) {
    if (inner.namespace === id && (inner.name === START_NODE || inner.name === END_NODE))
      linked.add(inner.id);
  }
  linked.delete(id);
  return [...linked];
}

function nearest(
  ids: Iterable<string>,
  boxes: ReadonlyMap<string, GraphLayoutBox | undefined>,
  from: GraphLayoutBox,
  way: GraphWay,
  /** How much farther to the side than ahead something may lie. */
  spread: number,
): string | null {
  const [x, y] = pointOf(from);
  let found: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const box = boxes.get(id);
    if (!box) continue;
    const [otherX, otherY] = pointOf(box);
    const along = { up: y - otherY, down: otherY - y, left: x - otherX, right: otherX - x }[way];
    const aside = Math.abs(way === 'up' || way === 'down' ? otherX - x : otherY - y);
    if (along < 1 || aside > along * spread) continue;
    const distance = along + aside * 2;
    if (distance >= least) continue;
    least = distance;
    found = id;
  }
  return found;
}

/** Boxes are where their names are. */
function pointOf({ x, y, width, height, hasInner }: GraphLayoutBox): readonly [x: number, y: number] {
  return [x + width / 2, hasInner ? y + 18 : y + height / 2];
}

function* without(ids: Iterable<string>, excluded: string): Generator<string> {
  for (const id of ids) if (id !== excluded) yield id;
}
