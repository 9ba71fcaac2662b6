import { expect, it } from 'vitest';
import { holdRows } from './hold-rows.ts';

const list = (text: string) => Array.from(text);
const hold = (shown: string, now: string, hasMore = false) => {
  const held = holdRows(list(shown), list(now), (row) => row.toLowerCase(), hasMore);
  return `${held.rows.join('')} ${held.newCount}`;
};

it('lets new rows wait and says how many', () => {
  expect(hold('abc', 'xyabc')).toBe('abc 2');
});

it('shows rows as they are now, where they were', () => {
  expect(hold('abc', 'xCAb')).toBe('AbC 1');
});

it('lets go of rows that are gone', () => {
  expect(hold('abcd', 'acd')).toBe('acd 0');
});

it('keeps rows that new ones pushed beyond what is loaded', () => {
  expect(hold('abcd', 'xyab', true)).toBe('abcd 2');
  expect(hold('abcd', 'xyab', false)).toBe('ab 2');
});

it('adds what further pages bring', () => {
  expect(hold('abc', 'xabcde', true)).toBe('abcde 1');
});
