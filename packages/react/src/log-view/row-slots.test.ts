import { expect, it } from 'vitest';
import { rowSlots } from './row-slots.ts';

it('leaves rows where they are when others come in above them', () => {
  const slots = rowSlots();
  expect(slots.assign(['a', 'b', 'c'])).toEqual([0, 1, 2]);
  expect(slots.assign(['new', 'a', 'b', 'c'])).toEqual([3, 0, 1, 2]);
});

it('gives the element of a row that has left to one that comes', () => {
  const slots = rowSlots();
  slots.assign(['a', 'b', 'c']);
  expect(slots.assign(['b', 'c', 'd'])).toEqual([1, 2, 0]);
  expect(slots.assign(['b', 'c', 'd'])).toEqual([1, 2, 0]);
});

it('keeps copies of one id apart', () => {
  const slots = rowSlots();
  expect(slots.assign(['a', 'a', 'b'])).toEqual([0, 1, 2]);
  expect(new Set(slots.assign(['a', 'a', 'b'])).size).toBe(3);
});
