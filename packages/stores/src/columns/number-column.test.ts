import { expect, it } from 'vitest';
import { NumberColumn } from './number-column.ts';

it('gives back every number as it came, whole or not, and null where there is none', () => {
  const column = new NumberColumn();
  const numbers = [0, 7, null, 0xffff_fffe, 0xffff_ffff, -1, 0.5, -0, 1.76e12, null];
  for (const [row, number] of numbers.entries()) column.set(row, number);
  expect(numbers.map((_, row) => column.get(row))).toEqual(numbers);
  expect(column.get(1000)).toBeNull();
});

it('takes four bytes a row for whole numbers and none before the first', () => {
  const column = new NumberColumn();
  column.set(99, null);
  expect(column.memoryUsage).toBe(0);
  for (let row = 0; row < 1000; row += 1) column.set(row, row);
  expect(column.memoryUsage).toBeLessThanOrEqual(4 * 1250);
});

it('sums the numbers at some rows, and knows none from zero', () => {
  const column = new NumberColumn();
  column.set(1, 4);
  column.set(3, 0);
  expect(column.sumAt(Uint32Array.of(3, 1, 2, 9))).toBe(4);
  expect(column.sumAt(Uint32Array.of(3))).toBe(0);
  expect(column.sumAt(Uint32Array.of(2, 9))).toBeNull();
  column.set(4, 0.5);
  expect(column.sumAt(Uint32Array.of(0, 1, 4))).toBe(4.5);
  expect(column.sumAt(Uint32Array.of(0, 2))).toBeNull();
});
