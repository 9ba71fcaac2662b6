import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import { lineStarts } from './line-starts.ts';

/** A place in a value: which member or element, from the outside in. `[]` is the whole. */
export type JsonPath = readonly number[];

/** One line of a value that is shown as an outline. */
export interface JsonOutlineRow {
  readonly path: JsonPath;
  readonly depth: number;
  /** Member name or place; `null` for the whole, and for the lines of a text. */
  readonly label: string | null;
  readonly value: JsonValue;
  /** The object or list it stands in; `null` for the whole. */
  readonly container: JsonValue;
  /** Count of members, elements or lines; `null` for what cannot be opened. */
  readonly size: number | null;
  readonly isOpen: boolean;
  /** Place among its siblings, from 0, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  /** It is a line of the text above it. */
  readonly isLine: boolean;
}

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

/** What has been opened at least once. */
interface OpenNode {
  readonly value: JsonValue;
  /** Member names; `null` for lists and texts. */
  readonly keys: readonly string[] | null;
  /** Where the lines of a text begin; `null` for containers. */
  readonly lines: Int32Array | null;
  readonly size: number;
  isOpen: boolean;
  /** By place. */
  readonly children: Map<number, OpenNode>;
  /** Open children by place, with the lines before each; `null` when that has to be counted again. */
  order: Order | null;
}

interface Order {
  readonly places: readonly number[];
  /** Lines that the open children before each one take, and at the end all of them. */
  readonly extra: readonly number[];
}

const OPEN_DEPTH = 3;
const OPEN_SIZE = 40;
const OPEN_LIMIT = 400;
/** Texts up to this length are open from the start. */
const OPEN_TEXT = 2000;

function nodeOf(value: JsonValue): OpenNode {
  const keys = isJsonObject(value) ? Object.keys(value) : null;
  const lines = typeof value === 'string' ? lineStarts(value) : null;
  const size = keys?.length ?? (Array.isArray(value) ? value.length : (lines?.length ?? 0));
  return { value, keys, lines, size, isOpen: size > 0, children: new Map(), order: null };
}

/** What is short is open, a few levels deep: most payloads are read without a click. */
function openAtFirst(root: OpenNode): void {
  let opened = 0;
  let level = [root];
  for (let depth = 1; depth < OPEN_DEPTH && level.length > 0; depth += 1) {
    const next: OpenNode[] = [];
    for (const node of level) {
      if (node.size > OPEN_SIZE || node.lines) continue;
      for (let place = 0; place < node.size && opened < OPEN_LIMIT; place += 1) {
        const value = memberAt(node, place);
        if (sizeOf(value) === null || (sizeOf(value) ?? 0) > OPEN_SIZE) continue;
        if (typeof value === 'string' && value.length > OPEN_TEXT) continue;
        const child = childNode(node, place);
        if (!child) continue;
        child.isOpen = true;
        opened += 1;
        next.push(child);
      }
    }
    level = next;
  }
}

/** The node at a place, made if need be; `undefined` for what cannot be opened. */
function childNode(node: OpenNode, place: number): OpenNode | undefined {
  const known = node.children.get(place);
  if (known) return known;
  if (node.lines || place >= node.size) return undefined;
  const value = memberAt(node, place);
  if (!sizeOf(value)) return undefined;
  const made = nodeOf(value);
  made.isOpen = false;
  node.children.set(place, made);
  return made;
}

function memberAt(node: OpenNode, place: number): JsonValue {
  const container = node.value as Readonly<Record<string | number, JsonValue>>;
  return container[node.keys ? (node.keys[place] ?? '') : place] ?? null;
}

function rowsBelow(node: OpenNode): number {
  return node.size + (orderOf(node).extra.at(-1) ?? 0);
}

function rowsBefore(node: OpenNode, place: number): number {
  const { places, extra } = orderOf(node);
  return place + (extra[firstAtLeast(places, place)] ?? 0);
}

function orderOf(node: OpenNode): Order {
  if (node.order) return node.order;
  const places = [...node.children].flatMap(([place, child]) => (child.isOpen ? [place] : []));
  places.sort((a, b) => a - b);
  const extra = [0];
  for (const place of places) {
    const child = node.children.get(place);
    extra.push((extra.at(-1) ?? 0) + (child ? rowsBelow(child) : 0));
  }
  node.order = { places, extra };
  return node.order;
}

/** Which child a line below a container is in, and which line below that child: -1 for the child's own line. */
function childAt(node: OpenNode, line: number): { place: number; open: OpenNode | undefined; below: number } {
  const { places, extra } = orderOf(node);
  // The last open child whose own line is at or before this one.
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) + (extra[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  if (before >= 0) {
    const place = places[before] ?? 0;
    const open = node.children.get(place);
    const below = line - place - (extra[before] ?? 0) - 1;
    if (open && below < rowsBelow(open)) return { place, open, below };
  }
  return { place: line - (extra[low] ?? 0), open: undefined, below: -1 };
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function childRow(node: OpenNode, place: number, open: OpenNode | undefined, path: JsonPath): JsonOutlineRow {
  if (node.lines) {
    const text = node.value as string;
    const line = text.slice(node.lines[place], node.lines[place + 1] ?? text.length).replace(/\r?\n$/, '');
    return {
      path,
      depth: path.length,
      label: null,
      value: line,
      container: node.value,
      size: null,
      isOpen: false,
      place,
      siblings: node.size,
      isLine: true,
    };
  }
  const label = node.keys ? (node.keys[place] ?? '') : String(place);
  const known = open ?? node.children.get(place);
  if (known) return rowOf(known, path, label, node.value, place, node.size, known.isOpen);
  const value = memberAt(node, place);
  return {
    path,
    depth: path.length,
    label,
    value,
    container: node.value,
    size: sizeOf(value),
    isOpen: false,
    place,
    siblings: node.size,
    isLine: false,
  };
}

function rowOf(
  node: OpenNode,
  path: JsonPath,
  label: string | null,
  container: JsonValue,
  place: number,
  siblings: number,
  isOpen: boolean,
): JsonOutlineRow {
  return {
    path,
    depth: path.length,
    label,
    value: node.value,
    container,
    size: sizeOf(node.value),
    isOpen: label === null ? node.isOpen : isOpen,
    place,
    siblings,
    isLine: false,
  };
}

/** Members, elements or lines of what can be opened; `null` for the rest. Texts of one short line cannot be. */
function sizeOf(value: JsonValue): number | null {
  if (typeof value === 'string') {
    return value.length > SHORT_TEXT || value.includes('\n') ? lineStarts(value).length : null;
  }
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : null;
}

/** Characters that fit on a line with their name. */
const SHORT_TEXT = 80;
