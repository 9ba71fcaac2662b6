import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';

/** One line of a value that is shown as an indented outline. */
export interface JsonRow {
  /** JSON pointer of the value: `''` for the whole, `/messages/0` inside. Names what is folded. */
  readonly pointer: string;
  readonly depth: number;
  /** Member name or array place; `null` for the whole. */
  readonly label: string | null;
  readonly value: JsonValue;
  /** Count of members or elements; `null` for scalars. */
  readonly size: number | null;
  readonly isOpen: boolean;
}

export interface JsonLayoutOptions {
  /** Pointers whose folding differs from what it is by default. */
  readonly toggled: ReadonlySet<string>;
  /** Most rows: the walk stops there, so a value of any size costs the same. */
  readonly limit: number;
}

export interface JsonLayout {
  readonly rows: readonly JsonRow[];
  /** There is more below than `limit` let in. */
  readonly isCut: boolean;
}

const OPEN_DEPTH = 3;
const OPEN_SIZE = 40;

/**
 * Lists the lines of a value, folded parts left out. By default containers are open down to three levels unless
 * they are long; the whole is always open. Walks with a stack of its own, so depth is no limit either.
 *
 * ```
 *   { "a": [1, 2], "b": {…} }      ''    depth 0   size 2   open
 *                                  /a    depth 1   size 2   open
 *                                  /a/0  depth 2
 *                                  /a/1  depth 2
 *                                  /b    depth 1   size 9   folded
 * ```
 */
export function layoutJson(value: JsonValue, { toggled, limit }: JsonLayoutOptions): JsonLayout {
  const rows: JsonRow[] = [];
  const pending: Cursor[] = [];
  let row: JsonRow | undefined = rowOf('', 0, null, value, toggled);
  while (row) {
    if (rows.length === limit) return { rows, isCut: true };
    rows.push(row);
    if (row.isOpen) pending.push(cursorOf(row));
    row = nextRow(pending, toggled);
  }
  return { rows, isCut: false };
}

/** Where the walk is inside an open container. */
interface Cursor {
  readonly row: JsonRow;
  /** Member names; `null` for arrays, whose places need no list. */
  readonly keys: readonly string[] | null;
  place: number;
}

function cursorOf(row: JsonRow): Cursor {
  return { row, keys: isJsonObject(row.value) ? Object.keys(row.value) : null, place: 0 };
}

function nextRow(pending: Cursor[], toggled: ReadonlySet<string>): JsonRow | undefined {
  for (let cursor = pending.at(-1); cursor; cursor = pending.at(-1)) {
    const { row, keys, place } = cursor;
    if (place < (row.size ?? 0)) {
      cursor.place += 1;
      const label = keys ? (keys[place] ?? '') : String(place);
      const container = row.value as Readonly<Record<string, JsonValue>>;
      const pointer = `${row.pointer}/${label.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return rowOf(pointer, row.depth + 1, label, container[label] ?? null, toggled);
    }
    pending.pop();
  }
  return undefined;
}

function rowOf(
  pointer: string,
  depth: number,
  label: string | null,
  value: JsonValue,
  toggled: ReadonlySet<string>,
): JsonRow {
  const size = sizeOf(value);
  const isOpenByDefault = depth === 0 || (depth < OPEN_DEPTH && (size ?? 0) <= OPEN_SIZE);
  const isOpen = size !== null && size > 0 && isOpenByDefault !== toggled.has(pointer);
  return { pointer, depth, label, value, size, isOpen };
}

function sizeOf(value: JsonValue): number | null {
  if (Array.isArray(value)) return value.length;
  return isJsonObject(value) ? Object.keys(value).length : null;
}
