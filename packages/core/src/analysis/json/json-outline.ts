import type { JsonValue } from '../../model/json.ts';
import { childRow, rowOf } from './json-outline-row.ts';
import type { JsonOutlineRow, JsonPath } from './json-outline-row.ts';
import { childAt, rowsBefore, rowsBelow } from './node-lines.ts';
import { openAtFirst } from './open-at-first.ts';
import { childNode, memberAt, nodeOf } from './open-node.ts';
import type { OpenNode } from './open-node.ts';

/**
 * A value as lines to fold and unfold, by number. Only what is open is ever looked at, so a value of any size opens
 * at once: an open container knows how many lines it takes, and a line is found by stepping down.
 *
 * ```
 *   0  {…}                 open: 3 members, one of them open with 2 lines → 1 + 3 + 2 lines
 *   1    "id": 7
 *   2    "list": [ 2 ]     open
 *   3      0: "a"
 *   4      1: "b"
 *   5    "rest": {…}       folded: nobody counts what is in it
 * ```
 */
export class JsonOutline {
  readonly #root: OpenNode;

  constructor(value: JsonValue) {
    this.#root = nodeOf(value);
    openAtFirst(this.#root);
  }

  /** Lines at present, the whole's own line among them. */
  get rowCount(): number {
    return 1 + (this.#root.isOpen ? rowsBelow(this.#root) : 0);
  }

  /** The line with this number; `undefined` beyond the last. */
  row(index: number): JsonOutlineRow | undefined {
    if (index < 0 || index >= this.rowCount) return undefined;
    let node = this.#root;
    if (index === 0) return rowOf(node, [], null, null, 0, 1, false);
    const path: number[] = [];
    let left = index - 1;
    for (;;) {
      const { place, open, below } = childAt(node, left);
      path.push(place);
      if (open === undefined || below === -1) return childRow(node, place, open, path);
      node = open;
      left = below;
    }
  }

  /** The number of a place's line; of the folded container around it, where it is folded away. */
  indexOf(path: JsonPath): number {
    let node = this.#root;
    let index = 0;
    for (const place of path) {
      if (!node.isOpen || place >= node.size) return index;
      index += 1 + rowsBefore(node, place);
      const open = node.children.get(place);
      if (!open) return index;
      node = open;
    }
    return index;
  }

  /** Opens or folds a place. */
  setOpen(path: JsonPath, isOpen: boolean): void {
    const chain = this.#chain(path);
    const node = chain.at(-1);
    if (!node || node.size === 0) return;
    node.isOpen = isOpen;
    for (const ancestor of chain) ancestor.order = null;
  }

  /** Opens everything around a place, and says which line it is on. */
  reveal(path: JsonPath): number {
    for (let depth = 0; depth < path.length; depth += 1) this.setOpen(path.slice(0, depth), true);
    return this.indexOf(path);
  }

  /** Folds everything but the whole. */
  foldAll(): void {
    this.#root.children.clear();
    this.#root.order = null;
  }

  /**
   * Opens one level more than is open everywhere, in steps: stop between them to let a page breathe.
   *
   * @param limit - containers that may be open at the end; a step further would only make a list nobody scrolls through.
   */
  *openLevel(limit = 50_000): Generator<void, void> {
    let count = 0;
    let isOpening = false;
    let level: OpenNode[] = [this.#root];
    while (level.length > 0 && !isOpening) {
      const next: OpenNode[] = [];
      for (const node of level) {
        if (!node.isOpen && node.size > 0) {
          node.isOpen = true;
          isOpening = true;
        }
        node.order = null;
        for (let place = 0; place < node.size && count < limit && node.lines === null; place += 1) {
          if (typeof memberAt(node, place) !== 'object') continue;
          const child = childNode(node, place);
          if (!child) continue;
          count += 1;
          next.push(child);
          if (count % 1000 === 0) yield;
        }
      }
      level = next;
    }
    this.#forgetOrders();
  }

  #forgetOrders(): void {
    const pending = [this.#root];
    for (let node = pending.pop(); node; node = pending.pop()) {
      node.order = null;
      pending.push(...[...node.children.values()].slice(0, 100_000));
    }
  }

  /** The nodes from the whole down to a place; those that were never open are made. */
  #chain(path: JsonPath): OpenNode[] {
    const chain = [this.#root];
    for (const place of path) {
      const parent = chain.at(-1);
      const node = parent && childNode(parent, place);
      if (!node) return [];
      chain.push(node);
    }
    return chain;
  }
}
