'use client';

import { useEffect, useState } from 'react';
import { searchJson } from '@oriel/core';
import type { JsonPath, JsonValue } from '@oriel/core';
import { runInSlices } from './run-in-slices.ts';

interface Found {
  readonly value: JsonValue;
  readonly text: string;
  readonly matches: readonly JsonPath[];
  readonly isComplete: boolean;
}

/** Keys typed within this time make one search. */
const PAUSE_MS = 120;

/** Looks through a value of any size while the page stays awake. */
export function useJsonSearch(value: JsonValue, text: string, onFirst: (path: JsonPath) => void) {
  const [found, setFound] = useState<Found | null>(null);
  const [place, setPlace] = useState(0);

  useEffect(() => {
    if (text === '') return undefined;
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = runInSlices(searchJson(value, text), (matches) => {
        setPlace(0);
        setFound({ value, text, matches, isComplete: true });
        const [first] = matches;
        if (first) onFirst(first);
      });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
    // `onFirst` is only called, never watched: a search belongs to its text and value.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [value, text]);

  const isCurrent = found !== null && found.value === value && found.text === text;
  const matches = isCurrent ? found.matches : [];
  return {
    matches,
    place: Math.min(place, Math.max(0, matches.length - 1)),
    isSearching: text !== '' && !isCurrent,
    /** Goes on by so many matches, around the ends; answers where that is. */
    step(by: number): JsonPath | undefined {
      if (matches.length === 0) return undefined;
      const next = (place + by + matches.length) % matches.length;
      setPlace(next);
      return matches[next];
    },
  };
}
