import type { Strip } from './surface.ts';

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
export class SliverStrips {
  readonly #width: number;
  readonly #strips = new Map<number, Strip>();
  #lane = -1;
  #colors: Int32Array = new Int32Array(0);

  /** @param width - CSS pixels of the lanes. */
  constructor(width: number) {
    this.#width = Math.ceil(width);
  }

  /**
   * Paints the pixels that a sliver touches, at least one.
   *
   * @param box - where the lane's bars are.
   * @param isWorst - stays, whatever else shares its pixels.
   */
  add(lane: number, left: number, right: number, color: string, isWorst: boolean, box: () => LaneBox): void {
    if (lane !== this.#lane) this.#enter(lane, box);
    const first = Math.max(0, Math.floor(left));
    const last = Math.min(this.#width, Math.max(first + 1, Math.round(right)));
    const value = colorNumber(color) | (isWorst ? WORST : 0);
    for (let x = first; x < last; x += 1) {
      const before = this.#colors[x] as number;
      if (before === NOTHING || (before & WORST) === 0) this.#colors[x] = value;
    }
  }

  get strips(): readonly Strip[] {
    return [...this.#strips.values()];
  }

  #enter(lane: number, box: () => LaneBox): void {
    let strip = this.#strips.get(lane);
    if (!strip) {
      strip = { ...box(), colors: new Int32Array(this.#width).fill(NOTHING) };
      this.#strips.set(lane, strip);
    }
    this.#lane = lane;
    this.#colors = strip.colors;
  }
}

interface LaneBox {
  readonly y: number;
  readonly height: number;
}

const WORST = 1 << 24;
const numbers = new Map<string, number>();

/** `#rrggbb` as a number. */
function colorNumber(color: string): number {
  let value = numbers.get(color);
  if (value === undefined) {
    value = Number.parseInt(color.slice(1), 16);
    numbers.set(color, value);
  }
  return value;
}
