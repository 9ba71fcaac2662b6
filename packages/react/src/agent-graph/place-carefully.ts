import { Graph, layout } from '@dagrejs/dagre';
import { placeLevel } from '@oriel/core';
import type { Level, Pausable, PlacedLevel } from '@oriel/core';
import { countCrossings } from './count-crossings.ts';

/** dagre takes its time with large graphs, and its recursion overflows the stack on long chains. */
const MAX_NODES = 40;
const MAX_EDGES = 90;

/**
 * The better of two layouts: our own is right for anything like a tree; where edges cross all the same, and the graph
 * is small, dagre may find a way around.
 */
export function* placeCarefully(level: Level): Pausable<PlacedLevel> {
  const own = yield* placeLevel(level);
  if (level.width.length > MAX_NODES || level.from.length > MAX_EDGES) return own;
  const crossings = countCrossings(own);
  if (crossings === 0) return own;
  yield;
  const other = placeWithDagre(level, own);
  return countCrossings(other) < crossings ? other : own;
}

/** @param own - a layout of the same level, whose loops are taken. */
function placeWithDagre({ width, height, from, to }: Level, own: PlacedLevel): PlacedLevel {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, edgesep: 18, ranksep: 42 });
  for (const [node, across] of width.entries())
    graph.setNode(`${node}`, { width: across, height: height[node] ?? 0 });
  for (const [edge, source] of from.entries()) {
    if (source !== to[edge]) graph.setEdge(`${source}`, `${to[edge]}`, {}, `${edge}`);
  }
  layout(graph);
  const x = width.map((across, node) => (graph.node(`${node}`).x ?? 0) - across / 2);
  const y = height.map((down, node) => (graph.node(`${node}`).y ?? 0) - down / 2);
  const routes = Array.from(from, (source, edge): readonly number[] => {
    if (source === to[edge]) {
      const [right, below] = [
        (x[source] ?? 0) - (own.x[source] ?? 0),
        (y[source] ?? 0) - (own.y[source] ?? 0),
      ];
      return (own.routes[edge] ?? []).map((value, place) => value + (place % 2 === 0 ? right : below));
    }
    const { points = [] } = graph.edge(`${source}`, `${to[edge]}`, `${edge}`);
    return points.flatMap((point: { readonly x: number; readonly y: number }) => [point.x, point.y]);
  });
  const all = graph.graph();
  return { x, y, width: all.width ?? 0, height: all.height ?? 0, routes };
}
