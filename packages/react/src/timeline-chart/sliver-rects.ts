import type { LaneBox, SliverPaint, Slivers } from './slivers.ts';
import type { Surface } from './surface.ts';

/** Slivers as rectangles: while they are few, that takes less than the pixels of `SliverStrips`, and looks the same. */
export class SliverRects implements Slivers {
  readonly #surface: Surface;
  readonly #x: number;
  readonly #boxOf: (lane: number) => LaneBox;
  readonly #worst: (() => void)[] = [];

  /**
   * @param x - left edge of the lanes.
   * @param boxOf - where a lane's bars are.
   */
  constructor(surface: Surface, x: number, boxOf: (lane: number) => LaneBox) {
    this.#surface = surface;
    this.#x = x;
    this.#boxOf = boxOf;
  }

  add(lane: number, left: number, right: number, { solid }: SliverPaint, isWorst: boolean): void {
    const first = Math.max(0, Math.floor(left));
    const width = Math.max(1, Math.round(right) - first);
    const { y, height } = this.#boxOf(lane);
    const paint = () => this.#surface.rect(this.#x + first, y, width, height, solid);
    if (isWorst) this.#worst.push(paint);
    else paint();
  }

  finish(): void {
    for (const paint of this.#worst) paint();
  }
}
