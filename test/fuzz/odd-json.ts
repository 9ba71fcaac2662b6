import type { JsonValue } from '@oriel/core';
import type { Dice } from './dice.ts';

const ODD_KEYS = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '',
  '\u0000',
  '\ud800',
  '0',
  '-1',
  'length',
];
const ODD_STRINGS = [
  '',
  '\u0000',
  '\ud800',
  'a\udc00b',
  '\uFEFF{}',
  '{"a":',
  '{"__proto__":{"polluted":true}}',
  '[[[[[[]]]]]]',
  'NaN',
  'true',
  '0',
  '-0',
  '00000000000000000000000000000000',
  '9'.repeat(400),
  '1e999',
  '18446744073709551616',
  '9999-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00Z',
  '-000001-01-01T00:00:00Z',
  '2024-02-30T25:61:61Z',
  'data:image/png;base64,AAAA',
  '\r\n',
  'x'.repeat(5000),
];
const ODD_NUMBERS = [
  0,
  -0,
  -1,
  0.1,
  1e21,
  1e300,
  5e-324,
  2 ** 53,
  -(2 ** 63),
  2 ** 64,
  253402300799999,
  Number.MAX_VALUE,
];

/** A value that nobody expects, up to so many levels deep. */
export function oddJson(dice: Dice, levels = 3): JsonValue {
  switch (dice.below(levels > 0 ? 9 : 6)) {
    case 0:
      return null;
    case 1:
      return dice.oneIn(2);
    case 2:
      return dice.pick(ODD_NUMBERS);
    case 3:
    case 4:
      return dice.pick(ODD_STRINGS);
    case 5:
      return dice.below(1000);
    case 6:
      return Array.from({ length: dice.below(5) }, () => oddJson(dice, levels - 1));
    case 7:
      return nested(dice);
    default:
      return Object.fromEntries(
        Array.from({ length: dice.below(5) }, () => [oddKey(dice), oddJson(dice, levels - 1)]),
      );
  }
}

export function oddKey(dice: Dice): string {
  return dice.pick(ODD_KEYS);
}

/** One value under many levels: below, at and above what is read. */
function nested(dice: Dice): JsonValue {
  const isList = dice.oneIn(2);
  let value: JsonValue = null;
  for (let level = dice.pick([3, 60, 490, 520]); level > 0; level -= 1) {
    value = isList ? [value] : { [level % 7 === 0 ? '__proto__' : 'a']: value };
  }
  return value;
}
