import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FreeLanes } from './free-lanes.ts';

const anyBars = fc.array(
  fc.record({
    above: fc.integer({ min: 0, max: 40 }),
    start: fc.integer({ min: 0, max: 100 }),
    length: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.constant(Infinity)),
  }),
  { maxLength: 300 },
);

describe('free lanes', () => {
  it('are the ones that a search through all lanes finds', () => {
    fc.assert(
      fc.property(anyBars, (bars) => {
        const free = new FreeLanes();
        const freeFrom: number[] = [];
        for (const { above, start, length } of bars) {
          let wanted = above;
          while ((freeFrom[wanted] ?? -Infinity) > start) wanted += 1;
          const found = free.firstFree(above, start);
          expect(found).toBe(wanted);
          free.occupy(found, start + length);
          freeFrom[wanted] = start + length;
        }
      }),
    );
  });
});
