import type { EpochMs, Tokens, Usd } from '../../model/units.ts';
import type { AggregateAnswer, AggregateRow, GroupValue } from '../../query/aggregate/aggregate-query.ts';

/** What calls came to. */
export interface CostSums {
  /** 0 where nothing was priced: see `findCostFindings` for what is missing. */
  readonly cost: Usd;
  /** Calls that say what they used or cost; of traces, those with such calls. */
  readonly calls: number;
  readonly tokens: Tokens;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
}

/** What a group of calls came to. */
export interface CostRow extends CostSums {
  /** `null` for calls without a value, and for the rest. */
  readonly group: GroupValue;
  /** The groups beyond those asked for, together. */
  readonly isRest: boolean;
  /** Of the whole cost, 0 to 1; `null` where the whole is nothing. Calls with several tags count for each. */
  readonly share: number | null;
  /** What the group cost in the time before; `null` where nobody asked, and for the rest. */
  readonly before: Usd | null;
}

const NOTHING: CostSums = { cost: 0, calls: 0, tokens: 0, inputTokens: 0, outputTokens: 0 };

/** Reads the answer to a `costQuery` without groups and time. */
export function readCostSums(answer: AggregateAnswer | undefined): CostSums {
  const [row] = answer?.rows ?? [];
  return row ? sumsOf(row) : NOTHING;
}

/**
 * Reads the answer to a `costQuery` with groups: one row for each, the rest last.
 *
 * @param whole - cost of all groups, for the shares.
 * @param before - the answer of the time before, to compare with.
 */
export function readCostRows(
  answer: AggregateAnswer,
  whole: Usd,
  before: AggregateAnswer | null = null,
): readonly CostRow[] {
  const costBefore = new Map(
    before?.rows.filter(({ isRest }) => !isRest).map((row) => [row.group[0] ?? null, sumsOf(row).cost]),
  );
  // A group that is not among the answered ones was in their rest.
  const isComplete = before !== null && before.rows.every(({ isRest }) => !isRest);
  return answer.rows.map((row) => {
    const group = row.group[0] ?? null;
    const sums = sumsOf(row);
    return {
      ...sums,
      group,
      isRest: row.isRest,
      share: whole === 0 ? null : sums.cost / whole,
      before: row.isRest ? null : (costBefore.get(group) ?? (isComplete ? 0 : null)),
    };
  });
}

/** One line of costs over time. */
export interface CostSeries {
  readonly group: GroupValue;
  readonly isRest: boolean;
  /** From the earliest on; times without calls are left out. */
  readonly points: readonly CostPoint[];
}

export interface CostPoint extends CostSums {
  /** When its time bucket begins. */
  readonly time: EpochMs;
}

/** Reads the answer to a `costQuery` with time buckets: a series for each group, the rest last. */
export function readCostSeries(answer: AggregateAnswer): readonly CostSeries[] {
  const series = new Map<string, { group: GroupValue; isRest: boolean; points: CostPoint[] }>();
  for (const row of answer.rows) {
    const key = JSON.stringify([row.group, row.isRest]);
    let one = series.get(key);
    if (!one) series.set(key, (one = { group: row.group[0] ?? null, isRest: row.isRest, points: [] }));
    if (row.bucket !== null) one.points.push({ time: row.bucket, ...sumsOf(row) });
  }
  return [...series.values()];
}

function sumsOf({ values }: AggregateRow): CostSums {
  const [cost, calls, tokens, inputTokens, outputTokens] = values.map((value) =>
    typeof value === 'number' ? value : 0,
  ) as [number, number, number, number, number];
  return { cost, calls, tokens, inputTokens, outputTokens };
}
