import type { EpochMs } from '../../model/units.ts';
import type { NodeIndex } from './graph-builder.ts';

/** The nodes a call is left by, with how often; mostly one. */
export type Exits = NodeIndex | ReadonlyMap<NodeIndex, number>;

/**
 * What a new call among siblings follows: those that ended before it began, without the ones that something else
 * followed in between.
 *
 *     a |===
 *     b |=====
 *     c |    ==        c follows a
 *     d |       ===    d follows b and c, not a: c came between
 */
export class Frontier {
  /** By end; those before `#first` are implied by later ones. */
  readonly #ended: { readonly end: EpochMs; readonly exits: Exits }[] = [];
  readonly #counts = new Map<NodeIndex, number>();
  #first = 0;
  #latestStart = Number.NEGATIVE_INFINITY;

  /** Calls that ended, in order of their ends. */
  add(start: EpochMs, end: EpochMs, exits: Exits): void {
    if (start > this.#latestStart) {
      this.#latestStart = start;
      let oldest = this.#ended[this.#first];
      while (oldest !== undefined && oldest.end <= start) {
        this.#count(oldest.exits, -1);
        this.#first += 1;
        oldest = this.#ended[this.#first];
      }
    } else if (end <= this.#latestStart) {
      return;
    }
    this.#ended.push({ end, exits });
    this.#count(exits, 1);
  }

  /** Nodes that lead on from here, each with the number of calls that do. */
  get counts(): ReadonlyMap<NodeIndex, number> {
    return this.#counts;
  }

  #count(exits: Exits, sign: 1 | -1): void {
    if (typeof exits === 'number') this.#change(exits, sign);
    else for (const [node, count] of exits) this.#change(node, sign * count);
  }

  #change(node: NodeIndex, by: number): void {
    const count = (this.#counts.get(node) ?? 0) + by;
    if (count === 0) this.#counts.delete(node);
    else this.#counts.set(node, count);
  }
}
