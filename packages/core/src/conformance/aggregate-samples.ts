import { expect } from 'vitest';
import type { Patch } from '../model/patch.ts';
import type {
  AggregateQuery,
  GroupValue,
  Measure,
  MeasureValue,
} from '../query/aggregate/aggregate-query.ts';
import type { TraceStore } from '../store/trace-store.ts';

export const COUNT: Measure = { aggregate: 'count' };

/** A patch of a trace. */
export function trace(id: string, fields: Partial<Patch & { kind: 'trace' }>): Patch {
  return { kind: 'trace', id, at: 1, ...fields };
}

/** A call of a model that cost so many dollars; `null` when nobody priced it. */
export function call(
  id: string,
  cost: number | null,
  fields: Partial<Patch & { kind: 'observation' }> = {},
): Patch {
  const priced = cost === null ? {} : { cost: { total: cost } };
  return { kind: 'observation', id, traceId: 't', at: 1, startTime: 1, ...priced, ...fields };
}

/** The measures of all observations together. */
export async function valuesOf(
  store: TraceStore,
  measures: readonly Measure[],
): Promise<readonly MeasureValue[]> {
  const { rows } = await store.aggregate({ view: 'observations', measures });
  expect(rows).toHaveLength(1);
  return rows[0]?.values ?? [];
}

/** Each group of an answer with its measures. */
export async function groupsOf(
  store: TraceStore,
  query: AggregateQuery,
): Promise<(readonly [readonly GroupValue[], ...MeasureValue[]])[]> {
  const { rows } = await store.aggregate(query);
  return rows.map(({ group, values: measured }) => [group, ...measured]);
}
