import type { Pausable } from '../../pausable.ts';
import type { Layered } from './layered.ts';
import { increase } from './level.ts';
import type { Neighbours } from './level.ts';

const SWEEPS = 6;
/** More edges are ordered once or twice, but their crossings are not counted. */
const MAX_COUNTED_EDGES = 4_000;

/** The nodes of each layer from left to right, sorted so that few edges cross: each goes to the middle of its neighbours. */
export function* orderLayers(layered: Layered): Pausable<readonly (readonly number[])[]> {
  const place = new Float64Array(layered.count);
  let layers = firstOrder(layered);
  writePlaces(layers, place);
  const isLarge = layered.below.list.length > MAX_COUNTED_EDGES;
  let best = layers;
  let fewest = isLarge ? 0 : countCrossings(layers, layered.below, place);
  const sweeps = isLarge ? 2 : SWEEPS;
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    if (fewest === 0 && !isLarge) break;
    const isDown = sweep % 2 === 0;
    const next = layers.map((nodes) => [...nodes]);
    const indexes = next.map((_, index) => (isDown ? index : next.length - 1 - index));
    for (const index of indexes) {
      const nodes = next[index] ?? [];
      sortByMiddle(nodes, isDown ? layered.above : layered.below, place);
      yield;
    }
    layers = next;
    const crossings = isLarge ? -1 : countCrossings(layers, layered.below, place);
    yield;
    if (crossings < fewest) {
      best = layers;
      fewest = crossings;
    }
  }
  return best;
}

/** Depth first from above, so that a tree has no crossings to begin with. */
function firstOrder({ count, layer, layerCount, above, below }: Layered): number[][] {
  const layers: number[][] = Array.from({ length: layerCount }, () => []);
  const isSeen = new Uint8Array(count);
  for (let root = 0; root < count; root += 1) {
    if (above.offset[root] !== above.offset[root + 1]) continue;
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isSeen[node] === 1) continue;
      isSeen[node] = 1;
      layers[layer[node] ?? 0]?.push(node);
      for (let place = (below.offset[node + 1] ?? 0) - 1; place >= (below.offset[node] ?? 0); place -= 1) {
        open.push(below.list[place] ?? 0);
      }
    }
  }
  return layers;
}

function writePlaces(layers: readonly (readonly number[])[], place: Float64Array): void {
  for (const nodes of layers) for (const [index, node] of nodes.entries()) place[node] = index;
}

function sortByMiddle(nodes: number[], { offset, list }: Neighbours, place: Float64Array): void {
  const middle = new Map<number, number>();
  for (const [index, node] of nodes.entries()) {
    const first = offset[node] ?? 0;
    const last = offset[node + 1] ?? 0;
    let sum = 0;
    for (let neighbour = first; neighbour < last; neighbour += 1) sum += place[list[neighbour] ?? 0] ?? 0;
    middle.set(node, first === last ? index : sum / (last - first));
  }
  nodes.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
  for (const [index, node] of nodes.entries()) place[node] = index;
}

/** Pairs of edges that cross: for edges sorted by their upper ends, pairs whose lower ends are the other way around. */
function countCrossings(
  layers: readonly (readonly number[])[],
  { offset, list }: Neighbours,
  place: Float64Array,
): number {
  writePlaces(layers, place);
  let crossings = 0;
  for (const [index, nodes] of layers.entries()) {
    const width = layers[index + 1]?.length ?? 0;
    const tree = new Int32Array(width + 1);
    let passed = 0;
    for (const node of nodes) {
      const targets = Array.from(
        list.subarray(offset[node], offset[node + 1]),
        (target) => place[target] ?? 0,
      );
      for (const target of targets) {
        let notAfter = 0;
        for (let at = target + 1; at > 0; at -= at & -at) notAfter += tree[at] ?? 0;
        crossings += passed - notAfter;
      }
      for (const target of targets) {
        for (let at = target + 1; at <= width; at += at & -at) increase(tree, at, 1);
        passed += 1;
      }
    }
  }
  return crossings;
}
