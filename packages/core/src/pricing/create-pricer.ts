import type { JsonObject } from '../model/json.ts';
import type { Cost, Usage } from '../model/observation.ts';
import type { PricingProvenance } from '../model/provenance.ts';
import type { EpochMs } from '../model/units.ts';
import { chooseTier } from './compiled-rule.ts';
import { computeCost } from './compute-cost.ts';
import { hasAmounts } from './has-amounts.ts';
import { compileList, matchingRules, ruleAt } from './listed-rules.ts';
import type { ListedRule } from './listed-rules.ts';
import type { PriceList } from './price-list.ts';
import { MAX_MODEL_NAME_LENGTH } from './price-pattern.ts';

/** What is priced: one call of a model. An `Observation` with its payload fits, and so does a patch. */
export interface PricingSubject {
  readonly model?: string | null | undefined;
  readonly usage?: Usage | undefined;
  /** What the client says it cost. If there is anything, nothing is computed. */
  readonly cost?: Cost | undefined;
  /** Which prices held. Default: now. */
  readonly startTime?: EpochMs | undefined;
  /** For tiers that ask for a service tier or the like. */
  readonly modelParameters?: JsonObject | undefined;
  readonly metadata?: JsonObject | undefined;
}

/**
 * - `priced`: `cost` has an entry for each usage key with a price, and `total`; `pricing` says what it was computed
 *   with, and which keys with units had no price.
 * - `unpriced`: there is usage, but nobody knows what it costs. Not the same as $0. `unknown-model`: no rule matches;
 *   `no-price`: the rule has a price for none of the keys.
 * - `skipped`: there is nothing to compute: the client named costs, or there is no usage, or no model.
 */
export type Pricing =
  | { readonly status: 'priced'; readonly cost: Cost; readonly pricing: PricingProvenance }
  | { readonly status: 'unpriced'; readonly reason: 'unknown-model' | 'no-price' }
  | { readonly status: 'skipped'; readonly reason: 'client-cost' | 'no-usage' | 'no-model' };

/** Knows what calls of models cost. Stateless but for what it remembers to be fast. */
export interface Pricer {
  /**
   * What a call costs, in US dollars (reference 1.8). Costs are exact: no binary fractions are added.
   *
   * @example
   * const answer = pricer.price({ model: 'gpt-4o', usage: { input: 60, output: 30, total: 90 } });
   * if (answer.status === 'priced') patch = { ...patch, computedCost: answer.cost, provenance: { pricing: answer.pricing } };
   */
  price(subject: PricingSubject): Pricing;
}

/** Models come from clients, so what is remembered of them is bounded. */
const MAX_REMEMBERED_MODELS = 10_000;

/**
 * A pricer that looks into lists in the given order: the rules of an earlier list beat those of later ones, so a host
 * puts its own before the defaults.
 *
 * @throws PriceListError - a rule cannot be used; the error names every problem of its list.
 * @example
 * const pricer = createPricer([ourPrices, await loadDefaultPrices()]);
 */
export function createPricer(lists: readonly PriceList[]): Pricer {
  const compiled = lists.map(compileList);
  const rulesByModel = new Map<string, readonly ListedRule[]>();

  const rulesOf = (model: string): readonly ListedRule[] => {
    // Also not to be remembered: a text of megabytes may stand in its place.
    if (model.length > MAX_MODEL_NAME_LENGTH) return [];
    let rules = rulesByModel.get(model);
    if (rules === undefined) {
      if (rulesByModel.size >= MAX_REMEMBERED_MODELS) rulesByModel.clear();
      rules = matchingRules(compiled, model);
      rulesByModel.set(model, rules);
    }
    return rules;
  };

  return {
    price(subject) {
      const { model, usage, cost, startTime } = subject;
      if (cost !== undefined && hasAmounts(cost)) return CLIENT_COST;
      if (usage === undefined || !hasAmounts(usage)) return NO_USAGE;
      if (model === undefined || model === null || model === '') return NO_MODEL;
      const listed = ruleAt(rulesOf(model), startTime);
      if (listed === undefined) return UNKNOWN_MODEL;
      const tier = chooseTier(listed.rule, { ...subject, usage });
      const computed = computeCost(usage, tier.prices());
      if (!hasAmounts(computed.cost)) return NO_PRICE;
      const { unpriced } = computed;
      const pricing = { list: listed.list, rule: listed.rule.id, tier: tier.name, unpriced };
      return { status: 'priced', cost: computed.cost, pricing };
    },
  };
}

const CLIENT_COST: Pricing = { status: 'skipped', reason: 'client-cost' };
const NO_USAGE: Pricing = { status: 'skipped', reason: 'no-usage' };
const NO_MODEL: Pricing = { status: 'skipped', reason: 'no-model' };
const UNKNOWN_MODEL: Pricing = { status: 'unpriced', reason: 'unknown-model' };
const NO_PRICE: Pricing = { status: 'unpriced', reason: 'no-price' };
