import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Observation } from '../../model/observation.ts';
import type { ObservationPatch } from '../../model/patch.ts';
import type { Trace } from '../../model/trace.ts';
import { drawTrace } from '../../testing/draw-trace.ts';
import { randomObservations } from '../../testing/random-observations.ts';
import { traceStructure } from '../../testing/trace-structure.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import type { TraceTreeLayout } from './layout-trace-tree.ts';
import { rowSums, wholeSums } from './row-sums.ts';
import { subtreeSums } from './subtree-sums.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { totalCost } from '../usage/total-cost.ts';

it('gives every row what it and everything below it come to', () => {
  const drawn = drawTrace(`
    agent      |====
      plan     | ==
        llm    | =======   WARNING slow
      judge    |   ==      ERROR refused
  `);
  const measures: Record<string, Pick<ObservationPatch, 'usage' | 'cost'>> = {
    llm: { usage: { input: 10, output: 3 }, cost: { total: 0.05 } },
    judge: { usage: { input: 5, input_cached_tokens: 2, total: 9 }, cost: { input: 0.01 } },
  };
  const { observations } = traceStructure(
    drawn.map((patch) => ({ ...patch, ...measures[patch.name ?? ''] })),
  );
  const sums = subtreeSums(layoutTraceTree({ observations }));

  expect([...sums.start]).toEqual([0, 100, 100, 300]);
  expect([...sums.end]).toEqual([800, 800, 800, 500]);
  expect([...sums.input]).toEqual([17, 10, 10, 7]);
  expect([...sums.output]).toEqual([3, 3, 3, Number.NaN]);
  expect([...sums.tokens]).toEqual([22, 13, 13, 9]);
  expect([...sums.cost].map((cost) => cost.toFixed(9))).toEqual([
    '0.060000000',
    '0.050000000',
    '0.050000000',
    '0.010000000',
  ]);
  expect([...sums.warnings]).toEqual([1, 1, 1, 0]);
  expect([...sums.errors]).toEqual([1, 0, 0, 1]);
});

it('adds nothing for the trace itself, whose totals are sums already', () => {
  const { observations, trace } = traceStructure([
    { kind: 'trace', id: 'trace-1', at: 0, isRecord: true },
    ...drawTrace('llm |==\ntool | =').map((patch) => ({ ...patch, usage: { input: 4 } })),
  ]);

  const { input, end } = subtreeSums(layoutTraceTree({ observations, trace }));
  expect([...input]).toEqual([8, 4, 4]);
  expect(end[0]).toBe(trace.endTime);
});

it('knows nothing of a trace without observations', () => {
  const trace = { id: 't', isVirtual: false } as Trace;
  const sums = subtreeSums(layoutTraceTree({ observations: [], trace }));

  expect([sums.start[0], sums.end[0], sums.tokens[0], sums.cost[0]]).toEqual(
    Array.from({ length: 4 }, () => Number.NaN),
  );
  expect([sums.errors[0], sums.warnings[0]]).toEqual([0, 0]);
});

it('equals a recount of each subtree, whatever arrived and in whatever order', () => {
  fc.assert(
    fc.property(randomObservations(), (observations) => {
      const layout = layoutTraceTree({ observations });
      const sums = subtreeSums(layout);
      for (let row = 0; row < layout.rowCount; row += 1) {
        const expected = recount(belowAnd(layout, row));
        for (const [name, value] of Object.entries(expected)) {
          expect(rounded(sums[name as keyof typeof sums][row])).toBe(rounded(value));
        }
      }
    }),
  );
});

/** Observations whose chain of parents leads through a row. */
function belowAnd({ order, parent, observations }: TraceTreeLayout, top: number): Observation[] {
  return observations.filter((_, index) => {
    let above = order.indexOf(index);
    while (above !== -1 && above !== top) above = parent[above] ?? -1;
    return above === top;
  });
}

/** Free of the noise of binary fractions, which depends on the order of adding. */
function rounded(value = Number.POSITIVE_INFINITY): number {
  return Math.round(value * 1e9) / 1e9;
}

function recount(members: readonly Observation[]) {
  const add = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0);
  };
  const usages = members.map(({ usage }) => summarizeUsage(usage));
  return {
    start: Math.min(...members.map(({ startTime }) => startTime)),
    end: Math.max(...members.map(({ endTime, startTime }) => endTime ?? startTime)),
    input: add(usages.map(({ input }) => input)),
    output: add(usages.map(({ output }) => output)),
    tokens: add(usages.map(({ total }) => total)),
    cost: add(members.map(({ cost }) => totalCost(cost))),
    warnings: members.filter(({ level }) => level === 'WARNING').length,
    errors: members.filter(({ level }) => level === 'ERROR').length,
  };
}

it('reads one row, and all roots together, with null for what nobody reported', () => {
  const { observations } = traceStructure(
    drawTrace(`
      agent   |==     ERROR
        tool  | =     ERROR
      orphan  |   ==
    `).map((patch) => (patch.name === 'tool' ? patch : { ...patch, usage: { input: 4 } })),
  );
  const layout = layoutTraceTree({ observations });
  const sums = subtreeSums(layout);

  expect(rowSums(sums, 1)).toMatchObject({ start: 100, end: 200, input: null, cost: null, errors: 1 });
  expect(wholeSums(layout, sums)).toMatchObject({ start: 0, end: 500, input: 8, output: null, errors: 2 });
  expect(wholeSums(layoutTraceTree({ observations: [] }), sums)).toMatchObject({ start: null, errors: 0 });
});
