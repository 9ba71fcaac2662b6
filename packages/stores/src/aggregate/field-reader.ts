import { findField } from '@oriel/core';
import type { View } from '@oriel/core';
import { scratchFloats } from '../columns/scratch.ts';
import { readsPayload } from '../views/reads-payload.ts';
import type { Rows, SomeRows, SomeRowsHolder } from '../views/view-column.ts';
import type { ViewRows } from '../views/view-rows.ts';
import { encodeField } from './encode-field.ts';
import type { EncodedField } from './encode-field.ts';
import type { MeasuredFields, PlacedNumbers } from './measure-groups.ts';

/** Reads fields of rows, each once, however many measures ask for it. */
export function fieldReader<V extends View>(view: ViewRows<V>, rows: Rows): MeasuredFields {
  const numbers = new Map<string, Float64Array>();
  const encoded = new Map<string, EncodedField>();
  const some = new Map<string, PlacedNumbers>();
  const someRows = new Map<SomeRowsHolder, SomeRows>();

  function readSome(field: string): PlacedNumbers | null {
    const column = view.column(field);
    if (column?.kind !== 'numbers' || !column.some) return null;
    const { holder, gather } = column.some;
    const found = someRows.get(holder) ?? holder.findSome(rows);
    someRows.set(holder, found);
    return { places: found.places, numbers: gather(found) };
  }

  return {
    numbers(field) {
      const known = numbers.get(field) ?? readNumbers(view, rows, field);
      numbers.set(field, known);
      return known;
    },
    encoded(field) {
      const known = encoded.get(field) ?? encodeField(view, rows, field);
      encoded.set(field, known);
      return known;
    },
    someNumbers(field) {
      const known = some.get(field) ?? readSome(field);
      if (known !== null) some.set(field, known);
      return known;
    },
  };
}

/** The numbers among a field's values: of metadata and scores, some may be texts. */
function readNumbers<V extends View>(view: ViewRows<V>, rows: Rows, name: string): Float64Array {
  const column = view.column(name);
  if (column?.kind === 'numbers') return column.gather(rows);
  if (column?.kind === 'values' && column.numbers) return column.numbers.gather(rows);
  if (column?.kind === 'values') return Float64Array.from(rows, (row) => numberOf(column.at(row)));
  if (column) {
    const codes = column.gather(rows);
    const byCode = Float64Array.from({ length: column.size }, (_, code) => numberOf(column.valueOf(code)));
    const numbers = scratchFloats(rows.length);
    for (let i = 0; i < codes.length; i += 1) numbers[i] = byCode[codes[i] ?? 0] ?? NaN;
    return numbers;
  }
  if (readsPayload(view.view, name)) view.needPayloads(rows);
  const field = findField(view.view, name);
  return Float64Array.from(rows, (row) => numberOf(field?.read(view.record(row))));
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}
