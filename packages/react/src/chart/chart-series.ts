import type { GroupValue } from '@oriel/core';

/** Numbers of one thing, drawn as one line, one layer or one colour of bars. */
export interface ChartSeries {
  /** The same whenever the same thing is drawn. */
  readonly key: string;
  readonly label: string;
  /** One for each point; `null` is a gap. */
  readonly values: readonly (number | null)[];
  /** Everything that is not shown by itself: drawn grey. @defaultValue false */
  readonly isRest?: boolean | undefined;
  /** What is good and bad by itself has its own colour. @defaultValue the next of the palette */
  readonly tone?: ChartTone | undefined;
}

export type ChartTone = 'error' | 'warning' | 'plain' | 'quiet';

/** How many colours, dashes, markers and patterns there are before they begin again. */
const LOOKS = 8;

/** Attributes that give an element the looks of a series; css variables, dashes, markers and patterns do the rest. */
export interface SeriesLook {
  readonly 'data-look': number | 'rest';
  readonly 'data-tone': ChartTone | undefined;
}

/** The looks of the series at a place. */
export function seriesLook(
  { isRest = false, tone }: Pick<ChartSeries, 'isRest' | 'tone'>,
  place: number,
): SeriesLook {
  return { 'data-look': isRest ? 'rest' : place % LOOKS, 'data-tone': tone };
}

/** Levels are the one dimension whose values are good or bad in themselves. */
export function levelTone(
  dimension: string | undefined,
  value: GroupValue | undefined,
): ChartTone | undefined {
  if (dimension !== 'level') return undefined;
  return value === 'ERROR'
    ? 'error'
    : value === 'WARNING'
      ? 'warning'
      : value === 'DEBUG'
        ? 'quiet'
        : 'plain';
}
