import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../model/observation.ts';
import { drawTrace, traceStructure } from '../../testing/index.ts';
import { layoutTraceTree } from '../trace-tree/layout-trace-tree.ts';
import { traceTreeNodeId } from '../trace-tree/trace-tree-node-id.ts';
import { compressGaps } from './compress-gaps.ts';
import { layoutTimeline } from './layout-timeline.ts';
import { createTimeScale } from './time-scale.ts';
import type { CompressedGap } from './time-scale.ts';
import type { TimelineFrame } from './timeline-frame.ts';
import { timelineExtent } from './timeline-viewport.ts';
import { visitBars } from './visit-bars.ts';

/** Any trace at all: steps side by side, of no length, without an end, and with parents that start later or are lost. */
const anyObservations = fc
  .array(
    fc.record({
      start: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0, max: 60_000, noNaN: true })),
      length: fc.oneof(
        fc.constant(0),
        fc.constant(null),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.double({ min: 0, max: 20_000, noNaN: true }),
      ),
      parent: fc.integer({ min: -2, max: 60 }),
      isEvent: fc.boolean(),
      level: fc.constantFrom('DEBUG' as const, 'DEFAULT' as const, 'WARNING' as const, 'ERROR' as const),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((steps) => {
    const [first] = traceStructure(drawTrace('llm |=')).observations as [Observation];
    return steps.map(({ start, length, parent, isEvent, level }, index) => ({
      ...first,
      id: `step-${index}`,
      parentId: parent < 0 ? null : `step-${parent}`,
      type: isEvent ? ('EVENT' as const) : ('SPAN' as const),
      startTime: start,
      endTime: length === null || isEvent ? null : start + length,
      completionStartTime: length === null ? null : start + length / 3,
      level,
    }));
  });

const anyWindow = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  /** From all of it down to a ten-millionth. */
  power: fc.double({ min: -7, max: 0, noNaN: true }),
  width: fc.integer({ min: 60, max: 3000 }),
});

describe('a timeline', () => {
  it('takes no room for first tokens that nobody measured, and keeps those that somebody did', () => {
    const { observations } = traceStructure(drawTrace('llm |=='));
    const [llm] = observations as [Observation];
    const layout = (completionStartTime: number | null) =>
      layoutTimeline(layoutTraceTree({ observations: [{ ...llm, completionStartTime }] }));

    expect(layout(null).firstToken).toHaveLength(0);
    expect([...layout(llm.startTime + 1).firstToken]).toEqual([1]);
  });

  it.each(['rows', 'lanes'] as const)(
    'draws every observation exactly once at full zoom, with both edges within a pixel of its times, as %s',
    (mode) => {
      fc.assert(
        fc.property(
          anyObservations,
          anyWindow,
          fc.boolean(),
          fc.nat(50_000),
          (observations, window, isCompressed, now) => {
            const tree = layoutTraceTree({ observations });
            const layout = layoutTimeline(tree, { mode });
            const gaps = isCompressed ? compressGaps(layout) : [];
            const extent = timelineExtent(layout, now);
            const whole = frameOf({ layout, gaps, extent, start: 0, end: extent, width: window.width });
            const drawn = drawnBars(whole);
            const everyId = observations.map(({ id }) => id).toSorted();
            expect([...drawn.keys()].map((row) => traceTreeNodeId(tree, row) ?? '').toSorted()).toEqual(
              everyId,
            );
            expectEdges(whole, drawn);

            // Any window within the drawing.
            const length = bend(gaps, extent) * 10 ** window.power;
            const left = window.from * (bend(gaps, extent) - length);
            const scale = createTimeScale(gaps);
            const zoomed = frameOf({
              layout,
              gaps,
              extent,
              start: scale.toTime(left),
              end: scale.toTime(left + length),
              width: window.width,
            });
            const seen = drawnBars(zoomed);
            expectEdges(zoomed, seen);
            for (let row = 0; row < tree.rowCount; row += 1) {
              const [from, to] = expectedEdges(zoomed, row);
              const isInView = to >= 0 && from <= window.width;
              expect(seen.has(row) || !isInView).toBe(true);
            }
          },
        ),
        { numRuns: 300 },
      );
    },
  );

  it('never lets bars of one lane overlap, and keeps children below their parents', () => {
    fc.assert(
      fc.property(anyObservations, (observations) => {
        const tree = layoutTraceTree({ observations });
        const { lane, laneStart, laneCount, bars, start, end } = layoutTimeline(tree, { mode: 'lanes' });
        for (let index = 0; index < laneCount; index += 1) {
          const inLane = [...bars.subarray(laneStart[index], laneStart[index + 1])];
          inLane.slice(1).forEach((row, place) => {
            expect(start[row]).toBeGreaterThanOrEqual(end[inLane[place] ?? -1] ?? Infinity);
          });
        }
        for (let row = 0; row < tree.rowCount; row += 1) {
          const parent = tree.parent[row] ?? -1;
          expect(lane[row]).toBeGreaterThan(lane[parent] ?? -1);
        }
      }),
    );
  });

  it('paints bars that share a pixel as the worst of them, and counts them', () => {
    fc.assert(
      fc.property(anyObservations, fc.integer({ min: 1, max: 40 }), (observations, width) => {
        const layout = layoutTimeline(layoutTraceTree({ observations }), { mode: 'lanes' });
        const extent = timelineExtent(layout);
        const frame = frameOf({ layout, gaps: [], extent, start: 0, end: extent, width });
        visitBars(frame, (row, _left, _right, _lane, place, count) => {
          const levels = [...layout.bars.subarray(place, place + count)].map(
            (each) => layout.level[each] ?? 0,
          );
          expect(layout.level[row]).toBe(Math.max(...levels));
          expect(layout.bars[place + levels.indexOf(Math.max(...levels))]).toBe(row);
        });
      }),
    );
  });

  it('draws at most two things per pixel and lane, however many bars there are', () => {
    const [first] = traceStructure(drawTrace('llm |=')).observations as [Observation];
    const observations = Array.from({ length: 50_000 }, (_, index) => ({
      ...first,
      id: `${index}`,
      startTime: index,
      endTime: index + 0.5,
    }));
    const layout = layoutTimeline(layoutTraceTree({ observations }), { mode: 'lanes' });
    expect(layout.laneCount).toBe(1);
    let visits = 0;
    let bars = 0;
    visitBars(frameOf({ layout, gaps: [], extent: 50_000, start: 0, end: 50_000, width: 100 }), (...bar) => {
      visits += 1;
      bars += bar[5];
    });
    expect(bars).toBe(50_000);
    expect(visits).toBeLessThanOrEqual(200);
  });

  it('packs 100,000 branches that run side by side without a search through all lanes', () => {
    const [first] = traceStructure(drawTrace('llm |=')).observations as [Observation];
    const observations = Array.from({ length: 100_000 }, (_, index) => ({
      ...first,
      id: `${index}`,
      startTime: index,
      endTime: 1_000_000,
    }));

    expect(layoutTimeline(layoutTraceTree({ observations }), { mode: 'lanes' }).laneCount).toBe(100_000);
  });
});

