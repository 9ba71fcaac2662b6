import type { Layered } from './layered.ts';
import type { Level } from './level.ts';

/** Between two edges at one side of a node. */
const PORT_GAP = 16;
/** How far a loop goes out to the right. */
export const LOOP_REACH = 34;

export interface LevelPlaces {
  /** Middle of every node and bend. */
  readonly center: Float64Array;
  /** Upper edge of every real node. */
  readonly top: Float64Array;
  readonly layerTop: Float64Array;
  readonly layerHeight: Float64Array;
}

/**
 * Points of every edge. Where several meet one side of a node each gets a port of its own, in the order of where
 * they come from, so a way there and the way back run side by side.
 */
export function routeEdges(
  level: Level,
  layered: Layered,
  places: LevelPlaces,
): readonly (readonly number[])[] {
  const { center, top, layerTop, layerHeight } = places;
  const { chains, layer, isBack } = layered;
  const ports = new Ports(level.width, center);
  for (const [edge, chain] of chains.entries()) {
    if (chain.length === 0) continue;
    ports.add('bottom', chain[0] ?? 0, edge, center[chain[1] ?? 0] ?? 0);
    ports.add('top', chain.at(-1) ?? 0, edge, center[chain.at(-2) ?? 0] ?? 0);
  }
  return chains.map((chain, edge) => {
    if (chain.length === 0) return loop(level, places, level.from[edge] ?? 0);
    const first = chain[0] ?? 0;
    const last = chain.at(-1) ?? 0;
    const points = [ports.at('bottom', first, edge), (top[first] ?? 0) + (level.height[first] ?? 0)];
    for (const bend of chain.slice(1, -1)) {
      const x = center[bend] ?? 0;
      const y = layerTop[layer[bend] ?? 0] ?? 0;
      points.push(x, y, x, y + (layerHeight[layer[bend] ?? 0] ?? 0));
    }
    points.push(ports.at('top', last, edge), top[last] ?? 0);
    return isBack[edge] === 1 ? reversed(points) : points;
  });
}

function loop(level: Level, { center, top }: LevelPlaces, node: number): readonly number[] {
  const right = (center[node] ?? 0) + (level.width[node] ?? 0) / 2;
  const height = level.height[node] ?? 0;
  const y = top[node] ?? 0;
  return [
    right,
    y + height * 0.7,
    right + LOOP_REACH,
    y + height * 0.9,
    right + LOOP_REACH,
    y + height * 0.1,
    right,
    y + height * 0.3,
  ];
}

function reversed(points: readonly number[]): readonly number[] {
  const turned: number[] = [];
  for (let place = points.length - 2; place >= 0; place -= 2) {
    turned.push(points[place] ?? 0, points[place + 1] ?? 0);
  }
  return turned;
}

type Side = 'top' | 'bottom';

class Ports {
  readonly #width: Float64Array;
  readonly #center: Float64Array;
  readonly #sides = new Map<string, { readonly edge: number; readonly towards: number }[]>();
  readonly #places = new Map<string, ReadonlyMap<number, number>>();

  constructor(width: Float64Array, center: Float64Array) {
    this.#width = width;
    this.#center = center;
  }

  add(side: Side, node: number, edge: number, towards: number): void {
    const key = `${side} ${node}`;
    const known = this.#sides.get(key);
    if (known) known.push({ edge, towards });
    else this.#sides.set(key, [{ edge, towards }]);
  }

  at(side: Side, node: number, edge: number): number {
    const key = `${side} ${node}`;
    let places = this.#places.get(key);
    if (!places) {
      const ends = (this.#sides.get(key) ?? []).toSorted((a, b) => a.towards - b.towards || a.edge - b.edge);
      places = new Map(ends.map((end, index) => [end.edge, index]));
      this.#places.set(key, places);
    }
    const count = places.size;
    const gap = Math.min(PORT_GAP, ((this.#width[node] ?? 0) * 0.8) / count);
    return (this.#center[node] ?? 0) + ((places.get(edge) ?? 0) - (count - 1) / 2) * gap;
  }
}
