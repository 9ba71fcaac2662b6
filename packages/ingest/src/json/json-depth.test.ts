import { expect, it } from 'vitest';
import { MAX_DEPTH, TOO_DEEP, cutDepth, isTooDeep } from './json-depth.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const cut = (text: string) => new TextDecoder().decode(cutDepth(bytes(text)).bytes);
const lists = (depth: number, inside = '') => '['.repeat(depth) + inside + ']'.repeat(depth);

it('leaves JSON alone that is as deep as is read', () => {
  const json = bytes(lists(MAX_DEPTH, '1'));

  expect(cutDepth(json).bytes).toBe(json);
});

it('replaces what is deeper, and nothing beside it', () => {
  const inside = lists(MAX_DEPTH - 1, `1,{"a":[2]},"x",[],3`);

  expect(cut(`[${inside},4]`)).toBe(`[${lists(MAX_DEPTH - 1, `1,"${TOO_DEEP}","x","${TOO_DEEP}",3`)},4]`);
});

it('takes no bracket in a string for a level', () => {
  const json = bytes(JSON.stringify('["\\'.repeat(MAX_DEPTH)));

  expect(cutDepth(json).bytes).toBe(json);
});

it('cuts a million levels, closed or not', () => {
  expect(cut(lists(1_000_000))).toBe(lists(MAX_DEPTH, `"${TOO_DEEP}"`));
  expect(cut('['.repeat(1_000_000))).toBe(`${'['.repeat(MAX_DEPTH)}"${TOO_DEEP}"`);
});

it.each([
  [false, lists(MAX_DEPTH, '1')],
  [true, lists(MAX_DEPTH + 1, '1')],
  [false, `[${Array.from({ length: MAX_DEPTH }, () => '[{}]').join()}]`],
  [false, JSON.stringify('"[\\'.repeat(MAX_DEPTH))],
  [true, JSON.stringify(['"\\', '\\']).slice(0, -1) + ',' + '['.repeat(MAX_DEPTH)],
  [false, '"' + '['.repeat(MAX_DEPTH + 1)],
])('says %s of the text that begins as its bytes would be judged', (isDeep, text) => {
  expect(isTooDeep(text)).toBe(isDeep);
  expect(cutDepth(bytes(text)).bytes.length !== bytes(text).length).toBe(isDeep);
});
