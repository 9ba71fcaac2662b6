import type { ObservationType } from '../../model/observation.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';

export interface TraceTreeSearchOptions {
  /** What types are called where the reader looks, besides their names in English capitals. */
  readonly typeNames?: Readonly<Partial<Record<ObservationType, string>>> | undefined;
}

/**
 * Rows whose name, type or id contains a text, upwards; none for an empty text. Letter case does not matter. Names
 * repeat a lot, so each is looked into once.
 */
export function searchTraceTree(
  { observations, order, head, rowCount }: TraceTreeLayout,
  text: string,
  { typeNames = {} }: TraceTreeSearchOptions = {},
): Int32Array {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return new Int32Array(0);
  const contains = (value: string) => value.toLowerCase().includes(wanted);
  const known = new Map<string, boolean>();
  const isNamed = (name: string) => {
    let found = known.get(name);
    if (found === undefined) known.set(name, (found = contains(name)));
    return found;
  };
  const typeFound: Partial<Record<ObservationType, boolean>> = {};

  const rows = new Int32Array(rowCount);
  let count = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const observation = observations[order[row] as number];
    const { name, id } = observation ?? head ?? { name: null, id: '' };
    let isFound = (name !== null && isNamed(name)) || contains(id);
    if (!isFound && observation) {
      const { type } = observation;
      isFound = typeFound[type] ??= contains(type) || contains(typeNames[type] ?? '');
    }
    if (isFound) {
      rows[count] = row;
      count += 1;
    }
  }
  return rows.slice(0, count);
}
