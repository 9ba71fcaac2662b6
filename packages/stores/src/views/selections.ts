import type { Bytes, Filter, View } from '@oriel/core';
import { selectRows } from './select-rows.ts';
import type { Rows } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/** What is kept at most: a dozen selections of a million rows. */
const MAX_KEPT: Bytes = 48 * 2 ** 20;

/**
 * Rows that filters let through, kept until the next change. The tiles of a page ask twenty questions about the records
 * of the same time and environments, and a table asks for rows, counts and facets of the same filter: who they are is
 * found out once.
 *
 * ```
 *   and ─┬─ and(time, environment)   every tile's: kept
 *        └─ model is there           of one tile: asked of the rows that are left, kept as a whole
 * ```
 */
export class Selections {
  /** Those used last stand last. */
  readonly #kept = new Map<string, Rows>();
  #bytes: Bytes = 0;
  #version = -1;

  /** Forgets what was found before a change. */
  moveTo(version: number): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#kept.clear();
    this.#bytes = 0;
  }

  /**
   * The rows of a view that meet a filter, ascending; not to be written to.
   *
   * @param within - which traces the view was made of, as a filter; `undefined` of all.
   * @throws PatchesNeeded
   */
  select<V extends View>(view: ViewRows<V>, within: Filter | undefined, filter: Filter | undefined): Rows {
    if (filter === undefined) return view.rows;
    return this.keep([view.view, within, filter], () => {
      const shared = 'and' in filter ? this.#sharedPart(view.view, within, filter.and) : undefined;
      if (!shared || !('and' in filter)) return selectRows(view, view.rows, filter);
      const rest = filter.and.filter((part) => part !== shared);
      return selectRows(view, this.select(view, within, shared), { and: rest });
    });
  }

  /**
   * Rows that depend on nothing but the key and the present moment.
   *
   * @param key - JSON, in which numbers may be infinite.
   */
  keep(key: readonly unknown[], make: () => Rows): Rows {
    const text = textOf(key);
    const known = this.#kept.get(text);
    if (known) {
      this.#kept.delete(text);
      this.#kept.set(text, known);
      return known;
    }
    // What was made may lie in a scratch array.
    const rows = make().slice();
    this.#kept.set(text, rows);
    this.#bytes += rows.byteLength;
    for (const [oldest, { byteLength }] of this.#kept) {
      if (this.#bytes <= MAX_KEPT) break;
      this.#kept.delete(oldest);
      this.#bytes -= byteLength;
    }
    return rows;
  }

  get memoryUsage(): Bytes {
    return this.#bytes;
  }

  /** A group of conditions that was asked about before, or will be: what narrows a page comes as one. */
  #sharedPart(view: View, within: Filter | undefined, parts: readonly Filter[]): Filter | undefined {
    const groups = parts.filter((part) => 'and' in part);
    return groups.find((part) => this.#kept.has(textOf([view, within, part]))) ?? groups.at(-1);
  }
}

/** JSON has no infinite numbers, and a filter may. */
function textOf(key: readonly unknown[]): string {
  return JSON.stringify(key, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? { number: String(value) } : value,
  );
}
