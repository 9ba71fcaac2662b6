import { filterTextParts } from '@oriel/core';
import type { FilterTextError, View } from '@oriel/core';

/** A stretch of a text that is drawn in one way. */
export interface TextMark {
  readonly start: number;
  readonly text: string;
  /** It belongs to a condition with a key. */
  readonly isCondition: boolean;
  readonly isMistake: boolean;
}

/** Splits a text where its look changes. A mistake without length, where something is missing, marks the letter before it. */
export function textMarks(text: string, view: View, mistakes: readonly FilterTextError[]): TextMark[] {
  const conditions = (filterTextParts(text, view) ?? [])
    .filter(({ filter }) => !('search' in filter))
    .map(({ start, end }) => [start, end] as const);
  const wrong = mistakes.map(({ position, length }) =>
    length > 0
      ? ([position, position + length] as const)
      : ([Math.max(0, position - 1), Math.max(1, position)] as const),
  );
  const edges = [0, text.length, ...conditions.flat(), ...wrong.flat()].filter((edge) => edge <= text.length);
  const sorted = [...new Set(edges)].toSorted((a, b) => a - b);
  const isIn = (ranges: readonly (readonly [number, number])[], place: number) =>
    ranges.some(([start, end]) => place >= start && place < end);
  return sorted.slice(0, -1).map((start, index) => ({
    start,
    text: text.slice(start, sorted[index + 1]),
    isCondition: isIn(conditions, start),
    isMistake: isIn(wrong, start),
  }));
}
