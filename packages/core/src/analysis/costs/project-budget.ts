import { allOf } from '../../filters/narrow-query.ts';
import { sumNumbers } from '../../merge/running-sum.ts';
import type { EpochMs, Usd } from '../../model/units.ts';
import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import { bucketStart, nextBucketStart } from '../../query/aggregate/time-buckets.ts';
import type { RecordQuery } from '../../query/page.ts';

/** What may be spent in a day, a week or a month. Plain JSON. */
export interface Budget {
  readonly name: string;
  readonly amount: Usd;
  readonly period: 'day' | 'week' | 'month';
  /** Whose costs: a query of observations. Default: everybody's. */
  readonly query?: RecordQuery | undefined;
}

/** The day, week or month that a moment is in. */
export interface BudgetPeriod {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** Where a budget stands. */
export interface BudgetState extends BudgetPeriod {
  readonly budget: Budget;
  readonly spent: Usd;
  /** Of the amount: 1.2 is a fifth over. */
  readonly share: number;
  /** Of the period, 0 to 1. */
  readonly elapsed: number;
  /**
   * What will be spent when the period ends, if as much is spent in the rest of it as was in the part that is over, hour
   * by hour: a straight line. `null` in the first twentieth, which says too little.
   */
  readonly projected: Usd | null;
  /** When the amount is spent, by the same line; `null` where it lasts, or nothing is projected. */
  readonly runsOutAt: EpochMs | null;
  /** `over`: spent. `at-risk`: the line ends above the amount. */
  readonly state: 'over' | 'at-risk' | 'fine';
  /** What was spent since the period began, as it grew. */
  readonly burn: readonly BurnPoint[];
}

export interface BurnPoint {
  /** The end of a time bucket, or now. */
  readonly time: EpochMs;
  readonly spent: Usd;
}

/** Days begin at midnight of the time zone, weeks on Monday. */
export function budgetPeriod(
  { period }: Pick<Budget, 'period'>,
  now: EpochMs,
  timeZone: string,
): BudgetPeriod {
  const bucket = { unit: period, timeZone } as const;
  const from = bucketStart(now, bucket) ?? now;
  return { from, to: nextBucketStart(from, bucket) ?? now };
}

/** Asks what was spent of a budget in the period that a moment is in, as it grew. */
export function budgetQuery(budget: Budget, now: EpochMs, timeZone: string): AggregateQuery {
  const { from, to } = budgetPeriod(budget, now, timeZone);
  return {
    view: 'observations',
    filter: allOf([
      { field: 'startTime', op: '>=', value: from },
      { field: 'startTime', op: '<', value: to },
      budget.query?.filter,
    ]),
    ...(budget.query?.traces && { traces: budget.query.traces }),
    measures: [{ aggregate: 'sum', field: 'totalCost' }],
    timeBucket: bucketOf(budget, timeZone),
  };
}

/** Less of a period says nothing about the rest. */
const LEAST_ELAPSED = 0.05;

/** Reads the answer to a `budgetQuery` of the same budget, moment and time zone. */
export function projectBudget(
  budget: Budget,
  answer: AggregateAnswer,
  now: EpochMs,
  timeZone: string,
): BudgetState {
  const { from, to } = budgetPeriod(budget, now, timeZone);
  const burn: BurnPoint[] = [{ time: from, spent: 0 }];
  for (const { bucket, values } of answer.rows) {
    if (bucket === null) continue;
    const end = nextBucketStart(bucket, bucketOf(budget, timeZone)) ?? now;
    const before = burn.at(-1)?.spent ?? 0;
    const [cost] = values;
    burn.push({ time: Math.min(end, now), spent: sumNumbers([before, typeof cost === 'number' ? cost : 0]) });
  }
  const spent = burn.at(-1)?.spent ?? 0;
  if ((burn.at(-1)?.time ?? from) < now) burn.push({ time: now, spent });
  const elapsed = to === from ? 1 : (now - from) / (to - from);
  const projected = elapsed < LEAST_ELAPSED ? null : spent / elapsed;
  const isOver = spent > budget.amount;
  const isAtRisk = projected !== null && projected > budget.amount;
  return {
    budget,
    from,
    to,
    spent,
    share: budget.amount === 0 ? (spent === 0 ? 0 : Infinity) : spent / budget.amount,
    elapsed,
    projected,
    runsOutAt: isAtRisk && !isOver ? from + (budget.amount / spent) * (now - from) : null,
    state: isOver ? 'over' : isAtRisk ? 'at-risk' : 'fine',
    burn,
  };
}

function bucketOf({ period }: Budget, timeZone: string) {
  return { unit: period === 'day' ? 'hour' : 'day', timeZone } as const;
}
