import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../model/trace.ts';
import { observationWith, randomObservations } from '../../testing/random-observations.ts';
import { compareByStart, layoutAnyTrace } from './layout-any-trace.ts';
import { layoutSequence } from './layout-sequence.ts';

const aTrace = { id: 'trace', isVirtual: false } as Trace;
const traces = [undefined, aTrace, { ...aTrace, isVirtual: true }, { ...aTrace, id: 'step-0' }];

/** Steps one after another: each hangs from the one before it or from one of the few above that. */
const sequence = fc
  .array(fc.record({ up: fc.nat(6), wait: fc.nat(2) }), { minLength: 1, maxLength: 60 })
  .map((steps) => {
    const above: string[] = [];
    let startTime = 0;
    return steps.map(({ up, wait }, index) => {
      above.length = Math.max(0, above.length - up);
      startTime += wait;
      const parentId = above.at(-1) ?? null;
      const id = `step-${String(index).padStart(index > 0 ? 3 : 1, '0')}`;
      above.push(id);
      return observationWith({ id, parentId, startTime });
    });
  });

describe('a trace that did one thing after another', () => {
  it('has the rows that any trace with its observations has', () => {
    let laidOut = 0;
    fc.assert(
      fc.property(sequence, fc.constantFrom(...traces), (observations, trace) => {
        const layout = layoutSequence(observations, trace);
        if (layout === null) return;
        laidOut += 1;
        expect(layout).toEqual(layoutAnyTrace(observations, trace));
      }),
      { numRuns: 300 },
    );
    // Left out is only a trace that shares the id of its first root and has another root.
    expect(laidOut).toBeGreaterThan(200);
  });

  it('is told from one that did not', () => {
    fc.assert(
      fc.property(randomObservations(20), fc.boolean(), (drawn, isSorted) => {
        const observations = isSorted ? drawn.toSorted(compareByStart) : drawn;
        const whole = layoutAnyTrace(observations, undefined);
        expect(layoutSequence(observations, undefined) ?? whole).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });
});
