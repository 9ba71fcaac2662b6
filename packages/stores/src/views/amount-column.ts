import { withoutNoise } from '@oriel/core';
import { scratchFloats } from '../columns/scratch.ts';
import type { AmountColumns } from '../columns/amount-columns.ts';
import type { NumberColumn } from '../columns/number-column.ts';
import { amountKeysColumn } from './amount-keys-column.ts';
import { gatherIntegers, numbersAt, numbersFrom } from './column-makers.ts';
import type { NumbersColumn, Rows, ViewColumn } from './view-column.ts';

/** `inputTokens`, `totalCost`, `usage.<key>`, `usageKeys` and the like over columns; `null` for anything else, and where only records tell. */
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
    case 'usageKeys':
      return amountKeysColumn(usage);
    case 'costKeys':
      return amountKeysColumn(cost);
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

/** The amounts at places of the columns, in a list of their own; NaN where there is none. */
type ReadPlaces = (places: Rows, isRun: boolean) => Float64Array;

/** The sum over the keys that count; NaN where a row has none of them. */
function sum(amounts: AmountColumns, counts: (key: string) => boolean): NumbersColumn {
  return overPlaces(amounts, sumOf(amounts, counts));
}

function sumOf(amounts: AmountColumns, counts: (key: string) => boolean): ReadPlaces {
  const columns = amounts.columns.filter(([key]) => counts(key)).map(([, column]) => column);
  return (places, isRun) => sumColumns(columns, places, isRun);
}

/** What was reported as the total, else the sum over all keys. */
function total(amounts: AmountColumns): NumbersColumn {
  const reported = sumOf(amounts, (key) => key === 'total');
  const added = sumOf(amounts, (key) => key !== 'total');
  return overPlaces(amounts, (places, isRun) => {
    const totals = reported(places, isRun);
    if (!amounts.lacksTotals) return totals;
    const sums = added(places, isRun);
    for (let i = 0; i < totals.length; i += 1) {
      if (Number.isNaN(totals[i])) totals[i] = sums[i] ?? NaN;
    }
    return totals;
  });
}

function overPlaces({ places }: AmountColumns, read: ReadPlaces): NumbersColumn {
  return {
    kind: 'numbers',
    gather: (rows) => read(gatherIntegers(places.column, rows), false),
    some: { holder: places, gather: ({ at, isRun }) => read(at, isRun) },
  };
}

function inDollars({ gather, some }: NumbersColumn): NumbersColumn {
  return {
    kind: 'numbers',
    gather: (rows) => rounded(gather(rows)),
    some: some && { holder: some.holder, gather: (rows) => rounded(some.gather(rows)) },
  };
}

function rounded(dollars: Float64Array): Float64Array {
  for (let i = 0; i < dollars.length; i += 1) {
    const amount = dollars[i] ?? NaN;
    if (!Number.isNaN(amount)) dollars[i] = withoutNoise(amount);
  }
  return dollars;
}

function sumColumns([first, ...more]: readonly NumberColumn[], places: Rows, isRun: boolean): Float64Array {
  if (first === undefined) return scratchFloats(places.length).fill(NaN);
  const read = isRun ? numbersFrom : numbersAt;
  const sums = read(first, places);
  for (const column of more) {
    const amounts = read(column, places);
    for (let i = 0; i < sums.length; i += 1) {
      const amount = amounts[i] ?? NaN;
      const before = sums[i] ?? NaN;
      if (!Number.isNaN(amount)) sums[i] = Number.isNaN(before) ? amount : before + amount;
    }
  }
  return sums;
}
