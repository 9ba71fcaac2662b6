import { expect, it } from 'vitest';
import { RowPlaces } from './row-places.ts';

it('finds those of many rows that have a place, and whether their places lie side by side', () => {
  const places = new RowPlaces();
  for (const row of [1, 3, 4]) places.take(row);
  const rows = Uint32Array.of(0, 1, 2, 3, 4, 9);
  expect(found(places, rows)).toEqual([[1, 3, 4], [1, 2, 3], true]);
  expect(found(places, rows.subarray(2))).toEqual([[1, 2], [2, 3], true]);

  places.giveBack(1);
  places.take(2);
  expect(found(places, rows)).toEqual([[2, 3, 4], [1, 2, 3], true]);
  places.giveBack(2);
  places.take(9);
  expect(found(places, rows)).toEqual([[3, 4, 5], [2, 3, 1], false]);
  expect(found(places, Uint32Array.of(0, 1, 2))).toEqual([[], [], true]);
});

function found(places: RowPlaces, rows: Uint32Array) {
  const some = places.findSome(rows);
  return [[...some.places], [...some.at], some.isRun];
}
