import { expect, it } from 'vitest';
import { parseEmbeddedJson } from './parse-embedded-json.ts';

it('opens objects and lists that travelled as text', () => {
  expect(parseEmbeddedJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(parseEmbeddedJson(' [1] ')).toEqual([1]);
});

it.each(['42', 'true', 'null', '"quoted"', '{not json}', '[draft] hello', '', '{'])(
  'leaves %j as it is',
  (text) => {
    expect(parseEmbeddedJson(text)).toBe(text);
  },
);

it('leaves text alone that would nest too deeply to be safe', () => {
  const text = '['.repeat(100_000) + ']'.repeat(100_000);

  expect(parseEmbeddedJson(text)).toBe(text);
});
