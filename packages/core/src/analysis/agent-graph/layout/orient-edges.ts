import type { Level } from './level.ts';
import { increase, neighbours } from './level.ts';

/** 1 for every edge that leads back into what leads to it: turned around, the graph has no circles. */
export function edgesBack({ width, from, to }: Level): Uint8Array {
  const count = width.length;
  const isBack = new Uint8Array(from.length);
  const edges = Int32Array.from(from, (_, edge) => edge);
  const out = neighbours(count, from, edges);
  const next = out.offset.slice();
  const state = new Uint8Array(count);
  const path: number[] = [];
  for (const root of rootsFirst(count, to)) {
    if (state[root] !== UNSEEN) continue;
    state[root] = OPEN;
    path.push(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const place = next[node] ?? 0;
      if (place === out.offset[node + 1]) {
        state[node] = DONE;
        path.pop();
        continue;
      }
      next[node] = place + 1;
      const edge = out.list[place] ?? 0;
      const target = to[edge] ?? 0;
      if (state[target] === OPEN) isBack[edge] = 1;
      else if (state[target] === UNSEEN) {
        state[target] = OPEN;
        path.push(target);
      }
    }
  }
  return isBack;
}

const UNSEEN = 0;
const OPEN = 1;
const DONE = 2;

/** Nodes that nothing leads to, then all others. */
function rootsFirst(count: number, to: Int32Array): readonly number[] {
  const isTarget = new Uint8Array(count);
  for (const node of to) isTarget[node] = 1;
  const nodes = Array.from(isTarget, (_, node) => node);
  return [...nodes.filter((node) => isTarget[node] === 0), ...nodes.filter((node) => isTarget[node] === 1)];
}

/** The layer of each node: one below the lowest that leads to it. Edges must have no circles. */
export function assignLayers(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Int32Array {
  const out = neighbours(count, from, to);
  const waiting = new Int32Array(count);
  for (let edge = 0; edge < to.length; edge += 1) increase(waiting, to[edge] ?? 0, 1);
  const layer = new Int32Array(count);
  const ready: number[] = [];
  for (let node = 0; node < count; node += 1) if (waiting[node] === 0) ready.push(node);
  for (let place = 0; place < ready.length; place += 1) {
    const node = ready[place] ?? 0;
    for (let next = out.offset[node] ?? 0; next < (out.offset[node + 1] ?? 0); next += 1) {
      const target = out.list[next] ?? 0;
      layer[target] = Math.max(layer[target] ?? 0, (layer[node] ?? 0) + 1);
      increase(waiting, target, -1);
      if (waiting[target] === 0) ready.push(target);
    }
  }
  return layer;
}
