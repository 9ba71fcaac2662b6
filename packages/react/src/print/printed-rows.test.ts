import { expect, it } from 'vitest';
import { MAX_PRINTED_ROWS, printedRows } from './printed-rows.ts';

it('prints a short list whole, wherever it is scrolled to', () => {
  expect(printedRows(0, 0)).toEqual({ first: 0, end: 0, count: 0 });
  expect(printedRows(MAX_PRINTED_ROWS, 400)).toEqual({ first: 0, end: MAX_PRINTED_ROWS, count: 1_000 });
});

it('prints of a long list what is in sight and what follows', () => {
  expect(printedRows(50_000, 300)).toEqual({ first: 300, end: 1_300, count: 50_000 });
});

it('fills the pages where less than that follows', () => {
  expect(printedRows(50_000, 49_990)).toEqual({ first: 49_000, end: 50_000, count: 50_000 });
});
