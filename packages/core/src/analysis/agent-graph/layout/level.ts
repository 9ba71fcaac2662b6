/** One graph without its subgraphs, drawn from top to bottom. Lengths in pixels; nodes are indexes. */
export interface Level {
  readonly width: Float64Array;
  readonly height: Float64Array;
  /** Ends of each edge. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Where a level's nodes and edges are, from its top left corner. */
export interface PlacedLevel {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly width: number;
  readonly height: number;
  /** Points of each edge from its source to its target: `x, y, x, y, …`; a loop has four, as a cubic curve. */
  readonly routes: readonly (readonly number[])[];
}

/** Neighbours of each node in one list: those of node `n` are `list[offset[n]]` up to `list[offset[n + 1]]`. */
export interface Neighbours {
  readonly offset: Int32Array;
  readonly list: Int32Array;
}

/** Other ends of the edges at each node, in the order of the edges. */
export function neighbours(count: number, at: ArrayLike<number>, other: ArrayLike<number>): Neighbours {
  const offset = new Int32Array(count + 1);
  for (let edge = 0; edge < at.length; edge += 1) increase(offset, (at[edge] ?? 0) + 1, 1);
  for (let node = 0; node < count; node += 1) increase(offset, node + 1, offset[node] ?? 0);
  const next = offset.slice();
  const list = new Int32Array(at.length);
  for (let edge = 0; edge < at.length; edge += 1) {
    const node = at[edge] ?? 0;
    list[next[node] ?? 0] = other[edge] ?? 0;
    increase(next, node, 1);
  }
  return { offset, list };
}

export function increase(values: Int32Array | Float64Array, index: number, by: number): void {
  values[index] = (values[index] ?? 0) + by;
}
