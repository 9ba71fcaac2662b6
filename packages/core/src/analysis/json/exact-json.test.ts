import { expect, it } from 'vitest';
import { exactNumber, parseContainer, parseExactJson, printExactJson } from './exact-json.ts';

const canTell = 'rawJSON' in JSON;

it.skipIf(!canTell)('keeps digits that a double loses', () => {
  const value = parseExactJson('{"id":12345678901234567890,"list":[0.12345678901234567891,1]}');

  expect(value).toEqual({ id: 12345678901234567000, list: [0.12345678901234568, 1] });
  expect(exactNumber(value, 'id')).toBe('12345678901234567890');
  const { list } = value as { list: number[] };
  expect(exactNumber(list, '0')).toBe('0.12345678901234567891');
  expect(exactNumber(list, '1')).toBeUndefined();
  expect(printExactJson(value)).toContain('12345678901234567890');
});

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
