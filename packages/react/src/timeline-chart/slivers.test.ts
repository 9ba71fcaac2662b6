import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawStrips } from './draw-strips.ts';
import { SliverRects } from './sliver-rects.ts';
import { SliverStrips } from './sliver-strips.ts';
import type { Slivers } from './slivers.ts';
import type { Surface } from './surface.ts';

const WIDTH = 30;
const LEFT = 7;

const someSlivers = fc.array(
  fc.record({
    lane: fc.nat(2),
    left: fc.double({ min: -1, max: WIDTH - 1, noNaN: true }),
    width: fc.double({ min: 0, max: 4, noNaN: true }),
    kind: fc.nat(3),
  }),
  { maxLength: 40 },
);
const RED = { solid: '#b3261e', pixel: 0xb3261e };
const COLORS = [
  { solid: '#112233', pixel: 0x112233 },
  { solid: '#445566', pixel: 0x445566 },
  { solid: '#778899', pixel: 0x778899 },
  RED,
];

it('looks the same whether slivers are painted as rectangles or as pixels', () => {
  fc.assert(
    fc.property(someSlivers, (slivers) => {
      const paint = (make: (surface: Surface) => Slivers) => {
        const pixels = new Map<string, string>();
        const rect: Surface['rect'] = (x, y, width, height, color) => {
          for (let at = x; at < x + width; at += 1) pixels.set(`${at} ${y} ${height}`, color);
        };
        const target = make({ rect, strips: (x, strips) => drawStrips(rect, x, strips) } as Surface);
        for (const { lane, left, width, kind } of slivers) {
          target.add(lane, left, Math.min(WIDTH, left + width), COLORS[kind] ?? RED, kind === 3);
        }
        target.finish();
        return pixels;
      };
      const boxOf = (lane: number) => ({ y: 10 * lane, height: 8 });
      const strips = paint((surface) => new SliverStrips(surface, LEFT, WIDTH, boxOf));
      expect(paint((surface) => new SliverRects(surface, LEFT, boxOf))).toEqual(strips);
    }),
  );
});
