import { withoutNoise } from '@oriel/core';
import { scratchFloats, scratchIntegers } from '../columns/scratch.ts';
import type { AmountColumns } from '../columns/amount-columns.ts';
import type { NumberColumn } from '../columns/number-column.ts';
import { gatherIntegers, numbersAt } from './column-makers.ts';
import type { NumbersColumn, Rows, ViewColumn } from './view-column.ts';

/** `inputTokens`, `totalCost`, `usage.<key>` and the like over columns; `null` for anything else, and where only records tell. */
export function amountColumn(usage: AmountColumns, cost: AmountColumns, name: string): ViewColumn | null {
  if (usage.hasRest || cost.hasRest) return null;
  switch (name) {
    case 'inputTokens':
      return sum(usage, isInput);
    case 'outputTokens':
      return sum(usage, isOutput);
    case 'totalTokens':
      return total(usage);
    case 'inputCost':
      return inDollars(sum(cost, isInput));
    case 'outputCost':
      return inDollars(sum(cost, isOutput));
    case 'totalCost':
      return inDollars(total(cost));
    default:
      if (name.startsWith('usage.')) return single(usage, name.slice('usage.'.length));
      return name.startsWith('cost.') ? single(cost, name.slice('cost.'.length)) : null;
  }
}

// Core's `summarizeUsage`, key by key.
const isInput = (key: string) => key !== 'total' && key.includes('input');
const isOutput = (key: string) => key !== 'total' && !key.includes('input') && key.includes('output');

function single(amounts: AmountColumns, key: string): NumbersColumn {
  return sum(amounts, (other) => other === key);
}

/** The amounts at places of the columns; NaN where there is none. */
type ReadPlaces = (places: Rows) => Float64Array;

/** The sum over the keys that count; NaN where a row has none of them. */
function sum(amounts: AmountColumns, counts: (key: string) => boolean): NumbersColumn {
  return overPlaces(amounts, sumOf(amounts, counts));
}

function sumOf(amounts: AmountColumns, counts: (key: string) => boolean): ReadPlaces {
  const columns = amounts.columns.filter(([key]) => counts(key)).map(([, column]) => column);
  return (places) => sumColumns(columns, places);
}

/** What was reported as the total, else the sum over all keys. */
function total(amounts: AmountColumns): NumbersColumn {
  const reported = sumOf(amounts, (key) => key === 'total');
  const added = sumOf(amounts, (key) => key !== 'total');
  return overPlaces(amounts, (places) => {
    const totals = reported(places);
    if (!amounts.lacksTotals) return totals;
    const sums = added(places);
    for (let i = 0; i < totals.length; i += 1) {
      if (Number.isNaN(totals[i])) totals[i] = sums[i] ?? NaN;
    }
    return totals;
  });
}

function overPlaces({ places }: AmountColumns, read: ReadPlaces): NumbersColumn {
  return {
    kind: 'numbers',
    gather: (rows) => read(gatherIntegers(places.column, rows)),
    gatherSome(rows) {
      const all = gatherIntegers(places.column, rows);
      const some = scratchIntegers(rows.length);
      let count = 0;
      for (let i = 0; i < all.length; i += 1) {
        const place = all[i] ?? 0;
        if (place === 0) continue;
        some[count] = i;
        // Read already: what is kept moves to the front.
        all[count++] = place;
      }
      return { places: some.subarray(0, count), numbers: read(all.subarray(0, count)) };
    },
  };
}

function inDollars(column: NumbersColumn): NumbersColumn {
  const { gatherSome } = column;
  return {
    kind: 'numbers',
    gather: (rows) => rounded(column.gather(rows)),
    gatherSome:
      gatherSome &&
      ((rows) => {
        const { places, numbers } = gatherSome(rows);
        return { places, numbers: rounded(numbers) };
      }),
  };
}

function rounded(dollars: Float64Array): Float64Array {
  for (let i = 0; i < dollars.length; i += 1) {
    const amount = dollars[i] ?? NaN;
    if (!Number.isNaN(amount)) dollars[i] = withoutNoise(amount);
  }
  return dollars;
}

function sumColumns([first, ...more]: readonly NumberColumn[], places: Rows): Float64Array {
  if (first === undefined) return scratchFloats(places.length).fill(NaN);
  const sums = numbersAt(first, places);
  for (const column of more) {
    const amounts = numbersAt(column, places);
    for (let i = 0; i < sums.length; i += 1) {
      const amount = amounts[i] ?? NaN;
      const before = sums[i] ?? NaN;
      if (!Number.isNaN(amount)) sums[i] = Number.isNaN(before) ? amount : before + amount;
    }
  }
  return sums;
}
