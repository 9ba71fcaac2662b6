import { expect, it } from 'vitest';
import { exactNumber, parseContainer, parseExactJson } from './exact-json.ts';

it('takes other ways to write a number for what they are', () => {
  const value = parseExactJson('{"a":1.500,"b":1e3,"c":9007199254740992,"d":1E+100}');

  for (const key of ['a', 'b', 'c', 'd']) expect(exactNumber(value, key)).toBeUndefined();
});

it.each(['plain', '{broken', '"quoted"', '42', ''])('leaves %j as text', (text) => {
  expect(parseContainer(text)).toBe(text);
});

it('opens lists and objects that came as text', () => {
  expect(parseContainer(' [1, {"a": 2}]')).toEqual([1, { a: 2 }]);
});
