import { expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

const filter = { field: 'name', op: '=', value: 'größe 😀' } as const;
const order = { field: 'name', direction: 'asc' } as const;
const position = { value: 'ä"%', key: ['a/b#c', ''] };

it('gives back the place it was made from, however large the next page', () => {
  const cursor = encodeCursor('traces', { filter, order, limit: 1 }, position);
  expect(decodeCursor('traces', { filter, order, limit: 9 }, cursor)).toEqual(position);
});

it('fits the same filter with its keys in another order', () => {
  const cursor = encodeCursor('traces', { filter }, position);
  const same = { value: 'größe 😀', op: '=', field: 'name' } as const;
  expect(decodeCursor('traces', { filter: same }, cursor)).toEqual(position);
});

it('fits no other view, filter or order', () => {
  const cursor = encodeCursor('traces', { filter, order }, position);
  const refusal = expect.objectContaining({ code: 'bad-cursor' });
  const reversed = { ...order, direction: 'desc' } as const;
  expect(() => decodeCursor('scores', { filter, order }, cursor)).toThrow(refusal);
  expect(() => decodeCursor('traces', { filter }, cursor)).toThrow(refusal);
  expect(() => decodeCursor('traces', { order }, cursor)).toThrow(refusal);
  expect(() => decodeCursor('traces', { filter, order: reversed }, cursor)).toThrow(refusal);
});

it.each(['', 'x', '%', '5', 'null', '{}', '[]', '"text"', '[1,2,3]'])(
  'refuses %j, which is no cursor',
  (text) => {
    expect(() => decodeCursor('traces', {}, text)).toThrow(expect.objectContaining({ code: 'bad-cursor' }));
  },
);

it('refuses a cursor whose place was tampered with', () => {
  const [print] = JSON.parse(decodeURIComponent(encodeCursor('traces', {}, position))) as [string];
  for (const forged of [[print], [print, 1], [print, {}, ['a']], [print, 1, 'a'], [print, 1, [2]]]) {
    const text = encodeURIComponent(JSON.stringify(forged));
    expect(() => decodeCursor('traces', {}, text)).toThrow(expect.objectContaining({ code: 'bad-cursor' }));
  }
});
