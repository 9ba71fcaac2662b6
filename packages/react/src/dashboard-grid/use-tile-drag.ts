'use client';

import { useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { GRID_COLUMNS, placeTile, stepTile } from '@oriel/core';
import type { GridPlace, GridTile } from '@oriel/core';

interface UseTileDragOptions<Tile extends GridTile> {
  tiles: readonly Tile[];
  /** The tiles after a move by keyboard, or when a drag ends. */
  onPlace: (tiles: readonly Tile[], id: string) => void;
}

interface Drag {
  readonly id: string;
  readonly mode: 'move' | 'resize';
  /** Where the pointer began, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly from: GridPlace;
  readonly to: GridPlace;
}

/** Tiles that are moved and resized by pointer and by keyboard: while one is dragged, `tiles` is how they would lie. */
export function useTileDrag<Tile extends GridTile>({ tiles, onPlace }: UseTileDragOptions<Tile>) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const shown = drag ? placeTile(tiles, drag.id, drag.to) : tiles;

  function begin(event: PointerEvent<HTMLElement>, tile: Tile, mode: Drag['mode']) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    setDrag({ id: tile.id, mode, x: event.clientX, y: event.clientY, from: tile.place, to: tile.place });
  }

  function move(event: PointerEvent<HTMLElement>) {
    const grid = event.currentTarget.closest<HTMLElement>('[data-grid]');
    if (!drag || !grid) return;
    const { columnGap, rowGap, gridAutoRows, direction, paddingInline } = getComputedStyle(grid);
    const gap = Number.parseFloat(columnGap) || 0;
    const inner = grid.clientWidth - 2 * (Number.parseFloat(paddingInline) || 0);
    const column = (inner + gap) / GRID_COLUMNS;
    const row = Number.parseFloat(gridAutoRows) + (Number.parseFloat(rowGap) || 0);
    const across = Math.round(((event.clientX - drag.x) / column) * (direction === 'rtl' ? -1 : 1));
    const down = Math.round((event.clientY - drag.y) / row);
    const { x, y, w, h } = drag.from;
    const to =
      drag.mode === 'move' ? { x: x + across, y: y + down, w, h } : { x, y, w: w + across, h: h + down };
    if (JSON.stringify(to) !== JSON.stringify(drag.to)) setDrag({ ...drag, to });
  }

  function end() {
    if (!drag) return;
    setDrag(null);
    if (shown !== tiles) onPlace(shown, drag.id);
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, tile: Tile) {
    if (event.key === 'Escape' && drag) {
      setDrag(null);
      return;
    }
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const forth = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
    const { place } = tile;
    const placed = event.shiftKey
      ? {
          [forth]: () => placeTile(tiles, tile.id, { ...place, w: place.w + 1 }),
          [back]: () => placeTile(tiles, tile.id, { ...place, w: place.w - 1 }),
          ArrowDown: () => placeTile(tiles, tile.id, { ...place, h: place.h + 1 }),
          ArrowUp: () => placeTile(tiles, tile.id, { ...place, h: place.h - 1 }),
        }[event.key]
      : {
          [forth]: () => stepTile(tiles, tile.id, 'forth'),
          [back]: () => stepTile(tiles, tile.id, 'back'),
          ArrowDown: () => stepTile(tiles, tile.id, 'down'),
          ArrowUp: () => stepTile(tiles, tile.id, 'up'),
        }[event.key];
    if (!placed) return;
    event.preventDefault();
    onPlace(placed(), tile.id);
  }

  const handleProps = (tile: Tile, mode: Drag['mode']) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => begin(event, tile, mode),
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: () => setDrag(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, tile),
  });

  return { tiles: shown, draggedId: drag?.id ?? null, handleProps };
}
