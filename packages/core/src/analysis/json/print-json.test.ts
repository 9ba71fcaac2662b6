import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import { printJson } from './print-json.ts';

it('prints values as JSON.stringify indents them', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as JsonValue;
      const expected = typeof json === 'string' ? json : JSON.stringify(json, null, 2);
      expect(printJson(json)).toEqual({ text: expected, isCut: false });
    }),
  );
});

it('prints the beginning of a large value, and says that there is more', () => {
  const large = { items: Array.from({ length: 100_000 }, (_, index) => ({ index })) };
  const { text, isCut } = printJson(large, 200);

  expect(isCut).toBe(true);
  expect(text.length).toBeLessThan(260);
  expect(JSON.stringify(large, null, 2).startsWith(text)).toBe(true);
  expect(printJson('a'.repeat(500), 100)).toEqual({ text: 'a'.repeat(100), isCut: true });
});
