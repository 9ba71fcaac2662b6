import type { Pausable } from '../../pausable.ts';
import type { Layered } from './layered.ts';
import { increase } from './level.ts';

const PASSES = 6;
/** Between two nodes, between an edge and its neighbour. */
const NODE_GAP = 28;
const BEND_GAP = 18;

/**
 * The middle of every node and bend from left to right: as near to the middle of its neighbours as the order and the
 * gaps allow. Bends pull harder on each other, so that long edges are straight.
 */
export function* placeAcross(
  layered: Layered,
  layers: readonly (readonly number[])[],
  width: Float64Array,
): Pausable<Float64Array> {
  const { count, realCount, above, below } = layered;
  const center = new Float64Array(count);
  const widthOf = (node: number) => (node < realCount ? (width[node] ?? 0) : 2);
  const gapOf = (left: number, right: number) =>
    (widthOf(left) + widthOf(right)) / 2 + (left < realCount && right < realCount ? NODE_GAP : BEND_GAP);
  for (const nodes of layers) {
    let edge = 0;
    for (const [index, node] of nodes.entries()) {
      edge += index === 0 ? 0 : gapOf(nodes[index - 1] ?? 0, node);
      center[node] = edge;
    }
    for (const node of nodes) increase(center, node, -edge / 2);
  }

  const pull = (node: number, { offset, list }: typeof above): readonly [sum: number, weight: number] => {
    let sum = 0;
    let weight = 0;
    for (let place = offset[node] ?? 0; place < (offset[node + 1] ?? 0); place += 1) {
      const other = list[place] ?? 0;
      const strength =
        node >= realCount && other >= realCount ? 8 : node >= realCount || other >= realCount ? 2 : 1;
      sum += strength * (center[other] ?? 0);
      weight += strength;
    }
    return [sum, weight];
  };

  for (let pass = 0; pass < PASSES; pass += 1) {
    const isDown = pass % 2 === 0;
    const isLast = pass >= PASSES - 2;
    const indexes = layers.map((_, index) => (isDown ? index : layers.length - 1 - index));
    for (const index of indexes) {
      const nodes = layers[index] ?? [];
      const wanted = nodes.map((node) => {
        const near = pull(node, isDown ? above : below);
        const far = isLast ? pull(node, isDown ? below : above) : ([0, 0] as const);
        const weight = near[1] + far[1];
        return weight === 0
          ? { at: center[node] ?? 0, weight: 0.01 }
          : { at: (near[0] + far[0]) / weight, weight };
      });
      const gaps = nodes.map((node, place) => (place === 0 ? 0 : gapOf(nodes[place - 1] ?? 0, node)));
      const placed = spread(wanted, gaps);
      for (const [place, node] of nodes.entries()) center[node] = placed[place] ?? 0;
      yield;
    }
  }
  return center;
}

/** The places nearest to the wanted ones that keep their order and gaps, by pooling those that would meet. */
function spread(
  wanted: readonly { readonly at: number; readonly weight: number }[],
  gaps: readonly number[],
): readonly number[] {
  const pools: { sum: number; weight: number; count: number }[] = [];
  let shift = 0;
  const shifts: number[] = [];
  for (const [index, { at, weight }] of wanted.entries()) {
    shift += gaps[index] ?? 0;
    shifts.push(shift);
    let pool = { sum: (at - shift) * weight, weight, count: 1 };
    for (
      let left = pools.at(-1);
      left && left.sum / left.weight > pool.sum / pool.weight;
      left = pools.at(-1)
    ) {
      pool = { sum: left.sum + pool.sum, weight: left.weight + pool.weight, count: left.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const placed: number[] = [];
  for (const { sum, weight, count } of pools) {
    for (let index = 0; index < count; index += 1) placed.push(sum / weight + (shifts[placed.length] ?? 0));
  }
  return placed;
}
