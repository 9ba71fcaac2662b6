import { allOf } from '../../filters/narrow-query.ts';
import { sumNumbers } from '../../merge/running-sum.ts';
import type { TraceId } from '../../model/ids.ts';
import type { Filter } from '../../query/filter.ts';
import { MAX_PAGE_SIZE } from '../../query/page.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import type { CostFinding, CostFindings } from './cost-finding.ts';
import type { CostQueries } from './cost-grouping.ts';
import { findRepeatedUsage } from './find-repeated-usage.ts';
import type { RepeatedUsage } from './find-repeated-usage.ts';

export interface FindRepeatsOptions extends CallOptions {
  /** Most traces to read as a whole. */
  readonly traceLimit: number;
}

/** Only calls of models use anything: what other steps report may be what calls below them reported. */
const SUSPECT: Filter = {
  and: [
    { field: 'type', op: 'none-of', value: ['GENERATION', 'EMBEDDING'] },
    { field: 'usageKeys', op: 'is-not-null' },
  ],
};

/** Looks into the traces with the largest suspects for steps that report usage once more, by the names of the steps. */
export async function findRepeats(
  store: Pick<TraceStore, 'aggregate' | 'listObservations' | 'readTrace'>,
  { observations }: CostQueries,
  { traceLimit, signal }: FindRepeatsOptions,
): Promise<CostFindings> {
  const suspects = { ...observations, filter: allOf([observations.filter, SUSPECT]) };
  const [counted, page] = await Promise.all([
    store.aggregate(
      {
        view: 'observations',
        ...suspects,
        measures: [{ aggregate: 'count-distinct', field: 'traceId' }],
      },
      { signal },
    ),
    store.listObservations(
      { ...suspects, order: { field: 'totalTokens', direction: 'desc' }, limit: MAX_PAGE_SIZE },
      { signal },
    ),
  ]);
  const traceIds = [...new Set(page.items.map(({ traceId }) => traceId))].slice(0, traceLimit);
  const repeated = await Promise.all(traceIds.map((traceId) => lookInto(store, traceId, { signal })));
  const byName = new Map<string | null, RepeatedUsage[]>();
  for (const one of repeated.flat()) {
    const known = byName.get(one.name);
    if (known) known.push(one);
    else byName.set(one.name, [one]);
  }
  const findings = [...byName.values()].map(findingOf);
  return {
    findings: findings.toSorted((a, b) => b.cost - a.cost),
    tracesLookedAt: traceIds.length,
    tracesSuspected: (counted.rows[0]?.values[0] ?? 0) as number,
  };
}

async function lookInto(
  store: Pick<TraceStore, 'readTrace'>,
  traceId: TraceId,
  options: CallOptions,
): Promise<readonly RepeatedUsage[]> {
  const structure = await store.readTrace(traceId, options);
  return structure === null ? [] : findRepeatedUsage(structure);
}

function findingOf(steps: readonly RepeatedUsage[]): Extract<CostFinding, { code: 'repeated-by-parent' }> {
  const [first] = steps as readonly [RepeatedUsage];
  const { name, traceId, observationId } = first;
  return {
    code: 'repeated-by-parent',
    name,
    steps: steps.length,
    tokens: steps.reduce((sum, { tokens }) => sum + tokens, 0),
    cost: sumNumbers(steps.map(({ cost }) => cost ?? 0)),
    example: { traceId, observationId },
  };
}
