import type { PatchChains } from '../log/patch-chains.ts';
import type { PatchRef } from '../log/patch-log.ts';

/** A record of fewer patches is quickly folded anew. */
const MANY_PATCHES = 32;
/** Records held at once: their payloads are in memory for as long. */
const MOST_RECORDS = 64;

interface Hot<State> {
  /** The newest patch of the row. A ref is given once, so the row is the same record, of the same patches. */
  readonly newest: PatchRef;
  readonly state: State;
}

/**
 * What the patches of a table's rows say together, for rows of many patches that were written to last. Without it, each
 * patch of a record would fold all those before it again: n patches, n²⁄2 folds.
 */
export class HotRecords<State> {
  readonly #chains: PatchChains;
  /** The one that was written to last comes last. */
  readonly #hot = new Map<number, Hot<State>>();

  constructor(chains: PatchChains) {
    this.#chains = chains;
  }

  /** `undefined` for a row that is not held, and for no row (-1). */
  get(row: number): State | undefined {
    const hot = this.#hot.get(row);
    return hot !== undefined && hot.newest === this.#chains.newest(row) ? hot.state : undefined;
  }

  /** Called with every row that was written to, when the patches are its own. */
  keep(row: number, state: State): void {
    const newest = this.#chains.newest(row);
    const isMany = this.#hot.delete(row) || this.#chains.isLong(row, MANY_PATCHES);
    if (!isMany || newest === null) return;
    this.#hot.set(row, { newest, state });
    const [oldest] = this.#hot.keys();
    if (this.#hot.size > MOST_RECORDS && oldest !== undefined) this.#hot.delete(oldest);
  }

  forget(row: number): void {
    this.#hot.delete(row);
  }
}
