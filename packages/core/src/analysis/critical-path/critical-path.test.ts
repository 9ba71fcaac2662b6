import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ObservationPatch } from '../../model/patch.ts';
import { drawTrace } from '../../testing/draw-trace.ts';
import { generateTrace } from '../../testing/generate-trace.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { layoutTraceTree } from '../trace-tree/layout-trace-tree.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { findCriticalPath } from './find-critical-path.ts';
import { rowTimes } from './row-times.ts';
import { selfTimes } from './self-times.ts';

function layoutOf(drawing: string): TraceTreeLayout {
  return layoutTraceTree(traceStructure(drawTrace(drawing, { scale: 100 })));
}

function nameOf({ observations, order }: TraceTreeLayout, row: number): string {
  return observations[order[row] ?? -1]?.name ?? '∴';
}

/** The path as `name from-until`, in columns of the drawing. */
function path(drawing: string): string[] {
  const layout = layoutOf(drawing);
  const { row, start, end } = findCriticalPath(layout);
  return Array.from(
    row,
    (one, index) => `${nameOf(layout, one)} ${(start[index] ?? 0) / 100}-${(end[index] ?? 0) / 100}`,
  );
}

describe('the critical path', () => {
  it('is in what ended last, and in the parent where nothing below explains the wait', () => {
    expect(
      path(`
        agent    |============
          plan   | ===
          slow   |    ====
          fast   |    ==
          write  |         ==
      `),
    ).toEqual(['agent 0-1', 'plan 1-4', 'slow 4-8', 'agent 8-9', 'write 9-11', 'agent 11-12']);
  });

  it('goes down to where the time was spent', () => {
    expect(
      path(`
        agent     |========
          step    | ======
            llm   | ===
            tool  |     ==
      `),
    ).toEqual(['agent 0-1', 'llm 1-4', 'step 4-5', 'tool 5-7', 'agent 7-8']);
  });

  it('leaves out what ran beside the one that was waited for', () => {
    expect(
      path(`
        agent   |==========
          first |======
          last  |   =======
      `),
    ).toEqual(['agent 0-3', 'last 3-10']);
  });

  it('takes a hair of overlap for clocks that differ', () => {
    const [agent, first, second] = drawTrace(`
      agent    |========
        first  |====
        second |    ====
    `);
    const skewed = [agent, { ...first, endTime: 401 }, second] as ObservationPatch[];
    const layout = layoutTraceTree(traceStructure(skewed));

    expect(Array.from(findCriticalPath(layout).row, (row) => nameOf(layout, row))).toEqual([
      'first',
      'second',
    ]);
  });

  it('follows work that outlives what started it, as a stream does', () => {
    expect(
      path(`
        handler  |===
          stream | =======
      `),
    ).toEqual(['handler 0-1', 'stream 1-8']);
  });

  it('is not held up by work in the background while the next step runs', () => {
    expect(
      path(`
        agent     |==========
          step-1  |===
            log   |  ======
          step-2  |   =======
      `),
    ).toEqual(['step-1 0-3', 'step-2 3-10']);
  });

  it('lets nothing start before its parent did, whatever its clock says', () => {
    expect(
      path(`
        agent    |    =====
          early  |=======
      `),
    ).toEqual(['early 4-7', 'agent 7-9']);
  });

  it('passes through roots one after the other, and through nothing while none ran', () => {
    expect(
      path(`
        turn-1 |===
        turn-2 |     ====
      `),
    ).toEqual(['turn-1 0-3', 'turn-2 5-9']);
  });

  it('ends where the trace is known to have got to while it runs', () => {
    expect(
      path(`
        agent   |=>
          plan  |===
          llm   |   =>
          event |        .
      `),
    ).toEqual(['plan 0-3', 'llm 3-8']);
  });

  it('blames nothing on a row whose end never arrived, beyond what is below it', () => {
    const layout = layoutOf(`
      agent    |==========
        step   |====
          lost | =>
            tool |  =
        next   |    ====
    `);

    expect([...rowTimes(layout).end]).toEqual([1000, 400, 300, 300, 800]);
  });

  it('runs to the moment that the reader looks at', () => {
    expect([...rowTimes(layoutOf('agent |=>'), 700).end]).toEqual([700]);
  });

  it('finds stretches by row, too', () => {
    const layout = layoutOf(`
      agent  |=====
        llm  | ==
    `);
    const { firstOfRow, ofRow, selfTime, subtreeTime } = findCriticalPath(layout);

    expect([...firstOfRow]).toEqual([0, 2, 3]);
    expect([...ofRow]).toEqual([0, 2, 1]);
    expect([...selfTime]).toEqual([300, 200]);
    expect([...subtreeTime]).toEqual([500, 200]);
  });

  it('is empty without observations', () => {
    expect(findCriticalPath(layoutTraceTree({ observations: [] })).row).toHaveLength(0);
  });
});

