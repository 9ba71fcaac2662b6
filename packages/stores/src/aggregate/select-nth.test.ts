import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { selectNth } from './select-nth.ts';

it('finds what sorting finds, with ties and inside a part, and changes nothing outside of it', () => {
  const random = seededRandom(3);
  for (let round = 0; round < 300; round += 1) {
    const length = 1 + Math.floor(random() * (round % 10 === 0 ? 5000 : 60));
    const values = Float64Array.from({ length }, () => Math.floor(random() * 20 ** (1 + (round % 3))) - 5);
    const from = Math.floor(random() * length);
    const to = from + 1 + Math.floor(random() * (length - from));
    const nth = from + Math.floor(random() * (to - from));
    const sorted = values.slice(from, to).toSorted();
    const [before, after] = [values.slice(0, from), values.slice(to)];
    expect(selectNth(values, from, to, nth)).toBe(sorted[nth - from]);
    expect(values.slice(from, nth).every((value) => value <= (values[nth] ?? NaN))).toBe(true);
    expect(values.slice(from, to).toSorted()).toEqual(sorted);
    expect([values.slice(0, from), values.slice(to)]).toEqual([before, after]);
  }
});
