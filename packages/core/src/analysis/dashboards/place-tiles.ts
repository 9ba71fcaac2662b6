/** Where something stands on a grid, in columns from the inline start and rows from the top. */
export interface GridPlace {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Something on a grid. */
export interface GridTile {
  readonly id: string;
  readonly place: GridPlace;
}

export const GRID_COLUMNS = 12;
/** Least columns and rows of a tile. */
export const MIN_TILE = 2;
/** Most rows of a tile. */
const MAX_TILE_ROWS = 24;

/**
 * Puts every tile onto the grid, none over another and none higher than it can stand: tiles fall up, in the order of
 * reading.
 *
 *     ┌──┐                ┌──┐┌──┐
 *     │a │                │a ││b │
 *     └──┘   ┌──┐    →    └──┘└──┘
 *            │b │         ┌─────┐
 *     ┌─────┐└──┘         │c    │
 *     │c    │             └─────┘
 *     └─────┘
 */
export function compactTiles<Tile extends GridTile>(tiles: readonly Tile[]): readonly Tile[] {
  return settle(tiles.toSorted(inReadingOrder), tiles);
}

/**
 * Moves or resizes a tile. What it is put onto gives way, below it or above; then everything falls up again.
 *
 * @param place - wanted; kept inside of the grid.
 */
export function placeTile<Tile extends GridTile>(
  tiles: readonly Tile[],
  id: string,
  place: GridPlace,
): readonly Tile[] {
  const before = tiles.find((tile) => tile.id === id);
  if (!before) return tiles;
  const wanted = fitPlace(place);
  const moved = { ...before, place: wanted };
  const order = tiles.filter((tile) => tile !== before).toSorted(inReadingOrder);
  const inTheWay = (tile: GridTile) => sharesColumns(wanted, tile.place);
  const middle = ({ place: { y, h } }: GridTile) => y + h / 2;
  // Downwards it comes past those whose middle its lower edge has passed; else it stands before those it is not below.
  const index =
    wanted.y > before.place.y
      ? order.findLastIndex((tile) => inTheWay(tile) && wanted.y + wanted.h > middle(tile)) + 1
      : order.findIndex((tile) => inTheWay(tile) && wanted.y < middle(tile));
  return settle(order.toSpliced(index < 0 ? order.length : index, 0, moved), tiles);
}

/** A step of a tile, as an arrow key asks for it: sideways by a column, up and down past the next tile there. */
export function stepTile<Tile extends GridTile>(
  tiles: readonly Tile[],
  id: string,
  step: 'back' | 'forth' | 'up' | 'down',
): readonly Tile[] {
  const own = tiles.find((tile) => tile.id === id)?.place;
  if (!own) return tiles;
  const { x, y } = own;
  if (step === 'back') return placeTile(tiles, id, { ...own, x: x - 1 });
  if (step === 'forth') return placeTile(tiles, id, { ...own, x: x + 1 });
  const others = tiles
    .filter((tile) => tile.id !== id && sharesColumns(own, tile.place))
    .map(({ place }) => place);
  if (step === 'up') {
    const above = others.filter((place) => place.y < y).map((place) => place.y);
    return above.length === 0 ? tiles : placeTile(tiles, id, { ...own, y: Math.max(...above) });
  }
  const below = others.filter((place) => place.y > y).toSorted((a, b) => a.y - b.y)[0];
  return below ? placeTile(tiles, id, { ...own, y: below.y + below.h - own.h }) : tiles;
}

/** A place for a new tile: below everything, at the inline start. */
export function freePlace(tiles: readonly GridTile[], w = 6, h = 6): GridPlace {
  return { x: 0, y: tiles.reduce((bottom, { place }) => Math.max(bottom, place.y + place.h), 0), w, h };
}

/** The place inside of the grid that is closest to the wanted one. */
function fitPlace({ x, y, w, h }: GridPlace): GridPlace {
  const whole = (value: number, least: number, most: number) =>
    Math.max(least, Math.min(most, Number.isFinite(value) ? Math.round(value) : least));
  const width = whole(w, MIN_TILE, GRID_COLUMNS);
  return {
    x: whole(x, 0, GRID_COLUMNS - width),
    y: whole(y, 0, Number.MAX_SAFE_INTEGER),
    w: width,
    h: whole(h, MIN_TILE, MAX_TILE_ROWS),
  };
}

/** Lets tiles fall up one by one; the answer is in the order of `original`. */
function settle<Tile extends GridTile>(ordered: readonly Tile[], original: readonly Tile[]): readonly Tile[] {
  /** How far down each column is taken. */
  const taken = Array.from({ length: GRID_COLUMNS }, () => 0);
  const settled = new Map<string, Tile>();
  for (const tile of ordered) {
    const { x, w, h } = fitPlace(tile.place);
    const y = Math.max(...taken.slice(x, x + w));
    taken.fill(y + h, x, x + w);
    const { place } = tile;
    const isThere = place.x === x && place.y === y && place.w === w && place.h === h;
    settled.set(tile.id, isThere ? tile : { ...tile, place: { x, y, w, h } });
  }
  return original.map((tile) => settled.get(tile.id) ?? tile);
}

function inReadingOrder(a: GridTile, b: GridTile): number {
  return a.place.y - b.place.y || a.place.x - b.place.x || (a.id < b.id ? -1 : 1);
}

function sharesColumns(a: GridPlace, b: GridPlace): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w;
}
