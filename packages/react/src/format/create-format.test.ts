import { expect, it } from 'vitest';
import { createFormat } from './create-format.ts';

const english = createFormat({ locale: 'en', timeZone: 'UTC' });
const german = createFormat({ locale: 'de', timeZone: 'Europe/Vienna' });

it.each([
  [0, '0ms'],
  [0.42, '0.4ms'],
  [842, '842ms'],
  [999.6, '1.00s'],
  [1240, '1.24s'],
  [9999, '10.0s'],
  [59_960, '1m 0s'],
  [187_000, '3m 7s'],
  [3_599_900, '1h 0m'],
  [7_500_000, '2h 5m'],
])('writes a length of %s ms as %s', (length, written) => {
  expect(english.duration(length)).toBe(written);
});

it.each([
  [0, '$0.00'],
  [12.345, '$12.35'],
  [0.5, '$0.50'],
  [0.0312, '$0.0312'],
  [0.00057, '$0.00057'],
  [0.00000042, '<$0.000001'],
  [-0.002, '-$0.002'],
])('writes a cost of %s dollars as %s', (amount, written) => {
  expect(english.cost(amount)).toBe(written);
});

it('shortens large token counts only', () => {
  expect(english.tokens(812)).toBe('812');
  expect(english.tokens(9_999)).toBe('9,999');
  expect(english.tokens(12_408)).toBe('12.4K');
});

it('writes moments in the time zone asked for', () => {
  const moment = Date.UTC(2025, 2, 7, 14, 5, 9, 42);

  expect(english.dateTime(moment)).toBe('Mar 7, 2025, 14:05:09');
  expect(english.shortTime(moment)).toBe('Mar 7, 14:05');
  expect(english.exactTime(moment)).toBe('Mar 7, 2025, 14:05:09.042');
  expect(english.day(moment)).toBe('Friday, March 7, 2025');
  expect(english.clock(moment)).toBe('14:05:09');
  expect(german.dateTime(moment)).toContain('15:05:09');
});

it('survives a clock that lies', () => {
  expect(english.dateTime(Number.NaN)).toBe('—');
  expect(english.dateTime(1e20)).toBe('—');
});

it.each([
  [0, '0B'],
  [812, '812B'],
  [12_408, '12.4kB'],
  [20_000_000, '20MB'],
])('writes a size of %s bytes as %s', (size, written) => {
  expect(english.bytes(size)).toBe(written);
});
