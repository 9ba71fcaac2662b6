import { expect, it } from 'vitest';
import { exactNumber, parseExactJson } from './exact-json.ts';
import { printJson } from './print-json.ts';

// In a browser, because Node before 22 does not tell how a number was written.
it('keeps digits that a double loses', () => {
  const value = parseExactJson('{"id":12345678901234567890,"list":[0.12345678901234567891,1]}');

  expect(value).toEqual({ id: 12345678901234567000, list: [0.12345678901234568, 1] });
  expect(exactNumber(value, 'id')).toBe('12345678901234567890');
  const { list } = value as { list: number[] };
  expect(exactNumber(list, '0')).toBe('0.12345678901234567891');
  expect(exactNumber(list, '1')).toBeUndefined();
  expect(printJson(value).text).toContain('12345678901234567890');
  expect(printJson(list).text).toBe('[\n  0.12345678901234567891,\n  1\n]');
});
