'use client';

import { useState } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import { clampWidth } from './use-grid-columns.ts';
import type { GridColumns, LiveWidth } from './use-grid-columns.ts';

/** How far a pointer moves before it drags, in pixels: less is a click that trembles. */
const SLACK = 6;

interface Drop {
  readonly id: string;
  readonly side: 'before' | 'after';
}

interface HeaderGesturesOptions {
  live: LiveWidth | null;
  setLive: (live: LiveWidth | null) => void;
  widthOf: (id: string) => number;
  resize: (id: string, width: number) => void;
  place: GridColumns<unknown>['place'];
  onSort: (id: string) => void;
}

/** Dragging in the header: the edge of a name resizes its column, a name moves it, and a click orders by it. */
export function useHeaderGestures({ live, setLive, widthOf, resize, place, onSort }: HeaderGesturesOptions) {
  const [draggedId, setDraggedId] = useState<string | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);

  function startResize(event: ReactPointerEvent<HTMLElement>, id: string) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const forwards = isMirrored(event.currentTarget) ? -1 : 1;
    const from = event.clientX;
    const rendered = event.currentTarget.parentElement?.getBoundingClientRect().width ?? widthOf(id);
    let width = rendered;
    follow(event.currentTarget, event.pointerId, {
      move: ({ clientX }) => {
        width = clampWidth(rendered + (clientX - from) * forwards);
        setLive({ id, width });
      },
      end: (isDone) => {
        setLive(null);
        if (isDone && width !== rendered) resize(id, width);
      },
    });
  }

  function startMove(event: ReactPointerEvent<HTMLElement>, id: string) {
    if (event.button !== 0) return;
    const heading = event.currentTarget;
    const from = event.clientX;
    let isDragging = false;
    let target: Drop | null = null;
    follow(heading, event.pointerId, {
      move: ({ clientX, clientY }) => {
        if (!isDragging && Math.abs(clientX - from) < SLACK) return;
        isDragging = true;
        setDraggedId(id);
        target = dropAt(heading, clientX, clientY);
        setDrop(target);
      },
      end: (isDone) => {
        setDraggedId(null);
        setDrop(null);
        if (!isDone) return;
        if (!isDragging) onSort(id);
        else if (target && target.id !== id) place(id, target.id, target.side === 'after');
      },
    });
  }

  return { live, drop, draggedId, startResize, startMove };
}

export type HeaderGestures = ReturnType<typeof useHeaderGestures>;

export function isMirrored(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}

/** The edge of a column that a pointer is nearest to. */
function dropAt(heading: HTMLElement, x: number, y: number): Drop | null {
  const over = document
    .elementsFromPoint(x, y)
    .find((element) => element.matches('[role=columnheader][data-column]'));
  const id = (over as HTMLElement | undefined)?.dataset['column'];
  if (!over || id === undefined || over.parentElement !== heading.parentElement || id.startsWith('$'))
    return null;
  const { left, width } = over.getBoundingClientRect();
  const isFar = x > left + width / 2;
  return { id, side: isFar === isMirrored(over) ? 'before' : 'after' };
}

interface Gesture {
  move: (event: PointerEvent) => void;
  /** @param isDone - `false` when it was cancelled. */
  end: (isDone: boolean) => void;
}

/** Follows one pointer until it is let go, or Escape is pressed. */
function follow(element: HTMLElement, pointerId: number, { move, end }: Gesture) {
  const stopping = new AbortController();
  const stop = (isDone: boolean) => {
    stopping.abort();
    end(isDone);
  };
  const { signal } = stopping;
  const of = (call: (event: PointerEvent) => void) => (event: PointerEvent) => {
    if (event.pointerId === pointerId) call(event);
  };
  const page = element.ownerDocument;
  page.addEventListener('pointermove', of(move), { signal });
  page.addEventListener(
    'pointerup',
    of(() => stop(true)),
    { signal },
  );
  page.addEventListener(
    'pointercancel',
    of(() => stop(false)),
    { signal },
  );
  page.addEventListener('keydown', ({ key }) => key === 'Escape' && stop(false), { signal });
}
