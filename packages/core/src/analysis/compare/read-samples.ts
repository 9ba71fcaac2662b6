import type { Score } from '../../model/score.ts';
import type { Trace } from '../../model/trace.ts';
import type { Histogram, Measure } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import { findField } from '../../query/fields/view-fields.ts';
import type { RecordQuery } from '../../query/page.ts';
import { throwIfAborted } from '../../store/call-options.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { DEFAULT_CONFIDENCE } from './interval.ts';
import { percentileRanks } from './percentile-ranks.ts';
import { histogramBins, nextBinToRefine } from './refine-bins.ts';
import { sampleOfValues } from './sample.ts';
import type { Sample, SampleBin } from './sample.ts';

/** What samples are read from: any store. */
export type SampleStore = Pick<TraceStore, 'aggregate' | 'listTraces' | 'listScores'>;

/** Which numbers to read. */
export interface SampleQuery extends RecordQuery {
  readonly view: 'traces' | 'scores';
  /** Fields with numbers; at most three. */
  readonly fields: readonly string[];
  /** Percentiles to know the surroundings of, as shares. Default: none. */
  readonly percentiles?: readonly number[] | undefined;
  readonly confidence?: number | undefined;
}

/** Up to so many records the values themselves are read; of more, histograms. */
const MOST_LISTED = 2000;
const PAGE_SIZE = 1000;
const BINS = 100;
/** Most histograms of a sample: each makes the range it looks into a hundred times narrower. */
const MOST_LOOKS = 16;

/**
 * Samples of several fields of the same records, in their order. Up to {@link MOST_LISTED} records their values are listed
 * and every number is exact. Of more, count, mean and percentiles are exact, and what lies around them is known from
 * histograms, each range that matters looked into again until it is narrow.
 *
 * @throws StoreError - what the store's `aggregate`, `listTraces` and `listScores` throw.
 */
export async function readSamples(
  store: SampleStore,
  query: SampleQuery,
  options: CallOptions = {},
): Promise<readonly Sample[]> {
  const { view, fields, filter, traces } = query;
  const measures: Measure[] = [
    { aggregate: 'count' },
    ...fields.flatMap((field): Measure[] => [
      { aggregate: 'avg', field },
      { aggregate: 'p50', field },
      { aggregate: 'p95', field },
      { aggregate: 'histogram', field, bins: BINS },
    ]),
  ];
  const answer = await store.aggregate({ view, filter, traces, measures }, options);
  const [count, ...values] = answer.rows[0]?.values ?? [0];
  if ((count as number) <= MOST_LISTED) return listSamples(store, query, options);
  return Promise.all(
    fields.map(async (field, place) => {
      const [mean, p50, p95, histogram] = values.slice(place * 4, place * 4 + 4);
      if (!histogram) return sampleOfValues([]);
      const exact = { mean: mean as number, p50: p50 as number, p95: p95 as number };
      return refineSample(
        store,
        { ...query, field },
        { ...exact, histogram: histogram as Histogram },
        options,
      );
    }),
  );
}

async function listSamples(
  store: SampleStore,
  { view, fields, filter, traces }: SampleQuery,
  options: CallOptions,
): Promise<readonly Sample[]> {
  const values: number[][] = fields.map(() => []);
  let cursor: string | undefined;
  do {
    throwIfAborted(options);
    const pageQuery = { filter, traces, limit: PAGE_SIZE, cursor };
    const page = await (view === 'traces'
      ? store.listTraces(pageQuery, options)
      : store.listScores(pageQuery, options));
    for (const item of page.items) {
      for (const [place, field] of fields.entries()) {
        const value = readNumber(view, field, item);
        if (value !== null) values[place]?.push(value);
      }
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return values.map(sampleOfValues);
}

function readNumber(view: 'traces' | 'scores', name: string, item: Trace | Score): number | null {
  const field = findField<'traces' | 'scores'>(view, name);
  const record = { item, trace: null, observation: null, scores: [], payload: () => NOTHING };
  const value = field?.read(record) ?? null;
  return typeof value === 'number' ? value : null;
}

const NOTHING = { metadata: {}, input: [], output: [], toolNames: [], convention: null };

interface FirstLook {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly histogram: Histogram;
}

async function refineSample(
  store: SampleStore,
  query: SampleQuery & { readonly field: string },
  { histogram, ...exact }: FirstLook,
  options: CallOptions,
): Promise<Sample> {
  const { percentiles = [], confidence = DEFAULT_CONFIDENCE } = query;
  let bins = histogramBins(histogram);
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  const ranks = percentiles.flatMap((share) => {
    const around = percentileRanks(count, share, confidence);
    return around ? [around.low, around.high] : [];
  });
  const unsplit = new Set<SampleBin>();
  for (let look = 1; look < MOST_LOOKS; look += 1) {
    const bin = nextBinToRefine(bins, { ranks, mean: exact.mean, unsplit });
    if (!bin) break;
    const finer = await lookInto(store, query, { bin, isLast: bin === bins.at(-1) }, options);
    const isWhole = finer.reduce((sum, one) => sum + one.count, 0) === bin.count;
    // A value on the edge between two ranges may be counted on either side: then the range stays as it was.
    if (isWhole) bins = bins.flatMap((one) => (one === bin ? finer : [one]));
    else unsplit.add(bin);
  }
  return { ...exact, count, bins };
}

async function lookInto(
  store: SampleStore,
  { view, field, filter, traces }: SampleQuery & { readonly field: string },
  { bin, isLast }: { readonly bin: SampleBin; readonly isLast: boolean },
  options: CallOptions,
): Promise<readonly SampleBin[]> {
  const inside: Filter[] = [
    { field, op: '>=', value: bin.low },
    { field, op: isLast ? '<=' : '<', value: bin.high },
  ];
  const answer = await store.aggregate(
    {
      view,
      filter: { and: filter ? [filter, ...inside] : inside },
      traces,
      measures: [{ aggregate: 'histogram', field, bins: BINS }],
    },
    options,
  );
  const histogram = answer.rows[0]?.values[0] as Histogram | null | undefined;
  return histogram ? histogramBins(histogram) : [];
}
