import type { Milliseconds } from '../../model/units.ts';
import type { TimeScale } from './time-scale.ts';
import type { TimelineLayout } from './timeline-layout.ts';

/** The whole timeline in a few columns, for an overview. */
export interface TimelineDensity {
  /** By column, from 0 to 1: how many steps ran at once, next to the busiest column. */
  readonly activity: Float32Array;
  /** By column: the worst level of what began there, as a place in `OBSERVATION_LEVELS`. */
  readonly level: Uint8Array;
}

/** Counts what ran, column by column, in one pass. Steps that have steps of their own do not count. */
export function timelineDensity(
  { tree, start, end, level: levelOf }: TimelineLayout,
  scale: TimeScale,
  extent: Milliseconds,
  columns: number,
): TimelineDensity {
  const { rowCount, childCount } = tree;
  const shownExtent = scale.toShown(extent);
  const columnOf = (time: Milliseconds) =>
    Math.min(columns - 1, Math.max(0, Math.floor((scale.toShown(time) / shownExtent) * columns)));
  const change = new Float32Array(columns + 1);
  const level = new Uint8Array(columns);
  for (let row = 0; row < rowCount; row += 1) {
    const first = columnOf(start[row] as number);
    if ((levelOf[row] as number) > (level[first] as number)) level[first] = levelOf[row] as number;
    if (childCount[row] !== 0) continue;
    change[first] = (change[first] as number) + 1;
    const after = columnOf(Math.min(extent, end[row] as number)) + 1;
    change[after] = (change[after] as number) - 1;
  }
  const activity = new Float32Array(columns);
  let running = 0;
  let busiest = 1;
  for (let column = 0; column < columns; column += 1) {
    running += change[column] as number;
    activity[column] = running;
    busiest = Math.max(busiest, running);
  }
  for (let column = 0; column < columns; column += 1)
    activity[column] = (activity[column] as number) / busiest;
  return { activity, level };
}
