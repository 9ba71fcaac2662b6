import type { AggregateAnswer, AggregateRow, GroupValue } from '../../query/aggregate/aggregate-query.ts';

/** One group of an answer, or all the groups beyond the limit together. */
export interface ChartGroup {
  /** The same in every answer to the same question, so that a group can keep its place and looks. */
  readonly key: string;
  /** The values of the dimensions, in their order; empty for the rest and without dimensions. */
  readonly group: readonly GroupValue[];
  /** It sums up the groups beyond the limit. */
  readonly isRest: boolean;
}

const REST_KEY = 'rest';

/** The group that a row is about. */
export function chartGroup({ group, isRest }: AggregateRow): ChartGroup {
  return { key: isRest ? REST_KEY : JSON.stringify(group), group, isRest };
}

/** How many groups an answer shows one by one, and how many there are: "top 10 of 43". */
export interface ShownGroups {
  readonly shown: number;
  readonly all: number;
}

export function shownGroups({ rows, groupCount }: AggregateAnswer): ShownGroups {
  const shown = new Set(rows.filter(({ isRest }) => !isRest).map((row) => chartGroup(row).key)).size;
  return { shown, all: Math.max(shown, groupCount) };
}
