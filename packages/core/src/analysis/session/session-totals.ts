import { sumAmounts } from '../../merge/sum-amounts.ts';
import type { UserId } from '../../model/ids.ts';
import type { Trace } from '../../model/trace.ts';
import type { EpochMs, Tokens, Usd } from '../../model/units.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { totalCost } from '../usage/total-cost.ts';

/** What the traces of a session come to. */
export interface SessionTotals {
  /** Start of the first trace. */
  readonly startTime: EpochMs;
  /** Latest known moment. */
  readonly endTime: EpochMs;
  readonly traceCount: number;
  /** Traces whose level is ERROR. */
  readonly errorCount: number;
  readonly observationCount: number;
  /** In the order in which they appeared. */
  readonly userIds: readonly UserId[];
  /** In the order in which they appeared. */
  readonly environments: readonly string[];
  /** `null` when nothing was reported. */
  readonly tokens: Tokens | null;
  /** `null` when nothing was priced. */
  readonly cost: Usd | null;
}

/** Sums of the traces of a session, in the order of their starts; `null` of none. */
export function sessionTotals(traces: readonly Trace[]): SessionTotals | null {
  const [first] = traces;
  if (!first) return null;
  let startTime = first.startTime;
  let endTime = first.endTime ?? first.startTime;
  let errorCount = 0;
  let observationCount = 0;
  const userIds = new Set<UserId>();
  const environments = new Set<string>();
  for (const trace of traces) {
    startTime = Math.min(startTime, trace.startTime);
    endTime = Math.max(endTime, trace.endTime ?? trace.startTime);
    if (trace.level === 'ERROR') errorCount += 1;
    observationCount += trace.observationCount;
    if (trace.userId !== null) userIds.add(trace.userId);
    environments.add(trace.environment);
  }
  return {
    startTime,
    endTime,
    traceCount: traces.length,
    errorCount,
    observationCount,
    userIds: [...userIds],
    environments: [...environments],
    tokens: summarizeUsage(sumAmounts(traces.map(({ usage }) => usage))).total,
    cost: totalCost(sumAmounts(traces.map(({ cost }) => cost))),
  };
}
