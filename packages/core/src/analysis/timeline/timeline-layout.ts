import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import type { EpochMs, Milliseconds } from '../../model/units.ts';

/** `rows`: one lane per node, as in the tree. `lanes`: as many bars per lane as follow each other. */
export type TimelineMode = 'rows' | 'lanes';

/**
 * Bars of a trace in lanes, from top to bottom. A bar is a row of the tree. Facts per row are typed arrays, so that
 * 100,000 bars cost 3.4 MB, 2.6 MB where nobody measured first tokens; within a lane bars never overlap, so that both edges grow along it and anything in it is
 * found by halving.
 */
export interface TimelineLayout {
  readonly tree: TraceTreeLayout;
  readonly mode: TimelineMode;
  /** The earliest start; every time below counts from here. */
  readonly origin: EpochMs;
  /** The latest time that is known. */
  readonly lastEdge: Milliseconds;
  /** A bar has no end yet. */
  readonly hasRunning: boolean;
  /** By row. */
  readonly start: Float64Array;
  /** By row. The start itself for a moment, `Infinity` while running. */
  readonly end: Float64Array;
  /** By row: 1 where no end was sent, because it runs or because its end was lost. */
  readonly isOpen: Uint8Array;
  /** By row, within the bar; `NaN` where nobody measured it. Empty when nobody measured any. */
  readonly firstToken: Float64Array;
  /** By row: 0 for the trace itself, else one more than the place in `OBSERVATION_TYPES`. */
  readonly kind: Uint8Array;
  /** By row: place in `OBSERVATION_LEVELS`. */
  readonly level: Uint8Array;
  /** By row; -1 for rows that are folded away. */
  readonly lane: Int32Array;
  readonly laneCount: number;
  /** Rows by lane, in each by time. */
  readonly bars: Int32Array;
  /** Place in `bars` where each lane begins, and one more where the last one ends. */
  readonly laneStart: Int32Array;
  /** When the last of each 16 places of `bars` ends; empty where a lane holds one bar. */
  readonly blockEnd: Float64Array;
  /** The worst level among 16, 256, 4,096, … places of `bars`; empty where a lane holds one bar. */
  readonly worst: readonly Uint8Array[];
}
