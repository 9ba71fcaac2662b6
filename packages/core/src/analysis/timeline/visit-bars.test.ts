import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Observation } from '../../model/observation.ts';
import { drawTrace, traceStructure } from '../../testing/index.ts';
import { layoutTraceTree } from '../trace-tree/layout-trace-tree.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { createTimeScale } from './time-scale.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import { timelineExtent } from './timeline-viewport.ts';
import { visitBars } from './visit-bars.ts';

/** Hundreds of short steps in a few lanes: far more than there are pixels. */
const denseObservations = fc
  .array(
    fc.record({
      pause: fc.double({ min: 0, max: 4, noNaN: true }),
      length: fc.double({ min: 0, max: 3, noNaN: true }),
      level: fc.constantFrom('DEFAULT' as const, 'DEFAULT' as const, 'WARNING' as const, 'ERROR' as const),
    }),
    { minLength: 200, maxLength: 700 },
  )
  .map((steps) => {
    const [first] = traceStructure(drawTrace('llm |=')).observations as [Observation];
    let clock = 0;
    return steps.map(({ pause, length, level }, index) => {
      clock += pause;
      return { ...first, id: `${index}`, startTime: clock, endTime: clock + length, level };
    });
  });

/** Looks at every bar of every lane, one after the other. */
function groupsOneByOne({ layout, viewport, extent, width }: TimelineFrame): number[][] {
  const { bars, laneStart, laneCount, start, end, level } = layout;
  const pixelsPerMs = width / (viewport.end - viewport.start);
  const groups: number[][] = [];
  for (let lane = 0; lane < laneCount; lane += 1) {
    const stop = laneStart[lane + 1] ?? 0;
    let place = laneStart[lane] ?? 0;
    while (place < stop) {
      const row = bars[place] ?? -1;
      const left = ((start[row] ?? 0) - viewport.start) * pixelsPerMs;
      const right = (Math.min(extent, end[row] ?? 0) - viewport.start) * pixelsPerMs;
      let next = place + 1;
      if (right - left < 1) {
        const pixelEnd = viewport.start + (Math.floor(left) + 1) / pixelsPerMs;
        while (next < stop && (end[bars[next] ?? -1] ?? 0) <= pixelEnd) next += 1;
      }
      const rows = [...bars.subarray(place, next)];
      const worst = Math.max(...rows.map((each) => level[each] ?? 0));
      groups.push([rows.find((each) => level[each] === worst) ?? -1, place, next - place]);
      place = next;
    }
  }
  return groups;
}

it('finds the bars that share a pixel, and the worst of them, as if it looked at every bar', () => {
  fc.assert(
    fc.property(denseObservations, fc.integer({ min: 1, max: 400 }), (observations, width) => {
      const layout = layoutTimeline(layoutTraceTree({ observations }), { mode: 'lanes' });
      const extent = timelineExtent(layout);
      const viewport = { start: 0, end: extent, top: 0, laneHeight: 2 };
      const height = 2 * layout.laneCount;
      const frame = { layout, scale: createTimeScale(), viewport, width, height, extent };
      const visited: number[][] = [];
      visitBars(frame, (row, _left, _right, _lane, place, count) => visited.push([row, place, count]));

      expect(visited).toEqual(groupsOneByOne(frame));
    }),
  );
});
