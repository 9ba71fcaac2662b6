import type { Level, Neighbours } from './level.ts';
import { neighbours } from './level.ts';
import { assignLayers, edgesBack } from './orient-edges.ts';

/** Long edges get a place in every layer they cross, until there would be more places than this for each node. */
const MAX_BENDS_PER_NODE = 6;

/**
 * A level in layers. Edges point down, and each joins neighbouring layers: a longer one goes over bends, which are
 * nodes of their own behind the real ones.
 *
 *     layer 0    a                 a → d goes over the bend ·
 *                │╲
 *     layer 1    b ·
 *                │ │
 *     layer 2    c │   …
 */
export interface Layered {
  /** Count of nodes and bends. */
  readonly count: number;
  readonly realCount: number;
  readonly layer: Int32Array;
  readonly layerCount: number;
  readonly above: Neighbours;
  readonly below: Neighbours;
  /** Nodes and bends of each edge, downwards; empty for loops. */
  readonly chains: readonly (readonly number[])[];
  /** 1 for edges that were turned around. */
  readonly isBack: Uint8Array;
}

export function toLayers(level: Level): Layered {
  const { from, to } = level;
  const realCount = level.width.length;
  const isBack = edgesBack(level);
  const edges = Array.from(from, (_, edge) => edge).filter((edge) => from[edge] !== to[edge]);
  const upper = edges.map((edge) => (isBack[edge] === 1 ? to : from)[edge] ?? 0);
  const lower = edges.map((edge) => (isBack[edge] === 1 ? from : to)[edge] ?? 0);
  const realLayer = assignLayers(realCount, upper, lower);
  const layers = [...realLayer];
  const chains: (readonly number[])[] = Array.from(from, () => []);
  const starts: number[] = [];
  const ends: number[] = [];
  const maxCount = realCount * (1 + MAX_BENDS_PER_NODE);
  for (const [place, edge] of edges.entries()) {
    const top = upper[place] ?? 0;
    const bottom = lower[place] ?? 0;
    const chain = [top];
    const last = realLayer[bottom] ?? 0;
    if (layers.length + last - (realLayer[top] ?? 0) <= maxCount) {
      for (let layer = (realLayer[top] ?? 0) + 1; layer < last; layer += 1) {
        chain.push(layers.length);
        layers.push(layer);
      }
    }
    chain.push(bottom);
    chains[edge] = chain;
    for (let link = 1; link < chain.length; link += 1) {
      starts.push(chain[link - 1] ?? 0);
      ends.push(chain[link] ?? 0);
    }
  }
  const count = layers.length;
  const layer = Int32Array.from(layers);
  return {
    count,
    realCount,
    layer,
    layerCount: layer.reduce((most, value) => Math.max(most, value), -1) + 1,
    above: neighbours(count, ends, starts),
    below: neighbours(count, starts, ends),
    chains,
    isBack,
  };
}
