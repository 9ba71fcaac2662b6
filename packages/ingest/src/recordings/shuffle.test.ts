import { expect, it } from 'vitest';
import { shuffle } from './shuffle.ts';

const items = Array.from({ length: 20 }, (_, n) => n);

it('keeps every item once', () => {
  expect(shuffle(items, 7).toSorted((a, b) => a - b)).toEqual(items);
});

it('gives the same order for the same seed, another for another', () => {
  expect(shuffle(items, 7)).toEqual(shuffle(items, 7));
  expect(shuffle(items, 7)).not.toEqual(shuffle(items, 8));
  expect(shuffle(items, 7)).not.toEqual(items);
});
