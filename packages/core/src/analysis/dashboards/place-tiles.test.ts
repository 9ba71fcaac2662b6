import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactTiles, freePlace, GRID_COLUMNS, MIN_TILE, placeTile, stepTile } from './place-tiles.ts';
import type { GridPlace, GridTile } from './place-tiles.ts';

const tile = (id: string, x: number, y: number, w = 4, h = 2): GridTile => ({ id, place: { x, y, w, h } });
const whole = fc.integer({ min: -3, max: 30 });
const place: fc.Arbitrary<GridPlace> = fc.record({ x: whole, y: whole, w: whole, h: whole });
const tiles = fc
  .array(place, { maxLength: 9 })
  .map((places) => places.map((one, index): GridTile => ({ id: `t${index}`, place: one })));

function expectSound(placed: readonly GridTile[], before: readonly GridTile[]) {
  expect(placed.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  for (const { id, place: own } of placed) {
    expect(own.x).toBeGreaterThanOrEqual(0);
    expect(own.x + own.w).toBeLessThanOrEqual(GRID_COLUMNS);
    expect(Math.min(own.w, own.h)).toBeGreaterThanOrEqual(MIN_TILE);
    const overlaps = placed.filter(
      ({ id: other, place: b }) =>
        other !== id && own.x < b.x + b.w && b.x < own.x + own.w && own.y < b.y + b.h && b.y < own.y + own.h,
    );
    expect(overlaps).toEqual([]);
    // It stands on the top edge, or on something.
    const support = placed.filter(
      ({ place: b }) => b.x < own.x + own.w && own.x < b.x + b.w && b.y + b.h === own.y,
    );
    expect(own.y === 0 || support.length > 0).toBe(true);
  }
}

it('never lets tiles overlap, hang in the air or leave the grid, whatever is wanted', () => {
  fc.assert(
    fc.property(tiles, place, fc.nat({ max: 8 }), (given, wanted, index) => {
      const compact = compactTiles(given);
      expectSound(compact, given);
      expect(compactTiles(compact)).toEqual(compact);
      const moved = placeTile(compact, `t${index}`, wanted);
      expectSound(moved, given);
      expect(compactTiles(moved)).toEqual(moved);
    }),
  );
});

it('keeps what did not move the same object, so that it is not drawn again', () => {
  const given = [tile('a', 0, 0), tile('b', 4, 0)];
  const moved = placeTile(given, 'b', { x: 8, y: 0, w: 4, h: 2 });
  expect(moved[0]).toBe(given[0]);
  expect(placeTile(given, 'gone', { x: 0, y: 0, w: 2, h: 2 })).toBe(given);
});

it('lets others give way to where a tile is put', () => {
  const given = [tile('a', 0, 0), tile('b', 0, 2), tile('c', 4, 0)];
  const at = (placed: readonly GridTile[]) => placed.map(({ place: { x, y } }) => `${x},${y}`);
  expect(at(placeTile(given, 'c', { x: 0, y: 0, w: 4, h: 2 }))).toEqual(['0,2', '0,4', '0,0']);
  expect(at(placeTile(given, 'a', { x: 0, y: 2, w: 4, h: 2 }))).toEqual(['0,2', '0,0', '4,0']);
  expect(at(placeTile(given, 'a', { x: 0, y: 0, w: 8, h: 3 }))).toEqual(['0,0', '0,3', '4,3']);
});

it('goes past the next tile with every press of an arrow key, and back', () => {
  fc.assert(
    fc.property(tiles, fc.nat({ max: 8 }), (given, index) => {
      const compact = compactTiles(given);
      const id = `t${index}`;
      const own = compact.find((one) => one.id === id);
      const down = stepTile(compact, id, 'down');
      expectSound(down, given);
      const isLast = !compact.some(
        ({ place: b }) =>
          own && b.y > own.place.y && b.x < own.place.x + own.place.w && own.place.x < b.x + b.w,
      );
      expect(down === compact).toBe(isLast || !own);
      expectSound(stepTile(compact, id, 'up'), given);
      expectSound(stepTile(compact, id, 'forth'), given);
    }),
  );
  const pile = [tile('a', 0, 0, 4, 2), tile('b', 0, 2, 4, 9), tile('c', 0, 11, 4, 2)];
  const ys = (placed: readonly GridTile[]) => placed.map(({ place: { y } }) => y);
  expect(ys(stepTile(pile, 'a', 'down'))).toEqual([9, 0, 11]);
  expect(ys(stepTile(pile, 'c', 'up'))).toEqual([0, 4, 2]);
});

it('has room for a new tile below everything', () => {
  expect(freePlace([tile('a', 0, 0, 4, 5)])).toEqual({ x: 0, y: 5, w: 6, h: 6 });
  expect(freePlace([])).toEqual({ x: 0, y: 0, w: 6, h: 6 });
});
