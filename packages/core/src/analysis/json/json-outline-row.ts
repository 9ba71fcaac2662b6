import type { JsonValue } from '../../model/json.ts';
import { memberAt, sizeOf } from './open-node.ts';
import type { OpenNode } from './open-node.ts';

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

/** The line of a node's child; `open` is its node where it was opened already. */
export function childRow(
  node: OpenNode,
  place: number,
  open: OpenNode | undefined,
  path: JsonPath,
): JsonOutlineRow {
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

/** The line of a node itself. */
export function rowOf(
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
