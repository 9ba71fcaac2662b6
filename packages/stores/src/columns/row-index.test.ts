import { expect, it } from 'vitest';
import { RowIndex } from './row-index.ts';

it('finds every row through growth, removal and crowded hashes', () => {
  // Every tenth row has the same hash as its neighbours.
  const index = new RowIndex((row) => Math.floor(row / 10));
  const find = (row: number) => index.find(Math.floor(row / 10), (other) => other === row);
  const inIndex = new Set<number>();
  for (let row = 0; row < 5000; row += 1) {
    index.add(row);
    inIndex.add(row);
    const gone = row - 3;
    if (row % 3 === 0 && inIndex.delete(gone)) index.remove(gone);
  }
  for (let row = 0; row < 5000; row += 1) expect(find(row)).toBe(inIndex.has(row) ? row : -1);
});

it('does not grow by rows that come and go', () => {
  const index = new RowIndex((row) => row);
  for (let round = 0; round < 10_000; round += 1) {
    index.add(round % 7);
    index.remove(round % 7);
  }
  expect(index.memoryUsage).toBeLessThan(1024);
});
