import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveColumn, orderColumns, placeColumn } from './arrange-columns.ts';

const letters = (text: string) => Array.from(text);
const all = () => true;

it('moves a column by one, over hidden ones', () => {
  expect(moveColumn(letters('abcd'), 'b', 1, all).join('')).toBe('acbd');
  expect(moveColumn(letters('abcd'), 'd', -1, (id) => id !== 'c').join('')).toBe('adbc');
  expect(moveColumn(letters('abcd'), 'a', -1, all).join('')).toBe('abcd');
  expect(moveColumn(letters('abcd'), 'd', 1, all).join('')).toBe('abcd');
});

it('puts a column before or after another', () => {
  expect(placeColumn(letters('abcd'), 'a', 'c', true).join('')).toBe('bcad');
  expect(placeColumn(letters('abcd'), 'd', 'b', false).join('')).toBe('adbc');
  expect(placeColumn(letters('abcd'), 'b', 'b', false).join('')).toBe('abcd');
});

it('keeps a column that is new beside the one it was made to follow', () => {
  expect(orderColumns(letters('abcd'), letters('dba')).join('')).toBe('dbca');
  expect(orderColumns(letters('abc'), letters('zc')).join('')).toBe('abc');
});

it('loses and doubles no column, whatever the order names', () => {
  const ids = fc.uniqueArray(fc.constantFrom(...letters('abcdefgh')));
  fc.assert(
    fc.property(ids, ids, (columns, order) => {
      expect(orderColumns(columns, order).toSorted()).toEqual(columns.toSorted());
    }),
  );
});
