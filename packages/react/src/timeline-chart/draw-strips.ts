import type { Strip, Surface } from './surface.ts';

/** Draws strips as rectangles, one per stretch of the same colour. */
export function drawStrips(rect: Surface['rect'], x: number, strips: readonly Strip[]): void {
  for (const { y, height, colors } of strips) {
    let from = 0;
    for (let to = 1; to <= colors.length; to += 1) {
      if (to < colors.length && colors[to] === colors[from]) continue;
      const color = colors[from] as number;
      if (color >= 0) rect(x + from, y, to - from, height, hex(color));
      from = to;
    }
  }
}

function hex(color: number): string {
  return `#${(color & 0xff_ff_ff).toString(16).padStart(6, '0')}`;
}