function frameOf({
  gaps,
  start,
  end,
  ...rest
}: Pick<TimelineFrame, 'layout' | 'extent' | 'width'> & {
  gaps: readonly CompressedGap[];
  start: number;
  end: number;
}): TimelineFrame {
  const height = 10 * Math.max(1, rest.layout.laneCount);
  return {
    ...rest,
    height,
    scale: createTimeScale(gaps),
    viewport: { start, end, top: 0, laneHeight: 10 },
  };
}

/** Edges of every row that is drawn, alone or together with others; fails when one is drawn twice. */
function drawnBars(frame: TimelineFrame): Map<number, [left: number, right: number]> {
  const drawn = new Map<number, [number, number]>();
  visitBars(frame, (_row, left, right, lane, place, count) => {
    for (const row of frame.layout.bars.subarray(place, place + count)) {
      expect(frame.layout.lane[row]).toBe(lane);
      expect(drawn.has(row)).toBe(false);
      drawn.set(row, [left, right]);
    }
  });
  return drawn;
}

function expectEdges(frame: TimelineFrame, drawn: Map<number, [left: number, right: number]>): void {
  for (const [row, [left, right]] of drawn) {
    const [expectedLeft, expectedRight] = expectedEdges(frame, row);
    expect(distance(left, expectedLeft)).toBeLessThanOrEqual(1.001);
    expect(distance(right, expectedRight)).toBeLessThanOrEqual(1.001);
  }
}

/** Where an edge is far out of view, doubles are not exact to a pixel; nobody sees it there. */
function distance(drawn: number, expected: number): number {
  return Math.abs(expected) < 1e6 ? Math.abs(drawn - expected) : 0;
}

/** The definition, without any of the machinery: time outside gaps counts fully, time inside them in proportion. */
function expectedEdges(
  { layout, scale, viewport, width, extent }: TimelineFrame,
  row: number,
): [left: number, right: number] {
  const from = bend(scale.gaps, viewport.start);
  const span = bend(scale.gaps, viewport.end) - from;
  const x = (time: number) => ((bend(scale.gaps, time) - from) / span) * width;
  return [x(layout.start[row] ?? 0), x(Math.min(extent, layout.end[row] ?? 0))];
}

function bend(gaps: readonly CompressedGap[], time: number): number {
  let saved = 0;
  for (const gap of gaps) {
    const inside = Math.min(gap.to, Math.max(gap.from, time)) - gap.from;
    saved += inside * (1 - gap.shown / (gap.to - gap.from));
  }
  return time - saved;
}
