import { sumAmounts } from '../merge/sum-amounts.ts';
import type { Observation, Usage } from '../model/observation.ts';
import { hasAmounts } from './has-amounts.ts';

/** A model that was called and that nobody could price. */
export interface UnpricedModel {
  /** `null` where the client named none. */
  readonly model: string | null;
  /** Calls with usage and without any cost. */
  readonly observations: number;
  /** What they used together. */
  readonly usage: Usage;
}

/** Which models lack a price, most called first: for the person who keeps the price list. */
export function unpricedModels(
  observations: Iterable<Pick<Observation, 'model' | 'usage' | 'cost'>>,
): readonly UnpricedModel[] {
  const usages = new Map<string | null, Usage[]>();
  for (const { model, usage, cost } of observations) {
    if (hasAmounts(cost) || !hasAmounts(usage)) continue;
    const known = usages.get(model);
    if (known === undefined) usages.set(model, [usage]);
    else known.push(usage);
  }
  return [...usages]
    .map(([model, maps]) => ({ model, observations: maps.length, usage: sumAmounts(maps) }))
    .toSorted((a, b) => b.observations - a.observations || (a.model ?? '').localeCompare(b.model ?? ''));
}
