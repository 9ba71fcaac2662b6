'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { JsonOutline } from '@oriel/core';
import type { JsonPath, JsonValue } from '@oriel/core';
import { runInSlices } from './run-in-slices.ts';

/** An outline of a value that can be folded: which lines there are, which one is active, and what moves both. */
export function useJsonOutline(value: JsonValue) {
  const outline = useMemo(() => new JsonOutline(value), [value]);
  // The outline changes in place: copying what is open of a million lines on every click would be felt.
  const [, setVersion] = useState(0);
  const [active, setActive] = useState<{ outline: JsonOutline; path: JsonPath }>({ outline, path: [] });
  const stop = useRef<(() => void) | null>(null);

  useEffect(() => () => stop.current?.(), []);

  const changed = () => setVersion((version) => version + 1);
  const activePath = active.outline === outline ? active.path : [];
  const activate = (path: JsonPath) => setActive({ outline, path });

  return {
    outline,
    activePath,
    activeIndex: outline.indexOf(activePath),
    activate,
    setOpen(path: JsonPath, isOpen: boolean) {
      outline.setOpen(path, isOpen);
      changed();
    },
    /** Opens what is around a place and makes it active; says which line it is on. */
    reveal(path: JsonPath): number {
      const index = outline.reveal(path);
      activate(path);
      return index;
    },
    foldAll: () => {
      stop.current?.();
      outline.foldAll();
      activate([]);
      changed();
    },
    openLevel: () => {
      stop.current?.();
      stop.current = runInSlices(outline.openLevel(), changed);
    },
  };
}

/** What {@link useJsonOutline} gives. */
export type FoldableOutline = ReturnType<typeof useJsonOutline>;
