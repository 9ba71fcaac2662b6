import type { Trace } from '../model/trace.ts';
import type { Tokens, Usd } from '../model/units.ts';
import { summarizeUsage } from './usage/summarize-usage.ts';
import { totalCost } from './usage/total-cost.ts';

/** One line of a list of traces. */
export interface TraceListRow {
  readonly trace: Trace;
  readonly tokens: Tokens | null;
  readonly cost: Usd | null;
}

/**
 * Traces as the rows of a list. A trace that moved from one page to another while they were read is shown once,
 * where it came first.
 */
export function traceListRows(traces: readonly Trace[]): TraceListRow[] {
  const seen = new Set<string>();
  const rows: TraceListRow[] = [];
  for (const trace of traces) {
    if (seen.has(trace.id)) continue;
    seen.add(trace.id);
    rows.push({ trace, tokens: summarizeUsage(trace.usage).total, cost: totalCost(trace.cost) });
  }
  return rows;
}
