import type { BarPaint } from './timeline-theme.ts';

/** One colour, in both notations. */
export type SliverPaint = Pick<BarPaint, 'solid' | 'pixel'>;

/** Bars that are all edge, as they are painted where lanes hold many: on whole pixels, so that none of them is a blur. */
export interface Slivers {
  /**
   * Takes the pixels that a sliver touches, at least one.
   *
   * @param isWorst - stays, whatever else shares its pixels.
   */
  add(lane: number, left: number, right: number, paint: SliverPaint, isWorst: boolean): void;
  /** To be called when all of them were added: some may not be painted before. */
  finish(): void;
}

/** Where the bars of a lane are. */
export interface LaneBox {
  readonly y: number;
  readonly height: number;
}
