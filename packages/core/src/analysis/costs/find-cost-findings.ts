import { allOf } from '../../filters/narrow-query.ts';
import { sumNumbers } from '../../merge/running-sum.ts';
import type { AggregateQuery, AggregateRow, Measure } from '../../query/aggregate/aggregate-query.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import type { CostFinding, CostFindings } from './cost-finding.ts';
import type { CostQueries } from './cost-grouping.ts';
import { findRepeats } from './find-repeats.ts';
import { COUNT, numberOf, ofCalls } from './finding-query.ts';
import { clashesOf, clashQuery, partsQuery, readClash, readParts } from './usage-doubts.ts';
import { readUsageKeys, usageKeysQuery } from './usage-types.ts';

export type CostStore = Pick<TraceStore, 'aggregate' | 'facets' | 'listObservations' | 'readTrace'>;

export interface CostFindingsOptions extends CallOptions {
  /** Most traces to read as a whole, for steps that repeat the usage of the calls below them. Default 50. */
  readonly traceLimit?: number | undefined;
}

/**
 * What is missing from costs or counted twice in them. All but `repeated-by-parent` is counted over every call; that one
 * needs whole traces, so those with the dearest suspects are read.
 *
 * @throws StoreError - what the store's methods throw.
 */
export async function findCostFindings(
  store: CostStore,
  queries: CostQueries,
  { traceLimit = 50, signal }: CostFindingsOptions = {},
): Promise<CostFindings> {
  const options = { signal };
  const keys = readUsageKeys(await store.facets(usageKeysQuery(queries), options));
  const ask = async (query: AggregateQuery) => (await store.aggregate(query, options)).rows;
  const [unpriced, uncounted, parts, clashes, sampled, repeats] = await Promise.all([
    ask(unpricedQuery(queries)).then(readUnpriced),
    ask(uncountedQuery(queries)).then(readUncounted),
    ask(partsQuery(queries, keys)).then(readParts),
    Promise.all(clashesOf(keys).map(async (pair) => readClash(pair, await ask(clashQuery(queries, pair))))),
    ask(sampledQuery(queries)).then(readSampled),
    findRepeats(store, queries, { traceLimit, signal }),
  ]);
  const findings = [...unpriced, ...parts, ...clashes.flat(), ...repeats.findings, ...sampled, ...uncounted];
  return { ...repeats, findings };
}

const TOKENS: Measure = { aggregate: 'sum', field: 'totalTokens' };

/** As `isUnpriced` says it of one call. */
function unpricedQuery(queries: CostQueries): AggregateQuery {
  return {
    ...ofCalls(
      queries,
      { field: 'model', op: 'is-not-null' },
      { field: 'costKeys', op: 'is-null' },
      { field: 'totalTokens', op: '>', value: 0 },
    ),
    dimensions: ['model'],
    measures: [COUNT, TOKENS],
  };
}

function readUnpriced(rows: readonly AggregateRow[]): CostFinding[] {
  return named(rows).map(({ group, values }) => ({
    code: 'unpriced-model',
    model: String(group[0]),
    calls: numberOf(values[0]),
    tokens: numberOf(values[1]),
  }));
}

/** A call that failed or still runs may well have used nothing. */
function uncountedQuery(queries: CostQueries): AggregateQuery {
  return {
    ...ofCalls(
      queries,
      { field: 'model', op: 'is-not-null' },
      { field: 'type', op: 'any-of', value: ['GENERATION', 'EMBEDDING'] },
      { field: 'usageKeys', op: 'is-null' },
      { field: 'costKeys', op: 'is-null' },
      { field: 'level', op: '!=', value: 'ERROR' },
      { field: 'endTime', op: 'is-not-null' },
    ),
    dimensions: ['model'],
    measures: [COUNT],
  };
}

function readUncounted(rows: readonly AggregateRow[]): CostFinding[] {
  return named(rows).map(({ group, values }) => ({
    code: 'uncounted-model',
    model: String(group[0]),
    calls: numberOf(values[0]),
  }));
}

function sampledQuery({ traces }: CostQueries): AggregateQuery {
  return {
    view: 'traces',
    ...traces,
    filter: allOf([traces.filter, { field: 'sampleRate', op: '<', value: 1 }]),
    dimensions: ['sampleRate'],
    measures: [COUNT, { aggregate: 'sum', field: 'totalCost' }],
  };
}

function readSampled(rows: readonly AggregateRow[]): CostFinding[] {
  const kept = rows.flatMap(({ group, values }) => {
    const rate = group[0];
    return typeof rate === 'number' ? [{ rate, traces: numberOf(values[0]), cost: numberOf(values[1]) }] : [];
  });
  if (kept.length === 0) return [];
  return [
    {
      code: 'sampled',
      traces: kept.reduce((sum, { traces }) => sum + traces, 0),
      cost: sumNumbers(kept.map(({ cost }) => cost)),
      estimated: sumNumbers(kept.map(({ cost, rate }) => cost / rate)),
    },
  ];
}

function named(rows: readonly AggregateRow[]): readonly AggregateRow[] {
  return rows.filter(({ isRest }) => !isRest);
}
