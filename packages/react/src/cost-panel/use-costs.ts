'use client';

import { useMemo } from 'react';
import { skipToken, useQuery } from '@tanstack/react-query';
import {
  budgetQuery,
  cacheQuery,
  costQuery,
  findCostFindings,
  projectBudget,
  readCacheUse,
  readCostRows,
  readCostSums,
  readUsageKeys,
  readUsageTypes,
  timeSeries,
  timeUnitFor,
  usageTimeSeries,
  usageKeysQuery,
  usageTypeQueries,
} from '@oriel/core';
import type { Budget, CostGrouping, CostQueries, Filter, TimeBucket, TimeSpan } from '@oriel/core';
import { openPriceBook } from '@oriel/core/pricing';
import { useFilters } from '../filters/use-filters.ts';
import { storeKey } from '../queries/query-keys.ts';
import { readPolicy } from '../queries/read-policy.ts';
import { useAggregate } from '../hooks/use-aggregate.ts';
import { useFacets } from '../hooks/use-facets.ts';
import { usePriceLists } from '../prices/use-price-lists.ts';
import { useStoreContext } from '../provider/store-context.ts';
import { useCostQueries } from './use-cost-queries.ts';

export interface UseCostsOptions {
  /** Of which traces, besides what the `FilterProvider` says. Keep it stable. @defaultValue all */
  traces?: Filter | undefined;
  /** @defaultValue 'model' */
  groupBy?: CostGrouping | undefined;
  /** What may be spent. Keep the list stable. @defaultValue none */
  budgets?: readonly Budget[] | undefined;
}

/** Groups of the table, groups of the chart, and groups of the time before to find each again. */
const MOST_ROWS = 100;
const MOST_SERIES = 7;
const MOST_BEFORE = 1000;
const NO_BUDGETS: readonly Budget[] = [];

/**
 * Loads what calls cost: the whole, by groups, over time, by kind of usage, what caches saved, what is doubtful, and where
 * budgets stand. Each part comes when it is there; `costs` is `null` until the whole is.
 *
 * @example
 * const { costs } = useCosts({ groupBy: 'metadata.organisation' });
 * costs?.rows[0]?.cost
 */
export function useCosts({ traces, groupBy = 'model', budgets = NO_BUDGETS }: UseCostsOptions = {}) {
  const { store, queryClient } = useStoreContext();
  const { now, bounds, timeZone } = useFilters();
  const { queries, before } = useCostQueries(traces);
  const timeBucket = useMemo(() => ({ unit: timeUnitFor(bounds, now), timeZone }), [bounds, now, timeZone]);
  const chartQuery = useMemo(
    () => costQuery(queries, groupBy, { limit: MOST_SERIES, timeBucket }),
    [queries, groupBy, timeBucket],
  );
  const whole = useAggregate(costQuery(queries, null));
  const wholeBefore = useAggregate(before && costQuery(before, null));
  const groups = useAggregate(costQuery(queries, groupBy, { limit: MOST_ROWS }));
  const groupsBefore = useAggregate(before && costQuery(before, groupBy, { limit: MOST_BEFORE }));
  const overTime = useAggregate(chartQuery);
  const facets = useFacets(usageKeysQuery(queries));
  const keys = useMemo(() => (facets.data ? readUsageKeys(facets.data) : null), [facets.data]);
  const usage = useUsage(queries, timeBucket, bounds, keys);
  const findings = useFindings(queries);
  const states = useBudgets(budgets, now, timeZone);
  // A store may have to look into every payload for them, and they are choices of a menu: numbers come first.
  const metadata = useFacets(
    findings.isFetched ? { view: 'traces', ...queries.traces, fields: ['metadataKeys'], limit: 50 } : null,
  );

  const sums = whole.data && readCostSums(whole.data);
  const isStale = [whole, groups, overTime].some(({ isPlaceholderData }) => isPlaceholderData);
  return {
    costs: sums
      ? {
          whole: sums,
          before: wholeBefore.data ? readCostSums(wholeBefore.data) : null,
          rows: groups.data ? readCostRows(groups.data, sums.cost, groupsBefore.data ?? null) : null,
          chart: overTime.data
            ? {
                cost: timeSeries(chartQuery, overTime.data, bounds, 0),
                tokens: timeSeries(chartQuery, overTime.data, bounds, 2),
              }
            : null,
          types: usage && readUsageTypes(usage.keys, usage.answers, sums),
          /** The kinds over time; `null` until they are there. */
          typesChart: usage?.overTime ?? null,
          cache: usage ? usage.cacheOf(readUsageTypes(usage.keys, usage.answers, sums)) : null,
          findings: findings.data ?? null,
          budgets: states,
          isStale,
        }
      : null,
    queries,
    metadataKeys: metadata.data?.[0]?.values.map(({ value }) => String(value)) ?? [],
    /** What keeps the panel, or a part of it, from being there. */
    error: [whole, groups, overTime, facets, findings].find(({ error }) => error)?.error ?? null,
    /** Asks again for all that failed. */
    retry: () =>
      void queryClient.refetchQueries({
        queryKey: storeKey(store.traces),
        predicate: ({ state }) => state.status === 'error',
      }),
  };
}

/** What {@link useCosts} loads. */
export type Costs = NonNullable<ReturnType<typeof useCosts>['costs']>;

function useUsage(
  queries: CostQueries,
  timeBucket: TimeBucket,
  bounds: TimeSpan,
  keys: readonly string[] | null,
) {
  const { store, queryClient } = useStoreContext();
  const { lists } = usePriceLists();
  const book = useMemo(() => lists && openPriceBook(lists), [lists]);
  const cached = keys && cacheQuery(queries, keys);
  const cache = useAggregate(cached);
  const asked = useMemo(
    () => keys && usageTypeQueries(queries, keys, timeBucket),
    [queries, keys, timeBucket],
  );
  const { data: answers } = useQuery(
    {
      ...readPolicy,
      queryKey: [...storeKey(store.traces), 'usage-types', asked],
      queryFn:
        asked === null
          ? skipToken
          : ({ signal }) => Promise.all(asked.map((query) => store.traces.aggregate(query, { signal }))),
    },
    queryClient,
  );
  const overTime = useMemo(
    () => (keys && asked && answers ? usageTimeSeries(keys, asked, answers, bounds) : null),
    [keys, asked, answers, bounds],
  );
  if (!answers || keys === null) return null;
  return {
    keys,
    answers,
    overTime,
    cacheOf: (types: ReturnType<typeof readUsageTypes>) =>
      book && cache.data
        ? readCacheUse(keys, cache.data, types, (model, at) => book.pricesOf(model, at))
        : null,
  };
}

function useFindings(queries: CostQueries) {
  const { store, queryClient } = useStoreContext();
  return useQuery(
    {
      ...readPolicy,
      queryKey: [...storeKey(store.traces), 'cost-findings', queries],
      queryFn: ({ signal }) => findCostFindings(store.traces, queries, { signal }),
    },
    queryClient,
  );
}

function useBudgets(budgets: readonly Budget[], now: number, timeZone: string) {
  const { store, queryClient } = useStoreContext();
  const { data } = useQuery(
    {
      ...readPolicy,
      queryKey: [...storeKey(store.traces), 'budgets', budgets, now, timeZone],
      queryFn: ({ signal }) =>
        Promise.all(
          budgets.map(async (budget) =>
            projectBudget(
              budget,
              await store.traces.aggregate(budgetQuery(budget, now, timeZone), { signal }),
              now,
              timeZone,
            ),
          ),
        ),
    },
    queryClient,
  );
  return data ?? [];
}
