import type { Trace } from '../model/trace.ts';
import type { Tokens, Usd } from '../model/units.ts';
import type { Page } from '../query/page.ts';
import { summarizeUsage } from './summarize-usage.ts';
import { totalCost } from './total-cost.ts';

/** One line of a list of traces. */
export interface TraceListRow {
  readonly trace: Trace;
  readonly tokens: Tokens | null;
  readonly cost: Usd | null;
}

/**
 * The pages of a list as one run of rows. A trace that moved between two pages while they were read is shown once,
 * where it came first.
 */
export function traceListRows(pages: readonly Page<Trace>[]): TraceListRow[] {
  const seen = new Set<string>();
  return pages
    .flatMap((page) => page.items)
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map((trace) => ({ trace, tokens: summarizeUsage(trace.usage).total, cost: totalCost(trace.cost) }));
}
