import type { AggregateRow } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { CallOptions } from '../../store/call-options.ts';
import { compareMeans, comparePercentiles, compareShares } from './compare-measures.ts';
import { compareScores } from './compare-scores.ts';
import type { ComparedSide, SideComparison, MeasureComparison } from './comparison.ts';
import { DEFAULT_CONFIDENCE } from './interval.ts';
import { differenceOf } from './judge-difference.ts';
import { readSamples } from './read-samples.ts';
import type { SampleStore } from './read-samples.ts';
import type { Sample } from './sample.ts';
import { askBoth, mapPair, sideFilter } from './sides.ts';
import type { Pair, Sides } from './sides.ts';

export interface CompareOptions extends CallOptions {
  /** How often a range holds the truth, over 0 and below 1. Default {@link DEFAULT_CONFIDENCE}. */
  readonly confidence?: number | undefined;
  /** Which way scores are good, by name. Default: unknown, so that they are only higher or lower. */
  readonly scoreDirections?: Readonly<Record<string, 'higher' | 'lower'>> | undefined;
}

/**
 * Compares two sets of traces: how many they are, errors, latencies, costs, tokens and scores, each with the range of the
 * difference and what follows in plain words. Ranges suppose that traces are independent; turns of one conversation are
 * less so, which makes true ranges wider. Each range stands for itself: of twenty measures without any difference, one
 * is expected to seem to differ.
 *
 * Reads at most 2,000 traces of a side one by one; of more, histograms ({@link readSamples}).
 *
 * @throws StoreError - what the store's methods throw.
 * @example
 * const release = (name: string) => ({ filter: { field: 'release', op: '=', value: name } }) as const;
 * const { verdict } = await compareSides(store.traces, { baseline: release('2.30.0'), candidate: release('2.31.0') });
 */
export async function compareSides(
  store: SampleStore,
  { baseline, candidate }: Sides,
  { confidence = DEFAULT_CONFIDENCE, scoreDirections = {}, signal }: CompareOptions = {},
): Promise<SideComparison> {
  const filters = [sideFilter(baseline), sideFilter(candidate)] as const;
  const [counts, samples, scores] = await Promise.all([
    askBoth(filters, (traces) => countTraces(store, traces, { signal })),
    askBoth(filters, (traces) =>
      readSamples(
        store,
        { view: 'traces', fields: SAMPLED, filter: traces, percentiles: [0.5, 0.95], confidence },
        { signal },
      ),
    ),
    compareScores(store, filters, { confidence, scoreDirections, signal }),
  ]);
  const sampleAt = (place: number) => mapPair(samples, (side) => side[place] as Sample);
  const measures = [
    compareCounts(counts),
    compareErrorRates(counts, confidence),
    comparePercentiles(sampleAt(0), 'p50', confidence),
    comparePercentiles(sampleAt(0), 'p95', confidence),
    compareMeans({ kind: 'cost' }, sampleAt(1), confidence, 'lower'),
    compareMeans({ kind: 'tokens' }, sampleAt(2), confidence, null),
    ...scores,
  ];
  return { measures, verdict: overallVerdict(measures), confidence };
}

const SAMPLED = ['latency', 'totalCost', 'totalTokens'];

interface TraceCounts {
  readonly traces: number;
  readonly failed: number;
}

async function countTraces(
  store: SampleStore,
  filter: Filter | undefined,
  options: CallOptions,
): Promise<TraceCounts> {
  const query = {
    view: 'traces',
    filter,
    dimensions: ['level'],
    measures: [{ aggregate: 'count' }],
  } as const;
  const { rows } = await store.aggregate(query, options);
  const countOf = (row: AggregateRow) => row.values[0] as number;
  return {
    traces: rows.reduce((sum, row) => sum + countOf(row), 0),
    failed: rows.filter(({ group }) => group[0] === 'ERROR').reduce((sum, row) => sum + countOf(row), 0),
  };
}

function compareCounts(counts: Pair<TraceCounts>): MeasureComparison {
  const [baseline, candidate] = mapPair(counts, ({ traces }): ComparedSide => ({
    value: traces,
    count: traces,
    interval: null,
  }));
  const nothing = { interval: null, method: null, verdict: 'not-compared' } as const;
  return {
    measure: { kind: 'traces' },
    baseline,
    candidate,
    ...differenceOf(baseline, candidate),
    ...nothing,
  };
}

function compareErrorRates(counts: Pair<TraceCounts>, confidence: number): MeasureComparison {
  const shares = mapPair(counts, ({ failed, traces }) => ({ hits: failed, count: traces }));
  return compareShares({ kind: 'error-rate' }, shares, confidence, 'lower');
}

function overallVerdict(measures: readonly MeasureComparison[]): SideComparison['verdict'] {
  const verdicts = new Set(measures.map(({ verdict }) => verdict));
  if (verdicts.has('better') && verdicts.has('worse')) return 'mixed';
  if (verdicts.has('better')) return 'better';
  if (verdicts.has('worse')) return 'worse';
  return verdicts.has('no-clear-difference') || verdicts.has('higher') || verdicts.has('lower')
    ? 'no-clear-difference'
    : 'too-few';
}
