import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../model/observation.ts';
import type { Trace } from '../../model/trace.ts';
import { observationWith, randomObservations } from '../../testing/random-observations.ts';
import { growTraceTree } from './grow-trace-tree.ts';
import { compareByStart } from './layout-any-trace.ts';
import { layoutTraceTree } from './layout-trace-tree.ts';
import { growSubtreeSums, subtreeSums } from './subtree-sums.ts';

const trace = { id: 'trace', isVirtual: false } as Trace;

/** Random observations in order of start, cut in two, some of the first part written again. */
const growth = fc
  .tuple(
    randomObservations(60),
    fc.double({ min: 0.75, max: 1, noNaN: true }),
    fc.array(fc.nat(60), { maxLength: 4 }),
  )
  .map(([drawn, share, rewritten]) => {
    const all = drawn.toSorted(compareByStart);
    const before = all.slice(0, Math.ceil(all.length * share));
    const now = all.map((observation, index) =>
      rewritten.includes(index)
        ? {
            ...observation,
            endTime: observation.startTime + 50,
            level: 'ERROR' as const,
            usage: { total: 7 },
          }
        : observation,
    );
    return { before, now };
  });

describe('a trace that grew', () => {
  for (const head of [undefined, trace]) {
    it(`is laid out and summed as if all of it had come at once${head ? ', below its trace' : ''}`, () => {
      let grew = 0;
      fc.assert(
        fc.property(growth, ({ before, now }) => {
          const last = layoutTraceTree({ observations: before, trace: head });
          const grown = growTraceTree(last, now);
          if (grown === null) return;
          grew += 1;
          const whole = layoutTraceTree({ observations: now, trace: head });
          expect(grown.layout).toEqual(whole);
          expect(growSubtreeSums(grown, subtreeSums(last))).toEqual(subtreeSums(whole));
        }),
        { numRuns: 600 },
      );
      // Random parents often come late; enough growth has to be left to prove something.
      expect(grew).toBeGreaterThan(60);
    });
  }

  it('is laid out from its last layout step by step, however its branches go on', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 8, maxLength: 80 }), (steps) => {
        const all: Observation[] = [];
        for (const [index, [parent, isRoot]] of steps.entries()) {
          const parentId = isRoot && parent % 5 === 0 ? null : (all[parent % (index || 1)]?.id ?? null);
          all.push(
            observationWith({ id: `${index}`, parentId, startTime: index, cost: { total: index / 10 } }),
          );
        }
        let layout = layoutTraceTree({ observations: all.slice(0, 5) });
        let sums = subtreeSums(layout);
        for (let count = 6; count <= all.length; count += 1) {
          const observations = all.slice(0, count);
          const grown = growTraceTree(layout, observations);
          if (!grown) throw new Error('A branch that goes on was laid out anew.');
          sums = growSubtreeSums(grown, sums);
          layout = grown.layout;
        }
        expect(layout).toEqual(layoutTraceTree({ observations: all }));
        expect(sums).toEqual(subtreeSums(layout));
      }),
    );
  });

  const base = Array.from({ length: 12 }, (_, index) =>
    observationWith({ id: `${index}`, parentId: index === 5 ? 'late' : null, startTime: index }),
  );
  const last = layoutTraceTree({ observations: base });

  it.each<[string, readonly Observation[]]>([
    ['the parent of a root came', [...base, observationWith({ id: 'late', startTime: 20 })]],
    [
      'something came in between',
      [base[0], observationWith({ id: 'x', startTime: 0.5 }), ...base.slice(1)] as Observation[],
    ],
    ['something came before what is known', [...base, observationWith({ id: 'x', startTime: 3 })]],
    ['something went', base.slice(1)],
    ['something moved', base.with(3, observationWith({ id: '3', parentId: '2', startTime: 3 }))],
    [
      'two that came hang from each other',
      [
        ...base,
        observationWith({ id: 'a', parentId: 'b', startTime: 20 }),
        observationWith({ id: 'b', parentId: 'a', startTime: 21 }),
      ],
    ],
    [
      'much more came than was known',
      [
        ...base,
        ...Array.from({ length: 12 }, (_, index) => observationWith({ id: `n${index}`, startTime: 30 })),
      ],
    ],
  ])('is laid out anew where %s', (_, now) => {
    expect(growTraceTree(last, now)).toBeNull();
  });
});
