import { finish } from '../../pausable.ts';
import type { Pausable } from '../../pausable.ts';
import { groupBy } from '../group-by.ts';
import type { Level, PlacedLevel } from './level.ts';
import { placeLevel } from './place-level.ts';

/** What a layout needs to know of a graph: plain data, so that it can go to a worker. Lengths in pixels. */
export interface GraphLayoutInput {
  readonly nodes: readonly GraphLayoutNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  /** Where steps go on. */
  readonly direction: 'down' | 'right';
}

export interface GraphLayoutNode {
  readonly id: string;
  /** Id of the node it is drawn inside; empty, or of no node, at the top. */
  readonly namespace: string;
  readonly width: number;
  readonly height: number;
}

/** Where everything is, from the top left corner, in the order of the input. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly GraphLayoutBox[];
  /** Points of each edge from its source to its target, `x, y, x, y, …`; a loop has four, as a cubic curve. Empty for edges of unknown nodes. */
  readonly edges: readonly (readonly number[])[];
}

export interface GraphLayoutBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Other nodes are drawn inside. */
  readonly hasInner: boolean;
}

/** Places the nodes of one graph, without what is inside them. */
export type PlaceLevel = (level: Level) => Pausable<PlacedLevel>;

/** Inside a box: room for its name, and around. */
const BOX_HEAD = 38;
const BOX_PADDING = 16;

/**
 * Lays a graph out, subgraphs as boxes: the innermost first, so that each is one node of the graph around it.
 *
 *     ┌ review ───────────┐
 *     │  start → draft …  │ → publish
 *     └───────────────────┘
 */
export function layoutGraph(input: GraphLayoutInput, placeNodes: PlaceLevel = placeLevel): GraphLayout {
  return finish(layoutGraphInSteps(input, placeNodes));
}

/** {@link layoutGraph} as work that can be put aside, for a thread that has other things to do. */
export function* layoutGraphInSteps(
  { nodes, edges, direction }: GraphLayoutInput,
  placeNodes: PlaceLevel = placeLevel,
): Pausable<GraphLayout> {
  const isAcross = direction === 'right';
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
  const outerOf = nodes.map(({ namespace }) => indexOf.get(namespace) ?? -1);
  const depthOf = depths(outerOf);
  const innerOf = groupBy(nodes.keys(), (index) => (depthOf[index] === 0 ? -1 : (outerOf[index] ?? -1)));
  const ends = edges.map(({ from, to }) => ({ from: indexOf.get(from) ?? -1, to: indexOf.get(to) ?? -1 }));
  const edgesOf = groupBy(ends.keys(), (edge) => levelOf(ends[edge], outerOf, depthOf));

  const width = Float64Array.from(nodes, (node) => node.width);
  const height = Float64Array.from(nodes, (node) => node.height);
  const placed = new Map<number, PlacedLevel>();
  const deepestFirst = [...innerOf.keys()].toSorted((a, b) => (depthOf[b] ?? -1) - (depthOf[a] ?? -1));
  for (const outer of deepestFirst) {
    const members = innerOf.get(outer) ?? [];
    const localOf = new Map(members.map((node, local) => [node, local]));
    const inside = edgesOf.get(outer) ?? [];
    const local = (node: number | undefined) => localOf.get(node ?? -1) ?? 0;
    const across = Float64Array.from(members, (node) => width[node] ?? 0);
    const down = Float64Array.from(members, (node) => height[node] ?? 0);
    const result = yield* placeNodes({
      width: isAcross ? down : across,
      height: isAcross ? across : down,
      from: Int32Array.from(inside, (edge) => local(ends[edge]?.from)),
      to: Int32Array.from(inside, (edge) => local(ends[edge]?.to)),
    });
    const level = isAcross ? turned(result) : result;
    placed.set(outer, level);
    if (outer === -1) continue;
    width[outer] = Math.max(width[outer] ?? 0, level.width + 2 * BOX_PADDING);
    height[outer] = level.height + BOX_HEAD + BOX_PADDING;
  }

  const x = new Float64Array(nodes.length);
  const y = new Float64Array(nodes.length);
  const routes: (readonly number[])[] = edges.map(() => []);
  for (const outer of deepestFirst.toReversed()) {
    const level = placed.get(outer);
    if (!level) continue;
    const spare = outer === -1 ? 0 : ((width[outer] ?? 0) - level.width) / 2;
    const left = outer === -1 ? 0 : (x[outer] ?? 0) + spare;
    const top = outer === -1 ? 0 : (y[outer] ?? 0) + BOX_HEAD;
    for (const [local, node] of (innerOf.get(outer) ?? []).entries()) {
      x[node] = left + (level.x[local] ?? 0);
      y[node] = top + (level.y[local] ?? 0);
    }
    for (const [local, edge] of (edgesOf.get(outer) ?? []).entries()) {
      const points = level.routes[local] ?? [];
      routes[edge] = points.map((value, place) => value + (place % 2 === 0 ? left : top));
    }
  }
  const whole = placed.get(-1);
  return {
    width: whole?.width ?? 0,
    height: whole?.height ?? 0,
    nodes: nodes.map((_, index) => ({
      x: x[index] ?? 0,
      y: y[index] ?? 0,
      width: width[index] ?? 0,
      height: height[index] ?? 0,
      hasInner: innerOf.has(index),
    })),
    edges: routes,
  };
}

/** From top to bottom becomes from left to right. */
function turned({ x, y, width, height, routes }: PlacedLevel): PlacedLevel {
  const swapped = routes.map((points) =>
    points.map((_, place) => points[place % 2 === 0 ? place + 1 : place - 1] ?? 0),
  );
  return { x: y, y: x, width: height, height: width, routes: swapped };
}

/** How many boxes each node is in; 0 for nodes in a circle of boxes, which hostile data may have. */
function depths(outerOf: readonly number[]): Int32Array {
  const depth = new Int32Array(outerOf.length).fill(-1);
  for (const start of outerOf.keys()) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let node = start;
    while (node !== -1 && depth[node] === -1 && !onPath.has(node)) {
      onPath.add(node);
      path.push(node);
      node = outerOf[node] ?? -1;
    }
    let next = node === -1 || onPath.has(node) ? 0 : (depth[node] ?? 0) + 1;
    for (const passed of path.toReversed()) {
      depth[passed] = next;
      next += 1;
    }
  }
  return depth;
}

/** The node that both ends are drawn in; -2 when they are not in one, so that the edge has no place. */
function levelOf(
  ends: { readonly from: number; readonly to: number } | undefined,
  outerOf: readonly number[],
  depthOf: Int32Array,
): number {
  if (!ends || ends.from === -1 || ends.to === -1) return -2;
  const outer = (node: number) => (depthOf[node] === 0 ? -1 : (outerOf[node] ?? -1));
  return outer(ends.from) === outer(ends.to) ? outer(ends.from) : -2;
}
