import type { Cost } from '../../model/observation.ts';
import type { Usd } from '../../model/units.ts';
import { summarizeUsage } from './summarize-usage.ts';

/** A cost map in two numbers. `null` where nothing was priced. */
export interface CostSummary {
  readonly input: Usd | null;
  readonly output: Usd | null;
}

/** Sums a cost map by direction: dollars have the same keys as tokens. */
export function summarizeCost(cost: Cost): CostSummary {
  const units: Readonly<Record<string, number>> = cost;
  const { input, output } = summarizeUsage(units);
  return { input: dollars(input), output: dollars(output) };
}

function dollars(sum: number | null): Usd | null {
  return sum;
}
