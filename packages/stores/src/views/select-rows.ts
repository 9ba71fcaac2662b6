import { DEFAULT_SEARCH_PARTS, findField, matches, meetsComparison } from '@oriel/core';
import type { Comparison, Filter, Search, SearchPart, View } from '@oriel/core';
import { scratchIntegers } from '../columns/scratch.ts';
import { readsPayload, searchesPayload } from './reads-payload.ts';
import type { CodeColumn, NumbersColumn, Rows } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/**
 * The rows that meet a filter: core's `matches`, a field at a time. What is quick to ask is asked first, so that records
 * and payloads are only read for the rows that are left.
 *
 * @throws PatchesNeeded
 */
export function selectRows<V extends View>(view: ViewRows<V>, rows: Rows, filter: Filter): Rows {
  if (rows.length === 0) return rows;
  if ('and' in filter) {
    const parts = filter.and.toSorted((a, b) => effort(view, a) - effort(view, b));
    return parts.reduce((left, part) => selectRows(view, left, part), rows);
  }
  if ('or' in filter) {
    const parts = filter.or.toSorted((a, b) => effort(view, a) - effort(view, b));
    const missed = parts.reduce((left, part) => without(left, selectRows(view, left, part)), rows);
    return without(rows, missed);
  }
  if ('not' in filter) return without(rows, selectRows(view, rows, filter.not));
  return 'search' in filter ? search(view, rows, filter) : compare(view, rows, filter);
}

/** How much it takes to ask: 0 columns, 1 records, 2 payloads. */
function effort<V extends View>(view: ViewRows<V>, filter: Filter): number {
  if ('and' in filter) return Math.max(0, ...filter.and.map((part) => effort(view, part)));
  if ('or' in filter) return Math.max(0, ...filter.or.map((part) => effort(view, part)));
  if ('not' in filter) return effort(view, filter.not);
  if ('search' in filter) return searchesPayload(view.view, filter) ? 2 : 1;
  if (readsPayload(view.view, filter.field)) return 2;
  return view.column(filter.field) ? 0 : 1;
}

function compare<V extends View>(view: ViewRows<V>, rows: Rows, comparison: Comparison): Rows {
  const column = view.column(comparison.field);
  if (column?.kind === 'codes') return compareCodes(column, rows, comparison);
  if (column?.kind === 'numbers') return compareNumbers(column, rows, comparison);
  if (column?.has && comparison.op === '=' && typeof comparison.value === 'string') {
    return keep(rows, column.has(comparison.value));
  }
  if (column) return keep(rows, (row) => meetsComparison(column.at(row), comparison));
  const field = findField(view.view, comparison.field);
  if (field === null) return rows.slice(0, 0);
  if (readsPayload(view.view, comparison.field)) view.needPayloads(rows);
  return keep(rows, (row) => meetsComparison(field.read(view.record(row)), comparison));
}

/** Names and ids are looked for in columns, the rest in the records that are left. */
function search<V extends View>(view: ViewRows<V>, rows: Rows, filter: Search): Rows {
  const { search: value, in: parts = DEFAULT_SEARCH_PARTS } = filter;
  if (value === '') return rows;
  const fields = SEARCH_FIELDS[view.view];
  const inRecords = parts.filter((part) => fields?.[part] === undefined);
  let missed = rows;
  for (const field of parts.flatMap((part) => fields?.[part] ?? [])) {
    missed = without(missed, compare(view, missed, { field, op: 'contains', value }));
  }
  if (inRecords.length === 0 || missed.length === 0) return without(rows, missed);
  if (searchesPayload(view.view, filter)) view.needPayloads(missed);
  const rest = { search: value, in: inRecords };
  const found = keep(missed, (row) => matches(view.view, view.record(row), rest));
  return without(rows, without(missed, found));
}

type SearchFields = Readonly<Partial<Record<SearchPart, readonly string[]>>>;

/** Where a search looks, as fields: core's `searchTexts`. Parts and views that are not listed are read from records. */
const SEARCH_FIELDS: Readonly<Partial<Record<View, SearchFields>>> = {
  traces: { names: ['name'], ids: ['id', 'userId', 'sessionId'] },
  observations: { names: ['name'], ids: ['id', 'traceId', 'userId', 'sessionId'] },
};

/** Up to so many codes are all asked; of more, only those that rows have. */
const FEW_CODES = 1024;

/** Each code is asked once. */
function compareCodes(column: CodeColumn, rows: Rows, comparison: Comparison): Rows {
  const codes = column.gather(rows);
  const isMet = codesMet(column, codes, comparison);
  const kept = scratchIntegers(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    // Written in any case and kept by counting: which rows meet it is nothing a processor can guess.
    kept[count] = rows[i] ?? 0;
    count += isMet[codes[i] ?? 0] ?? 0;
  }
  return kept.subarray(0, count);
}

/** By code, 1 where it meets the comparison. */
function codesMet({ size, valueOf }: CodeColumn, codes: Uint32Array, comparison: Comparison): Uint8Array {
  const isAsked = new Uint8Array(size).fill(size <= FEW_CODES ? 1 : 0);
  if (size > FEW_CODES) for (let i = 0; i < codes.length; i += 1) isAsked[codes[i] ?? 0] = 1;
  return isAsked.map((asked, code) => (asked === 1 && meetsComparison(valueOf(code), comparison) ? 1 : 0));
}

function compareNumbers(column: NumbersColumn, rows: Rows, comparison: Comparison): Rows {
  const gathered = column.gather(rows);
  const test = numberTest(comparison);
  const kept = scratchIntegers(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i += 1) {
    kept[count] = rows[i] ?? 0;
    count = (count + Number(test(gathered[i] ?? NaN))) | 0;
  }
  return kept.subarray(0, count);
}

/** The comparison of one number; NaN is none, for which every `<` and `=` is false. */
function numberTest(comparison: Comparison): (value: number) => boolean {
  if ('value' in comparison && typeof comparison.value === 'number') {
    const bound = comparison.value;
    if (comparison.op === '<') return (value) => value < bound;
    if (comparison.op === '<=') return (value) => value <= bound;
    if (comparison.op === '>') return (value) => value > bound;
    if (comparison.op === '>=') return (value) => value >= bound;
    if (comparison.op === '=') return (value) => value === bound;
    if (comparison.op === '!=') return (value) => value !== bound;
  }
  return (value) => meetsComparison(Number.isNaN(value) ? null : value, comparison);
}

function keep(rows: Rows, test: (row: number) => boolean): Rows {
  const kept = scratchIntegers(rows.length);
  let count = 0;
  for (const row of rows) if (test(row)) kept[count++] = row;
  return kept.subarray(0, count);
}

/** The rows that are not among others; both ascending. */
function without(rows: Rows, others: Rows): Rows {
  if (others.length === 0) return rows;
  const kept = scratchIntegers(rows.length - others.length);
  let count = 0;
  let place = 0;
  for (const row of rows) {
    if (others[place] === row) place += 1;
    else kept[count++] = row;
  }
  return kept.subarray(0, count);
}
