import { expect, it } from 'vitest';
import { parseJson } from './parse-json.ts';
import { readJsonBody } from './read-json-body.ts';

it('reads numbers too large for a double as text, wherever they stand', () => {
  expect(parseJson('{"a":[1,1e999,{"b":-1e999}],"c":1e300}')).toEqual({
    a: [1, 'Infinity', { b: '-Infinity' }],
    c: 1e300,
  });
  expect(parseJson('1e999')).toBe('Infinity');
});

it('keeps a member named __proto__ a member like any other', () => {
  const value = parseJson('{"__proto__":{"polluted":1e999}}') as object;

  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":"Infinity"}}');
});

it.each([
  '1e400',
  '-1E+400',
  '[0.1, 1e0400]',
  `{"a":1${'0'.repeat(290)}e20}`,
  `[[1${'0'.repeat(320)}]]`,
  `{"a" :\n${'92'.repeat(150)}.5e+9}`,
])('leaves no number without end, however it is written: %s', (text) => {
  expect(JSON.stringify(parseJson(text))).toContain('Infinity');
  const body = readJsonBody(new TextEncoder().encode(text));
  expect(JSON.stringify(body)).toContain('Infinity');
});
