import type { LaneBox, SliverPaint, Slivers } from './slivers.ts';
import type { Strip, Surface } from './surface.ts';

/** Nothing is painted there. */
const NOTHING = -1;

/**
 * Slivers of lanes, collected as pixels. Where a lane holds thousands of them, a rectangle for each costs a browser
 * more than everything else; a row of pixels costs the same however many there are.
 *
 * ```
 *   lane 0   ▏▏▕▏▎▏ ▏▏▏    →   one row of colours, stretched to the lane's height
 *   lane 1   ▏  ▕▏▏▏▏▏▏    →   another
 * ```
 */
export class SliverStrips implements Slivers {
  readonly #surface: Surface;
  readonly #x: number;
  readonly #width: number;
  readonly #boxOf: (lane: number) => LaneBox;
  readonly #strips = new Map<number, Strip>();
  #lane = -1;
  #colors: Int32Array = new Int32Array(0);

  /**
   * @param x - left edge of the lanes.
   * @param width - CSS pixels of the lanes.
   * @param boxOf - where a lane's bars are.
   */
  constructor(surface: Surface, x: number, width: number, boxOf: (lane: number) => LaneBox) {
    this.#surface = surface;
    this.#x = x;
    this.#width = Math.ceil(width);
    this.#boxOf = boxOf;
  }

  add(lane: number, left: number, right: number, { pixel }: SliverPaint, isWorst: boolean): void {
    if (lane !== this.#lane) this.#enter(lane);
    const first = Math.max(0, Math.floor(left));
    const last = Math.min(this.#width, Math.max(first + 1, Math.round(right)));
    const value = pixel | (isWorst ? WORST : 0);
    for (let x = first; x < last; x += 1) {
      const before = this.#colors[x] as number;
      if (before === NOTHING || (before & WORST) === 0) this.#colors[x] = value;
    }
  }

  finish(): void {
    this.#surface.strips(this.#x, [...this.#strips.values()]);
  }

  #enter(lane: number): void {
    let strip = this.#strips.get(lane);
    if (!strip) {
      strip = { ...this.#boxOf(lane), colors: new Int32Array(this.#width).fill(NOTHING) };
      this.#strips.set(lane, strip);
    }
    this.#lane = lane;
    this.#colors = strip.colors;
  }
}

const WORST = 1 << 24;
