import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { firstOf } from './first-of.ts';

it('gives what sorting everything and cutting would give', () => {
  const random = seededRandom(3);
  const compare = (a: number, b: number) => a - b;
  for (const length of [0, 1, 5, 300, 2000]) {
    const items = Array.from({ length }, () => Math.floor(random() * 400));
    for (const count of [1, 20, 1000]) {
      expect(firstOf(items, count, compare)).toEqual(items.toSorted(compare).slice(0, count));
    }
  }
});
