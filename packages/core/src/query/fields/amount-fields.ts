import { summarizeUsage } from '../../analysis/usage/summarize-usage.ts';
import { withoutNoise } from '../../merge/running-sum.ts';
import type { Cost, Usage } from '../../model/observation.ts';
import { number, texts } from './field.ts';
import type { Field, Fields } from './field.ts';

interface Amounts {
  readonly usage: Usage;
  readonly cost: Cost;
}

/**
 * Tokens and dollars of everything that has them. Input and output are the sums over all keys that speak of them, as
 * the panels show them (reference 1.8); `null` where nothing was reported.
 */
export const AMOUNT_FIELDS: Fields<Amounts> = {
  inputTokens: number(({ item }) => summarizeUsage(item.usage).input),
  outputTokens: number(({ item }) => summarizeUsage(item.usage).output),
  totalTokens: number(({ item }) => summarizeUsage(item.usage).total),
  inputCost: number(({ item }) => summarizeCost(item.cost).input),
  outputCost: number(({ item }) => summarizeCost(item.cost).output),
  totalCost: number(({ item }) => summarizeCost(item.cost).total),
  // To find out which `usage.<key>` and `cost.<key>` there are.
  usageKeys: texts(({ item }) => Object.keys(item.usage).toSorted()),
  costKeys: texts(({ item }) => Object.keys(item.cost).toSorted()),
};

/** `usage.<key>` and `cost.<key>`: one key as it was reported. */
export function amountField(part: 'usage' | 'cost', key: string): Field<Amounts> {
  return number(({ item }) => (Object.hasOwn(item[part], key) ? (item[part][key] ?? null) : null));
}

/** Dollars are summed up by the same keys as tokens. */
function summarizeCost(cost: Cost) {
  const units: Readonly<Record<string, number>> = cost;
  const { input, output, total } = summarizeUsage(units);
  return { input: dollars(input), output: dollars(output), total: dollars(total) };
}

function dollars(sum: number | null): number | null {
  return sum === null ? null : withoutNoise(sum);
}
