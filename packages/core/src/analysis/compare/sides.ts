import { allOf } from '../../filters/narrow-query.ts';
import type { Filter } from '../../query/filter.ts';
import type { RecordQuery } from '../../query/page.ts';

/** Two sets of traces, each by a query of the traces view: releases, versions, or whatever a filter can say. */
export interface Sides {
  readonly baseline: RecordQuery;
  readonly candidate: RecordQuery;
}

/** The same of both sides, the baseline first. */
export type Pair<Value> = readonly [baseline: Value, candidate: Value];

export function mapPair<From, To>([baseline, candidate]: Pair<From>, map: (side: From) => To): Pair<To> {
  return [map(baseline), map(candidate)];
}

/** Asks one question of both sides at once. */
export async function askBoth<From, Answer>(
  [baseline, candidate]: Pair<From>,
  ask: (side: From) => Promise<Answer>,
): Promise<Pair<Answer>> {
  return Promise.all([ask(baseline), ask(candidate)]);
}

/** The traces of a side as one filter of the traces view; `undefined` for all. */
export function sideFilter({ filter, traces }: RecordQuery): Filter | undefined {
  return allOf([filter, traces]);
}
