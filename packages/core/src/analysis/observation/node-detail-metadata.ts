import { isJsonObject } from '../../model/json.ts';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import type { JsonPath } from '../json/json-outline-row.ts';
import { exactNumber } from '../json/exact-json.ts';

/** One line of a metadata table. */
export interface MetadataRow {
  /** Names from the outside in, joined as people read them: `cart.items`, `stops[0]`. */
  readonly name: string;
  readonly path: JsonPath;
  /** A scalar, or an empty container, as text. */
  readonly text: string;
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'empty';
}

/** Lines that a table takes before it is no table any more. */
const MAX_ROWS = 2000;

/**
 * Metadata as a table: a line for each scalar, at any depth, in their own order. With a text only the lines whose name
 * or value contain it, in any case. Ends at 2,000 lines; `isCut` says so.
 */
export function metadataRows(
  metadata: JsonObject,
  text = '',
): { rows: readonly MetadataRow[]; isCut: boolean } {
  const wanted = text.toLowerCase();
  const rows: MetadataRow[] = [];
  const pending: Pending[] = [{ value: metadata, name: '', path: [], exact: undefined }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, name, path, exact } = next;
    const inside = membersOf(value);
    if (inside !== null && inside.length > 0) {
      for (let place = inside.length - 1; place >= 0; place -= 1) {
        const [key, member] = inside[place] ?? ['', null];
        pending.push({
          value: member,
          name: Array.isArray(value) ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`,
          path: [...path, place],
          exact: typeof member === 'number' ? exactNumber(value, key) : undefined,
        });
      }
      continue;
    }
    if (path.length === 0) continue;
    const printed = exact ?? (typeof value === 'string' ? value : JSON.stringify(value));
    if (!name.toLowerCase().includes(wanted) && !printed.toLowerCase().includes(wanted)) continue;
    if (rows.length === MAX_ROWS) return { rows, isCut: true };
    rows.push({ name, path, text: printed, kind: kindOf(value) });
  }
  return { rows, isCut: false };
}

interface Pending {
  readonly value: JsonValue;
  readonly name: string;
  readonly path: JsonPath;
  readonly exact: string | undefined;
}

function membersOf(value: JsonValue): readonly (readonly [string, JsonValue])[] | null {
  if (Array.isArray(value))
    return (value as readonly JsonValue[]).map((member, place) => [String(place), member]);
  return isJsonObject(value) ? Object.entries(value) : null;
}

function kindOf(value: JsonValue): MetadataRow['kind'] {
  if (value === null) return 'null';
  return typeof value === 'object' ? 'empty' : (typeof value as 'string' | 'number' | 'boolean');
}
