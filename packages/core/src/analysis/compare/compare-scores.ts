import type { AggregateRow } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { CallOptions } from '../../store/call-options.ts';
import { compareMeans, compareShares } from './compare-measures.ts';
import type { MeasureComparison } from './comparison.ts';
import type { GoodDirection } from './judge-difference.ts';
import { readSamples } from './read-samples.ts';
import type { SampleStore } from './read-samples.ts';
import type { Sample } from './sample.ts';
import { askBoth, mapPair } from './sides.ts';
import type { Pair } from './sides.ts';

export interface CompareScoresOptions extends CallOptions {
  readonly confidence: number;
  readonly scoreDirections: Readonly<Record<string, 'higher' | 'lower'>>;
}

/** Names and values beyond these are left out: nobody reads a hundred scores. */
const MOST_NAMES = 100;
const MOST_VALUES = 200;

/**
 * Compares the scores of two sets of traces, those of their observations among them, by name: means of NUMERIC ones,
 * shares of yes of BOOLEAN ones, shares of each value of CATEGORICAL ones. Texts and corrections have nothing to compare.
 */
export async function compareScores(
  store: SampleStore,
  filters: Pair<Filter | undefined>,
  options: CompareScoresOptions,
): Promise<readonly MeasureComparison[]> {
  const { confidence, scoreDirections, signal } = options;
  const answers = await askBoth(filters, (traces) =>
    store.aggregate(
      {
        view: 'scores',
        traces,
        dimensions: ['name', 'dataType'],
        measures: [{ aggregate: 'count' }, { aggregate: 'sum', field: 'value' }],
        limit: MOST_NAMES,
      },
      { signal },
    ),
  );
  const tallies = mapPair(answers, ({ rows }) => tallyRows(rows));
  const kinds = [...new Set([...tallies[0].keys(), ...tallies[1].keys()])].toSorted();
  const compared = await Promise.all(
    kinds.map(async (kind) => {
      const { name, dataType } = parseKind(kind);
      const good: GoodDirection = scoreDirections[name] ?? null;
      if (dataType === 'BOOLEAN') {
        const shares = mapPair(tallies, (side) => side.get(kind) ?? NONE);
        return [compareShares({ kind: 'score', name, dataType }, shares, confidence, good)];
      }
      const query = { view: 'scores', filter: scoresOf(name, dataType) } as const;
      if (dataType === 'NUMERIC') {
        const samples = await askBoth(filters, async (traces) => {
          const [sample] = await readSamples(store, { ...query, fields: ['value'], traces }, { signal });
          return sample as Sample;
        });
        return [compareMeans({ kind: 'score', name, dataType }, samples, confidence, good)];
      }
      if (dataType !== 'CATEGORICAL') return [];
      const values = await askBoth(filters, (traces) =>
        store.aggregate(
          { ...query, traces, dimensions: ['value'], measures: [{ aggregate: 'count' }], limit: MOST_VALUES },
          { signal },
        ),
      );
      return compareValues(
        name,
        mapPair(values, ({ rows }) => rows),
        confidence,
      );
    }),
  );
  return compared.flat();
}

interface Tally {
  readonly hits: number;
  readonly count: number;
}

const NONE: Tally = { hits: 0, count: 0 };

/** By name and data type; the sum of BOOLEAN values is how many are yes. */
function tallyRows(rows: readonly AggregateRow[]): ReadonlyMap<string, Tally> {
  return new Map(
    rows
      .filter(({ isRest }) => !isRest)
      .map(({ group, values }) => [
        JSON.stringify(group),
        { count: values[0] as number, hits: (values[1] ?? 0) as number },
      ]),
  );
}

function parseKind(kind: string) {
  const [name, dataType] = JSON.parse(kind) as [string, string];
  return { name, dataType };
}

function scoresOf(name: string, dataType: string): Filter {
  return {
    and: [
      { field: 'name', op: '=', value: name },
      { field: 'dataType', op: '=', value: dataType },
    ],
  };
}

function compareValues(
  name: string,
  sides: Pair<readonly AggregateRow[]>,
  confidence: number,
): readonly MeasureComparison[] {
  const counts = mapPair(
    sides,
    (rows) => new Map(rows.map(({ group, values }) => [String(group[0]), values[0] as number])),
  );
  const totals = mapPair(counts, (side) => [...side.values()].reduce((sum, count) => sum + count, 0));
  const texts = [...new Set([...counts[0].keys(), ...counts[1].keys()])].toSorted();
  return texts.map((value) =>
    compareShares(
      { kind: 'score-value', name, dataType: 'CATEGORICAL', value },
      [
        { hits: counts[0].get(value) ?? 0, count: totals[0] },
        { hits: counts[1].get(value) ?? 0, count: totals[1] },
      ],
      confidence,
      null,
    ),
  );
}
