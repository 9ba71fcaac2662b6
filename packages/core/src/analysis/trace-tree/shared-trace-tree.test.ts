import { expect, it } from 'vitest';
import type { Trace } from '../../model/trace.ts';
import { observationWith } from '../../testing/random-observations.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import { sharedSubtreeSums, sharedTraceTree } from './shared-trace-tree.ts';
import { subtreeSums } from './subtree-sums.ts';

const observations = [
  observationWith({ id: 'agent', startTime: 1, usage: { total: 2 } }),
  observationWith({ id: 'call', parentId: 'agent', startTime: 2, usage: { total: 3 } }),
];
const trace = { id: 'trace', name: 'sent as a record', isVirtual: false } as Trace;

it('lays a list of observations out once for all who show it, with and without its trace', () => {
  const plain = sharedTraceTree({ observations });
  const headed = sharedTraceTree({ observations, trace });
  expect(sharedTraceTree({ observations })).toBe(plain);
  expect(sharedTraceTree({ observations, trace })).toBe(headed);
  expect(plain).toEqual(layoutTraceTree({ observations }));
  expect(headed).toEqual(layoutTraceTree({ observations, trace }));
  expect(headed.head).toBe(trace);
  expect(sharedSubtreeSums(headed)).toBe(sharedSubtreeSums(headed));
  expect(sharedSubtreeSums(headed)).toEqual(subtreeSums(headed));
});

it('keeps rows and sums when only the trace above them changed', () => {
  const before = sharedTraceTree({ observations, trace });
  const renamed = { ...trace, name: 'renamed' };
  const after = sharedTraceTree({ observations, trace: renamed });
  expect(after).toEqual(layoutTraceTree({ observations, trace: renamed }));
  expect(after.order).toBe(before.order);
  expect(sharedSubtreeSums(after)).toBe(sharedSubtreeSums(before));
});

it('leaves the trace out where its only root stands for it, and shares that layout with who gave no trace', () => {
  const twin = { ...trace, id: 'agent' };
  expect(sharedTraceTree({ observations, trace: twin })).toBe(sharedTraceTree({ observations }));
});

it('lays out every list by itself', () => {
  const grown = [...observations, observationWith({ id: 'late', parentId: 'agent', startTime: 3 })];
  expect(sharedTraceTree({ observations: grown })).toEqual(layoutTraceTree({ observations: grown }));
  expect(sharedTraceTree({ observations: [] }).rowCount).toBe(0);
});

it('lays out what grows from its last layout, and what does not anew, with the same result', () => {
  const steps = Array.from({ length: 40 }, (_, index) =>
    observationWith({
      id: `s${index}`,
      traceId: 'growing',
      parentId: index > 0 ? 's0' : null,
      startTime: index,
    }),
  );
  for (const list of [steps.slice(0, 30), steps.slice(0, 36), steps, steps.slice(20), steps.toReversed()]) {
    for (const head of [undefined, trace]) {
      const layout = sharedTraceTree({ observations: list, trace: head });
      expect(layout).toEqual(layoutTraceTree({ observations: list, trace: head }));
      expect(sharedSubtreeSums(layout)).toEqual(subtreeSums(layout));
    }
  }
});
