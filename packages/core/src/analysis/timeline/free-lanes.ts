import type { Milliseconds } from '../../model/units.ts';

/** So few lanes are looked through one by one, which takes less than keeping a tree of them. */
const FEW = 16;

/**
 * When each lane becomes free. Where lanes are more than a few, it is a tree of minima: the first free lane from some
 * lane on is found in O(log lanes), however many branches ran side by side.
 *
 * ```
 *          1: 20
 *      2: 40     3: 20
 *    40   90   20   ∞      lanes 0 to 3: from lane 1 on at 30, lane 2 is free
 * ```
 */
export class FreeLanes {
  readonly #few = new Float64Array(FEW).fill(-Infinity);
  /** Count of leaves; 0 while there are only a few lanes. */
  #size = 0;
  /** Node `n` holds the minimum of `2n` and `2n + 1`; lanes are the leaves, from `#size` on. */
  #minima = new Float64Array(0);

  /** The first lane from `lane` on that is free at `time`. */
  firstFree(lane: number, time: Milliseconds): number {
    if (this.#size === 0) {
      const few = this.#few;
      for (let next = lane; next < FEW; next += 1) if ((few[next] as number) <= time) return next;
      this.#grow();
    }
    while (lane >= this.#size) this.#grow();
    let node = lane + this.#size;
    while ((this.#minima[node] as number) > time) {
      while (node & 1) node >>= 1;
      if (node === 0) {
        const next = this.#size;
        this.#grow();
        return next;
      }
      node += 1;
    }
    while (node < this.#size) {
      node *= 2;
      if ((this.#minima[node] as number) > time) node += 1;
    }
    return node - this.#size;
  }

  occupy(lane: number, until: Milliseconds): void {
    if (this.#size === 0) {
      this.#few[lane] = until;
      return;
    }
    let node = lane + this.#size;
    const minima = this.#minima;
    minima[node] = until;
    // Most lanes have an emptier one beside them: where a minimum stays, everything above it stays, too.
    for (node >>= 1; node > 0; node >>= 1) {
      const before = minima[node];
      this.#update(node);
      if (minima[node] === before) return;
    }
  }

  #update(node: number): void {
    this.#minima[node] = Math.min(this.#minima[2 * node] as number, this.#minima[2 * node + 1] as number);
  }

  #grow(): void {
    const lanes = this.#size === 0 ? this.#few : this.#minima.subarray(this.#size);
    const size = lanes.length * 2;
    this.#minima = new Float64Array(2 * size).fill(-Infinity);
    this.#minima.set(lanes, size);
    this.#size = size;
    for (let node = size - 1; node > 0; node -= 1) this.#update(node);
  }
}
