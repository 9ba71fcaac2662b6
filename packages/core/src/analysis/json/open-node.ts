import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import { lineStarts } from './line-starts.ts';

/** What has been opened at least once. */
export interface OpenNode {
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

/** How many lines the open children of a node take. */
export interface Order {
  readonly places: readonly number[];
  /** Lines that the open children before each one take, and at the end all of them. */
  readonly extra: readonly number[];
}

export function nodeOf(value: JsonValue): OpenNode {
  const keys = isJsonObject(value) ? Object.keys(value) : null;
  const lines = typeof value === 'string' ? lineStarts(value) : null;
  const size = keys?.length ?? (Array.isArray(value) ? value.length : (lines?.length ?? 0));
  return { value, keys, lines, size, isOpen: size > 0, children: new Map(), order: null };
}

/** The node at a place, made if need be; `undefined` for what cannot be opened. */
export function childNode(node: OpenNode, place: number): OpenNode | undefined {
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

export function memberAt(node: OpenNode, place: number): JsonValue {
  const container = node.value as Readonly<Record<string | number, JsonValue>>;
  return container[node.keys ? (node.keys[place] ?? '') : place] ?? null;
}

/** Members, elements or lines of what can be opened; `null` for the rest. Texts of one short line cannot be. */
export function sizeOf(value: JsonValue): number | null {
  if (typeof value === 'string') {
    return value.length > SHORT_TEXT || value.includes('\n') ? lineStarts(value).length : null;
  }
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : null;
}

/** Characters that fit on a line with their name. */
const SHORT_TEXT = 80;
