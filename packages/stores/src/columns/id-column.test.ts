import { expect, it } from 'vitest';
import { IdColumn, hashId } from './id-column.ts';

const IDS = [
  'b7ad6b7169203331',
  '00000000000000ff',
  'B7AD6B7169203331',
  'b7ad6b716920333',
  'order-42/step-1',
  '',
  'größe 😀',
];

it('gives back every id as it came', () => {
  const column = new IdColumn();
  for (const [row, id] of IDS.entries()) column.set(row, id);
  expect(IDS.map((_, row) => column.get(row))).toEqual(IDS);
});

it('finds a row by its id and by no other', () => {
  const column = new IdColumn();
  for (const [row, id] of IDS.entries()) column.set(row, id);
  for (const [row, id] of IDS.entries()) {
    expect(column.hash(row)).toBe(hashId(id));
    expect(IDS.map((_, other) => column.matcher(id)(other))).toEqual(IDS.map((other) => other === id));
  }
});

it('orders rows as their ids are ordered', () => {
  const column = new IdColumn();
  for (const [row, id] of IDS.entries()) column.set(row, id);
  const rows = [...IDS.keys()].toSorted((a, b) => column.compare(a, b));
  expect(rows.map((row) => column.get(row))).toEqual(IDS.toSorted());
});

it('forgets the text of a row that is freed', () => {
  const column = new IdColumn();
  column.set(0, 'x'.repeat(800));
  const before = column.memoryUsage;
  column.clear(0);
  expect(column.memoryUsage).toBeLessThan(before - 800);
  column.set(0, 'next');
  expect(column.get(0)).toBe('next');
});