describe('the time of a row', () => {
  it('is its own where no child runs, and children that run at once count once', () => {
    const layout = layoutOf(`
      parent  |==========
        a     | ===
        b     |  ===
        c     |       =====
    `);
    const { self, below, longestGap, longestGapStart } = selfTimes(layout);

    expect([...self]).toEqual([300, 300, 300, 500]);
    expect([...below]).toEqual([700, 0, 0, 0]);
    expect([longestGap[0], longestGapStart[0]]).toEqual([200, 500]);
  });
});

/** Random trees with everything that goes wrong: lost ends, lying clocks, orphans, several roots, cycles. */
const observation = fc.record({
  parent: fc.integer({ min: -2, max: 30 }),
  start: fc.integer({ min: 0, max: 60 }),
  length: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 6 }),
  isEvent: fc.boolean(),
});
const layouts = fc.array(observation, { minLength: 1, maxLength: 30 }).map((drawn) =>
  layoutTraceTree(
    traceStructure(
      drawn.map(({ parent, start, length, isEvent }, index) => ({
        kind: 'observation' as const,
        id: `o${index}`,
        traceId: 'trace',
        at: index,
        parentId: parent < 0 ? null : `o${parent}`,
        type: isEvent && length === 0 ? ('EVENT' as const) : ('SPAN' as const),
        name: `o${index}`,
        startTime: start,
        endTime: length === null ? null : start + length,
      })),
    ),
  ),
);

describe('on any tree', () => {
  it('the path never overlaps itself and covers each root from its start to the end of its work', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const times = rowTimes(layout);
        const { row, start, end } = findCriticalPath(layout, times);
        for (let index = 0; index < row.length; index += 1) {
          expect(start[index]).toBeLessThan(end[index] as number);
          expect(start[index]).toBeGreaterThanOrEqual(end[index - 1] ?? 0);
          expect(start[index]).toBeGreaterThanOrEqual(times.start[row[index] as number] as number);
          expect(end[index]).toBeLessThanOrEqual(times.lastEnd[row[index] as number] as number);
        }
        for (let moment = 0; moment < 100; moment += 1) {
          const isRun = Array.from(layout.order.keys()).some(
            (one) =>
              layout.parent[one] === -1 &&
              (times.start[one] as number) <= moment &&
              (times.lastEnd[one] as number) >= moment + 1,
          );
          const isCovered = Array.from(row.keys()).some(
            (index) => (start[index] as number) <= moment && (end[index] as number) >= moment + 1,
          );
          expect(isCovered).toBe(isRun);
        }
      }),
    );
  });

  it('a row and its children add up to its duration, and no row takes more of the path than it ran', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const times = rowTimes(layout);
        const { self, below } = selfTimes(layout, times);
        const { subtreeTime } = findCriticalPath(layout, times);
        for (let row = 0; row < layout.rowCount; row += 1) {
          const duration = (times.end[row] as number) - (times.start[row] as number);
          expect((self[row] as number) + (below[row] as number)).toBeCloseTo(duration, 6);
          expect(self[row]).toBeGreaterThanOrEqual(0);
          expect(subtreeTime[row]).toBeLessThanOrEqual(
            (times.lastEnd[row] as number) - (times.start[row] as number) + 1e-6,
          );
        }
      }),
    );
  });

  it('the path of an agent covers its whole wall clock', () => {
    const layout = layoutTraceTree(traceStructure(generateTrace({ seed: 3, observations: 5000 })));
    const times = rowTimes(layout);
    const { subtreeTime } = findCriticalPath(layout, times);

    expect(subtreeTime[0]).toBeCloseTo((times.lastEnd[0] as number) - (times.start[0] as number), 3);
  });

  it('walks a chain of 50,000 without recursion', () => {
    const chain = Array.from({ length: 50_000 }, (_, index) => ({
      kind: 'observation' as const,
      id: `${index}`,
      traceId: 'chain',
      at: index,
      parentId: index === 0 ? null : `${index - 1}`,
      name: 'step',
      startTime: index,
      endTime: 150_000 - index,
    }));
    const layout = layoutTraceTree(traceStructure(chain));

    expect(findCriticalPath(layout).row).toHaveLength(99_999);
  });
});
