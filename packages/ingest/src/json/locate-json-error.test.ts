import { expect, it } from 'vitest';
import { locateJsonError } from './locate-json-error.ts';

it.each([
  ['{"a":}', 5, 1, '"}" stands'],
  ['{"a": 1,\n "b": tru }', 15, 2, '"t" stands'],
  ['[1, 2', 5, 1, 'the text ends'],
  ['[1, 2,]', 6, 1, '"]" stands'],
  ['{"é": "\n"}', 8, 1, '"\\n" stands'],
  ['{"a" 1}', 5, 1, '"1" stands'],
  ["{'a': 1}", 1, 1, '"\'" stands'],
  ['{"a": "\\x"}', 8, 1, '"x" stands'],
  ['{} {}', 3, 1, '"{" stands'],
  ['"open', 5, 1, 'the text ends'],
  ['', 0, 1, 'the text ends'],
])('finds where %j goes wrong', (text, byte, line, found) => {
  expect(locateJsonError(text)).toEqual({ byte, line, found });
});

it('accepts all of JSON up to its end', () => {
  const text = '{"a": [1, -2.5e3, true, null, "\\u00e9\\n", {}, []], "b": {"c": "d"}}';

  expect(locateJsonError(text)).toMatchObject({ byte: text.length, found: 'the text ends' });
});
