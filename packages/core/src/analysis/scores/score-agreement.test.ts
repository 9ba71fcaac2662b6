import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../../model/score.ts';
import { categoryAgreement } from './category-agreement.ts';
import { scoreAgreement } from './score-agreement.ts';
import { numericAgreement } from './numeric-agreement.ts';

let count = 0;

function score(given: Partial<Score>): Score {
  count += 1;
  return {
    id: `score-${count}`,
    name: 'quality',
    value: 1,
    dataType: 'NUMERIC',
    source: 'API',
    traceId: 't',
    observationId: null,
    sessionId: null,
    datasetRunId: null,
    authorId: null,
    comment: null,
    configId: null,
    metadata: {},
    environment: 'default',
    timestamp: 0,
    ...given,
  };
}

describe('agreement of numbers', () => {
  // Anscombe's first quartet (1973), whose correlation is published; ranks worked out by hand.
  const anscombe = [
    [10, 8.04],
    [8, 6.95],
    [13, 7.58],
    [9, 8.81],
    [11, 8.33],
    [14, 9.96],
    [6, 7.24],
    [4, 4.26],
    [12, 10.84],
    [7, 4.82],
    [5, 5.68],
  ] as const;

  it('equals published values', () => {
    const { pearson, spearman } = numericAgreement(anscombe);
    expect(pearson).toBeCloseTo(0.816_420_516_344_843_6, 12);
    // 1 - 6 Σd² / (n³ - n), with Σd² = 40.
    expect(spearman).toBeCloseTo(1 - (6 * 40) / (11 ** 3 - 11), 12);
  });

  it('gives equal values the middle of their ranks', () => {
    // Ranks 1.5 1.5 3 4 against 1 2 3.5 3.5.
    const { spearman } = numericAgreement([
      [1, 1],
      [1, 2],
      [2, 3],
      [3, 3],
    ]);
    expect(spearman).toBeCloseTo(4 / 4.5, 12);
  });

  it('tells errors in the unit of the score', () => {
    const { meanAbsoluteError, rootMeanSquareError } = numericAgreement([
      [1, 2],
      [5, 2],
      [3, 3],
    ]);
    expect(meanAbsoluteError).toBeCloseTo(4 / 3, 12);
    expect(rootMeanSquareError).toBeCloseTo(Math.sqrt(10 / 3), 12);
  });

  it('claims no correlation where there is none to be had', () => {
    expect(numericAgreement([]).pearson).toBeNull();
    expect(numericAgreement([[1, 2]]).pearson).toBeNull();
    expect(
      numericAgreement([
        [1, 2],
        [1, 3],
      ]).pearson,
    ).toBeNull();
    expect(numericAgreement([]).meanAbsoluteError).toBeNull();
  });

  it('stays the same when both columns are moved and stretched, far from zero too', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
      minLength: 2,
    });
    fc.assert(
      fc.property(pairs, (columns) => {
        const plain = numericAgreement(columns);
        const moved = numericAgreement(columns.map(([a, b]) => [3 * a + 1e6, 2 * b - 1e6]));
        // 2 stands for none.
        expect(moved.pearson ?? 2).toBeCloseTo(plain.pearson ?? 2, 9);
        expect(moved.spearman ?? 2).toBeCloseTo(plain.spearman ?? 2, 12);
      }),
    );
  });
});

describe('agreement of categories', () => {
  it('equals a worked example of Cohen’s kappa', () => {
    // 50 grant applications: both yes 20, only the first 5, only the second 10, both no 15. Kappa is 0.4.
    const pairs = [
      ...Array.from({ length: 20 }, () => ['yes', 'yes'] as const),
      ...Array.from({ length: 5 }, () => ['yes', 'no'] as const),
      ...Array.from({ length: 10 }, () => ['no', 'yes'] as const),
      ...Array.from({ length: 15 }, () => ['no', 'no'] as const),
    ];
    const agreement = categoryAgreement(pairs);
    expect(agreement.categories).toEqual(['no', 'yes']);
    expect(agreement.counts).toEqual([
      [15, 10],
      [5, 20],
    ]);
    expect(agreement.overallAgreement).toBeCloseTo(0.7, 12);
    expect(agreement.kappa).toBeCloseTo(0.4, 12);
    // yes: 2·20/(25+30), no: 2·15/(25+20), each true in half of the pairs.
    expect(agreement.weightedF1).toBeCloseTo((40 / 55 + 30 / 45) / 2, 12);
  });

  it('calls nothing agreement that chance explains', () => {
    expect(
      categoryAgreement([
        ['a', 'a'],
        ['a', 'a'],
      ]).kappa,
    ).toBeNull();
    expect(categoryAgreement([]).overallAgreement).toBeNull();
  });

  it('counts every pair once, and is 1 for a column and itself', () => {
    const names = fc.constantFrom('good', 'fair', 'poor');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, names), { minLength: 1 }), (pairs) => {
        const { counts, categories } = categoryAgreement(pairs);
        expect(counts.flat().reduce((sum, cell) => sum + cell, 0)).toBe(pairs.length);
        for (const [row, a] of categories.entries()) {
          for (const [column, b] of categories.entries()) {
            expect(counts[row]?.[column]).toBe(pairs.filter(([x, y]) => x === a && y === b).length);
          }
        }
        const same = categoryAgreement(pairs.map(([a]) => [a, a]));
        expect(same.overallAgreement).toBe(1);
        expect(same.weightedF1).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('two scores', () => {
  it('are paired by what they judge, the latest of several', () => {
    const judge = [
      score({ traceId: 'a', value: 1, timestamp: 1 }),
      score({ traceId: 'a', value: 3, timestamp: 2 }),
      score({ traceId: 'b', value: 5 }),
      score({ traceId: 'only here', value: 5 }),
    ];
    const people = [
      score({ traceId: 'b', value: 4 }),
      score({ traceId: 'a', value: 2 }),
      score({ traceId: 'a', observationId: 'o', value: 9 }),
    ];
    expect(scoreAgreement(judge, people)).toMatchObject({
      kind: 'numeric',
      onlyFirst: 1,
      onlySecond: 1,
      points: [
        [3, 2],
        [5, 4],
      ],
    });
  });

  it('are compared by categories when one of them is no number', () => {
    const thumbs = [
      score({ dataType: 'BOOLEAN', value: 1 }),
      score({ traceId: 'u', dataType: 'BOOLEAN', value: 0 }),
    ];
    const words = [
      score({ dataType: 'CATEGORICAL', value: 'true' }),
      score({ traceId: 'u', dataType: 'CATEGORICAL', value: 'bad' }),
    ];
    const result = scoreAgreement(thumbs, words);
    expect(result.kind).toBe('categorical');
    expect(result.agreement).toMatchObject({ overallAgreement: 0.5 });
  });

  it('of sessions are told from those of traces', () => {
    const session = [score({ traceId: null, sessionId: 's', value: 1 })];
    const trace = [score({ traceId: 's', value: 1 })];
    expect(scoreAgreement(session, trace)).toMatchObject({ onlyFirst: 1, onlySecond: 1 });
  });
});
