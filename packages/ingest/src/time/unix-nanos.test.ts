import { expect, it } from 'vitest';
import { msFromJsonNanos, msFromNanoHalves } from './unix-nanos.ts';

it.each([
  ['1795422432240000000', 1795422432240],
  ['1795422432240651235', 1795422432240 + 0.651235],
  ['1735787045678000000', 1735787045678],
  ['999999', 0.999999],
])('reads %s nanoseconds the same from digits and from 64 bits', (digits, ms) => {
  const nanos = BigInt(digits);

  expect(msFromJsonNanos(digits)).toBe(ms);
  expect(msFromNanoHalves(Number(nanos & 0xffff_ffffn), Number(nanos >> 32n))).toBe(ms);
  expect(msFromJsonNanos({ low: Number(nanos & 0xffff_ffffn) | 0, high: Number(nanos >> 32n) })).toBe(ms);
});

it('keeps the millisecond of nanoseconds that came as a number', () => {
  expect(msFromJsonNanos(1795422432240000000)).toBe(1795422432240);
});

it.each([0, '0', '', 'soon', null, undefined, {}, -5])('takes %j for no time', (value) => {
  expect(msFromJsonNanos(value)).toBeNull();
});
