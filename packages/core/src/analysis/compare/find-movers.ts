import { withoutNoise } from '../../merge/running-sum.ts';
import { MAX_GROUPS } from '../../query/aggregate/aggregate-query.ts';
import type { AggregateAnswer, Measure } from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { View } from '../../query/view-record.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { askBoth, mapPair, sideFilter } from './sides.ts';
import type { Pair, Sides } from './sides.ts';

/** What a trace is looked at as being made of: traces by their name, and observations by name, model and tool. */
export const MOVER_KINDS = ['trace', 'observation', 'model', 'tool'] as const;
export type MoverKind = (typeof MOVER_KINDS)[number];

/** What a part adds to an average trace of a side. Parts inside of each other each count their own time. */
export interface TraceShare {
  readonly calls: number;
  /** Calls whose level is ERROR; of traces, those whose worst level is. */
  readonly errors: number;
  /** Milliseconds. */
  readonly latency: number;
  /** US dollars. */
  readonly cost: number;
  readonly tokens: number;
}

export type MoverMeasure = keyof TraceShare;

/** A name, model or tool on both sides of a comparison. */
export interface Mover {
  readonly kind: MoverKind;
  /** `null` where nobody named it. */
  readonly name: string | null;
  readonly baseline: TraceShare;
  readonly candidate: TraceShare;
  /** Candidate minus baseline: costs of all models add up to the difference of the sides' whole costs per trace. */
  readonly difference: TraceShare;
}

/**
 * What each name, model and tool adds to an average trace of either side, so that one sees what moved. `rankMovers` says
 * what moved most. Names beyond a thousand of a kind and level are left out.
 *
 * @throws StoreError - what the store's `aggregate` throws.
 */
export async function findMovers(
  store: Pick<TraceStore, 'aggregate'>,
  { baseline, candidate }: Sides,
  options: CallOptions = {},
): Promise<readonly Mover[]> {
  const filters = [sideFilter(baseline), sideFilter(candidate)] as const;
  const found = await Promise.all([
    askBoth(filters, (filter) => countTraces(store, filter, options)),
    ...MOVER_KINDS.map((kind) => askBoth(filters, (traces) => askParts(store, kind, traces, options))),
  ]);
  const [counts, ...answers] = found;
  return answers.flatMap((pair, place) => moversOf(MOVER_KINDS[place] as MoverKind, pair, counts));
}

/** What moved most by one measure, the largest difference first, whichever way; what did not move is left out. */
export function rankMovers(movers: readonly Mover[], measure: MoverMeasure): readonly Mover[] {
  return movers
    .filter(({ difference }) => difference[measure] !== 0)
    .toSorted((a, b) => Math.abs(b.difference[measure]) - Math.abs(a.difference[measure]));
}

async function countTraces(
  store: Pick<TraceStore, 'aggregate'>,
  filter: Filter | undefined,
  options: CallOptions,
): Promise<number> {
  const answer = await store.aggregate(
    { view: 'traces', filter, measures: [{ aggregate: 'count' }] },
    options,
  );
  return (answer.rows[0]?.values[0] ?? 0) as number;
}

interface PartQuery {
  readonly view: View;
  readonly field: string;
  readonly only?: Filter;
}

const PART_QUERIES: Readonly<Record<MoverKind, PartQuery>> = {
  trace: { view: 'traces', field: 'name' },
  observation: { view: 'observations', field: 'name' },
  model: { view: 'observations', field: 'model', only: { field: 'model', op: 'is-not-null' } },
  tool: { view: 'observations', field: 'name', only: { field: 'type', op: '=', value: 'TOOL' } },
};

const MEASURES: readonly Measure[] = [
  { aggregate: 'count' },
  { aggregate: 'sum', field: 'latency' },
  { aggregate: 'sum', field: 'totalCost' },
  { aggregate: 'sum', field: 'totalTokens' },
];

function askParts(
  store: Pick<TraceStore, 'aggregate'>,
  kind: MoverKind,
  traces: Filter | undefined,
  options: CallOptions,
): Promise<AggregateAnswer> {
  const { view, field, only } = PART_QUERIES[kind];
  return store.aggregate(
    { view, filter: only, traces, dimensions: [field, 'level'], measures: MEASURES, limit: MAX_GROUPS },
    options,
  );
}

const NOTHING: TraceShare = { calls: 0, errors: 0, latency: 0, cost: 0, tokens: 0 };

function moversOf(kind: MoverKind, answers: Pair<AggregateAnswer>, counts: Pair<number>): readonly Mover[] {
  const sums = mapPair(answers, sumParts);
  const names = new Set([...sums[0].keys(), ...sums[1].keys()]);
  return [...names].map((name) => {
    const baseline = perTrace(sums[0].get(name) ?? NOTHING, counts[0]);
    const candidate = perTrace(sums[1].get(name) ?? NOTHING, counts[1]);
    const difference = combine(candidate, baseline, (to, from) => to - from);
    return { kind, name, baseline, candidate, difference };
  });
}

function sumParts({ rows }: AggregateAnswer): ReadonlyMap<string | null, TraceShare> {
  const sums = new Map<string | null, TraceShare>();
  for (const { group, isRest, values } of rows) {
    if (isRest) continue;
    const [name, level] = group as [string | null, string];
    const [calls, latency, cost, tokens] = values.map((value) => (value ?? 0) as number) as [
      number,
      number,
      number,
      number,
    ];
    const own = { calls, errors: level === 'ERROR' ? calls : 0, latency, cost, tokens };
    sums.set(
      name,
      combine(sums.get(name) ?? NOTHING, own, (a, b) => a + b),
    );
  }
  return sums;
}

function perTrace(sums: TraceShare, traces: number): TraceShare {
  return combine(sums, NOTHING, (sum) => (traces === 0 ? 0 : sum / traces));
}

function combine(a: TraceShare, b: TraceShare, of: (a: number, b: number) => number): TraceShare {
  return {
    calls: withoutNoise(of(a.calls, b.calls)),
    errors: withoutNoise(of(a.errors, b.errors)),
    latency: withoutNoise(of(a.latency, b.latency)),
    cost: withoutNoise(of(a.cost, b.cost)),
    tokens: withoutNoise(of(a.tokens, b.tokens)),
  };
}
