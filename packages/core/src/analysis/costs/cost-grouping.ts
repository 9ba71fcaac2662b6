import { allOf } from '../../filters/narrow-query.ts';
import type {
  AggregateQuery,
  GroupValue,
  Measure,
  TimeBucket,
} from '../../query/aggregate/aggregate-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { RecordQuery } from '../../query/page.ts';

/** The calls and the traces that costs are asked of: the same question to two views. */
export interface CostQueries {
  readonly observations: RecordQuery;
  readonly traces: RecordQuery;
}

/** What costs are split by, besides the keys of metadata. */
export const COST_GROUPINGS = [
  'model',
  'user',
  'session',
  'environment',
  'release',
  'version',
  'tag',
  'trace-name',
  'name',
  'type',
  'prompt',
] as const;

/**
 * What costs are split by. `metadata.<path>` is metadata of the trace, which is where customers and tenants are; its costs
 * count at the trace's start, all others at the call's own.
 */
export type CostGrouping = (typeof COST_GROUPINGS)[number] | `metadata.${string}`;

const FIELDS: Readonly<Record<(typeof COST_GROUPINGS)[number], string>> = {
  model: 'model',
  user: 'userId',
  session: 'sessionId',
  environment: 'environment',
  release: 'release',
  version: 'traceVersion',
  tag: 'tags',
  'trace-name': 'traceName',
  name: 'name',
  type: 'type',
  prompt: 'promptName',
};

/** Which view and field a grouping is. */
export function groupingField(grouping: CostGrouping): {
  readonly view: 'observations' | 'traces';
  readonly field: string;
} {
  return isMetadata(grouping)
    ? { view: 'traces', field: grouping }
    : { view: 'observations', field: FIELDS[grouping] };
}

/** Which records a group is of: their view, and what they meet. */
export function costGroupRecords(
  grouping: CostGrouping,
  group: GroupValue,
): { readonly view: 'observations' | 'traces'; readonly condition: Filter } {
  const { view, field } = groupingField(grouping);
  // A call with several tags is in the group of each.
  const condition: Filter =
    group === null ? { field, op: 'is-null' } : { field, op: 'any-of', value: [group] };
  return { view, condition };
}

function isMetadata(grouping: CostGrouping): grouping is `metadata.${string}` {
  return grouping.startsWith('metadata.');
}

/** Records that say what they used or cost: all others have no part in it. */
const HAS_AMOUNTS: Filter = {
  or: [
    { field: 'usageKeys', op: 'is-not-null' },
    { field: 'costKeys', op: 'is-not-null' },
  ],
};

/** In the order that `readCostRows` reads them. Costs come first, for the dearest groups come first. */
const MEASURES: readonly Measure[] = [
  { aggregate: 'sum', field: 'totalCost' },
  { aggregate: 'count' },
  { aggregate: 'sum', field: 'totalTokens' },
  { aggregate: 'sum', field: 'inputTokens' },
  { aggregate: 'sum', field: 'outputTokens' },
];

export interface CostQueryOptions {
  /** Most groups; the others are answered together. Default: as for any aggregate. */
  readonly limit?: number | undefined;
  /** Splits every group by time. Default: not at all. */
  readonly timeBucket?: TimeBucket | undefined;
}

/** Asks what each group of calls cost, the dearest first. @param grouping - `null` asks for the whole. */
export function costQuery(
  queries: CostQueries,
  grouping: CostGrouping | null,
  { limit, timeBucket }: CostQueryOptions = {},
): AggregateQuery {
  const { view, field } =
    grouping === null ? ({ view: 'observations', field: null } as const) : groupingField(grouping);
  const { filter, traces } = queries[view];
  return {
    view,
    filter: allOf([filter, HAS_AMOUNTS]),
    ...(traces && { traces }),
    measures: MEASURES,
    ...(field !== null && { dimensions: [field] }),
    ...(limit !== undefined && { limit }),
    ...(timeBucket && { timeBucket }),
  };
}
