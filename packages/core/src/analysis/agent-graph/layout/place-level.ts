import type { Pausable } from '../../pausable.ts';
import { toLayers } from './layered.ts';
import type { Level, PlacedLevel } from './level.ts';
import { orderLayers } from './order-layers.ts';
import { placeAcross } from './place-across.ts';
import { LOOP_REACH, routeEdges } from './route-edges.ts';

/** Between two layers: room for an edge to turn and for its count. */
const LAYER_GAP = 42;

/**
 * Places a level in layers, in time that grows with nodes and edges alone and without recursion, so a chain of any
 * length is welcome. Ways that lead back go up beside the others.
 */
export function* placeLevel(level: Level): Pausable<PlacedLevel> {
  const layered = toLayers(level);
  yield;
  const layers = yield* orderLayers(layered);
  const room = level.width.slice();
  for (const [edge, node] of level.from.entries()) {
    if (level.to[edge] === node) room[node] = (level.width[node] ?? 0) + 2 * LOOP_REACH;
  }
  const center = yield* placeAcross(layered, layers, room);

  const layerHeight = new Float64Array(layered.layerCount);
  for (const [node, height] of level.height.entries()) {
    const layer = layered.layer[node] ?? 0;
    layerHeight[layer] = Math.max(layerHeight[layer] ?? 0, height);
  }
  const layerTop = new Float64Array(layered.layerCount);
  for (let layer = 1; layer < layered.layerCount; layer += 1) {
    layerTop[layer] = (layerTop[layer - 1] ?? 0) + (layerHeight[layer - 1] ?? 0) + LAYER_GAP;
  }
  const top = level.height.map((height, node) => {
    const layer = layered.layer[node] ?? 0;
    return (layerTop[layer] ?? 0) + ((layerHeight[layer] ?? 0) - height) / 2;
  });

  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const [node, x] of center.entries()) {
    const half = (room[node] ?? 2) / 2;
    left = Math.min(left, x - half);
    right = Math.max(right, x + half);
  }
  for (let node = 0; node < center.length; node += 1) center[node] = (center[node] ?? 0) - left;
  yield;
  return {
    x: level.width.map((width, node) => (center[node] ?? 0) - width / 2),
    y: top,
    width: Math.max(0, right - left),
    height: (layerTop.at(-1) ?? 0) + (layerHeight.at(-1) ?? 0),
    routes: routeEdges(level, layered, { center, top, layerTop, layerHeight }),
  };
}
