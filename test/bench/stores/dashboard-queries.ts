import type { AggregateQuery } from '@oriel/core';
import type { BareColumns } from './bare-columns.ts';

/** A question of a home dashboard, and the loop over bare arrays that does the same work. */
export interface DashboardQuery {
  readonly name: string;
  readonly query: AggregateQuery;
  readonly bare: (columns: BareColumns, codeOf: (text: string) => number) => unknown;
}

const DAY = 86_400_000;
const PERCENTILES = ['p50', 'p90', 'p95', 'p99'] as const;
const isGeneration = { field: 'type', op: '=', value: 'GENERATION' } as const;

/** Those of the home dashboard over observations, and a breakdown by metadata. */
export const DASHBOARD_QUERIES: readonly DashboardQuery[] = [
  {
    name: 'tokens and cost by model',
    query: {
      view: 'observations',
      filter: isGeneration,
      measures: [
        { aggregate: 'sum', field: 'totalCost' },
        { aggregate: 'sum', field: 'totalTokens' },
      ],
      dimensions: ['model'],
    },
    bare({ count, type, model, cost, tokens }, codeOf) {
      const sums = [new Float64Array(256), new Float64Array(256)] as const;
      const wanted = codeOf('GENERATION');
      for (let row = 0; row < count; row += 1) {
        if (type[row] !== wanted) continue;
        const group = model[row] ?? 0;
        sums[0][group] = (sums[0][group] ?? 0) + (cost[row] ?? 0);
        sums[1][group] = (sums[1][group] ?? 0) + (tokens[row] ?? 0);
      }
      return sums;
    },
  },
  {
    name: 'observations by level and day',
    query: {
      view: 'observations',
      measures: [{ aggregate: 'count' }],
      dimensions: ['level'],
      timeBucket: { unit: 'day' },
    },
    bare: ({ count, level, startTime }) => {
      const counts = new Map<number, number>();
      for (let row = 0; row < count; row += 1) {
        const cell = Math.floor((startTime[row] ?? 0) / DAY) * 256 + (level[row] ?? 0);
        counts.set(cell, (counts.get(cell) ?? 0) + 1);
      }
      return counts;
    },
  },
  {
    name: 'cost by model and day',
    query: {
      view: 'observations',
      measures: [{ aggregate: 'sum', field: 'totalCost' }],
      dimensions: ['model'],
      timeBucket: { unit: 'day' },
    },
    bare: ({ count, model, startTime, cost }) => {
      const sums = new Map<number, number>();
      for (let row = 0; row < count; row += 1) {
        const cell = Math.floor((startTime[row] ?? 0) / DAY) * 256 + (model[row] ?? 0);
        sums.set(cell, (sums.get(cell) ?? 0) + (cost[row] ?? 0));
      }
      return sums;
    },
  },
  {
    name: 'latency percentiles by name',
    query: {
      view: 'observations',
      measures: PERCENTILES.map((aggregate) => ({ aggregate, field: 'latency' })),
      dimensions: ['name'],
    },
    bare: ({ count, name, latency }) => sortedByGroup(count, name, latency),
  },
  {
    name: 'latency p95 of generations by model and day',
    query: {
      view: 'observations',
      filter: isGeneration,
      measures: [{ aggregate: 'p95', field: 'latency' }],
      dimensions: ['model'],
      timeBucket: { unit: 'day' },
    },
    bare({ count, type, model, startTime, latency }, codeOf) {
      const wanted = codeOf('GENERATION');
      const cells = new Map<number, number[]>();
      for (let row = 0; row < count; row += 1) {
        if (type[row] !== wanted) continue;
        const cell = Math.floor((startTime[row] ?? 0) / DAY) * 256 + (model[row] ?? 0);
        const values = cells.get(cell);
        if (values) values.push(latency[row] ?? 0);
        else cells.set(cell, [latency[row] ?? 0]);
      }
      return Array.from(cells.values(), (values) => Float64Array.from(values).toSorted());
    },
  },
  {
    name: 'cost by a metadata key',
    query: {
      view: 'observations',
      measures: [{ aggregate: 'sum', field: 'totalCost' }, { aggregate: 'count' }],
      dimensions: ['metadata.tenant'],
    },
    bare({ count, tenant, cost }) {
      const sums = [new Float64Array(256), new Float64Array(256)] as const;
      for (let row = 0; row < count; row += 1) {
        const group = tenant[row] ?? 0;
        sums[0][group] = (sums[0][group] ?? 0) + (cost[row] ?? 0);
        sums[1][group] = (sums[1][group] ?? 0) + 1;
      }
      return sums;
    },
  },
];

function sortedByGroup(count: number, group: Uint8Array, values: Float64Array): Float64Array[] {
  const sizes = new Uint32Array(256);
  for (let row = 0; row < count; row += 1) sizes[group[row] ?? 0] = (sizes[group[row] ?? 0] ?? 0) + 1;
  const groups = Array.from(sizes, (size) => new Float64Array(size));
  sizes.fill(0);
  for (let row = 0; row < count; row += 1) {
    const of = group[row] ?? 0;
    const list = groups[of];
    const next = sizes[of] ?? 0;
    if (list) list[next] = values[row] ?? 0;
    sizes[of] = next + 1;
  }
  return groups.map((list) => list.toSorted());
}
