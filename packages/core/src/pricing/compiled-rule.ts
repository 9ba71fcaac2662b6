import type { JsonObject } from '../model/json.ts';
import type { Usage } from '../model/observation.ts';
import type { EpochMs } from '../model/units.ts';
import { scalePrices } from './compute-cost.ts';
import type { ScaledPrices } from './compute-cost.ts';
import type { AttributeCondition, PriceCondition, PriceRule, UsageCondition } from './price-list.ts';
import { compilePattern } from './price-pattern.ts';

/** What conditions look at. */
export interface ConditionSubject {
  readonly usage: Usage;
  readonly modelParameters?: JsonObject | undefined;
  readonly metadata?: JsonObject | undefined;
}

type Condition = (subject: ConditionSubject) => boolean;

export interface CompiledTier {
  readonly name: string;
  readonly conditions: readonly Condition[];
  /** Made when first asked for: of a long list, a host meets few models. */
  prices(): ScaledPrices;
}

/** A rule ready to be asked. */
export interface CompiledRule {
  readonly id: string;
  readonly pattern: RegExp;
  /** `-Infinity` where the rule always holds. */
  readonly startTime: EpochMs;
  /** With conditions, in the order they are tried. */
  readonly tiers: readonly CompiledTier[];
  readonly defaultTier: CompiledTier;
}

/** Compiles a rule that `checkPriceList` found nothing wrong with; `undefined` for any other. */
export function compileRule(rule: PriceRule): CompiledRule | undefined {
  const pattern = compilePattern(rule.matchPattern);
  const defaultTier = rule.tiers.find(({ isDefault }) => isDefault);
  if (typeof pattern === 'string' || defaultTier === undefined) return undefined;
  const tiers = rule.tiers
    .filter(({ isDefault, conditions }) => !isDefault && conditions.length > 0)
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ name, conditions, prices }) => ({
      name,
      conditions: conditions.map(compileCondition),
      prices: once(() => scalePrices(prices)),
    }));
  return {
    id: rule.id,
    pattern,
    startTime: rule.startDate == null ? -Infinity : Date.parse(rule.startDate),
    tiers,
    defaultTier: {
      name: defaultTier.name,
      conditions: [],
      prices: once(() => scalePrices(defaultTier.prices)),
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The tier that counts for a call. */
export function chooseTier(rule: CompiledRule, subject: ConditionSubject): CompiledTier {
  for (const tier of rule.tiers) {
    if (tier.conditions.every((holds) => holds(subject))) return tier;
  }
  return rule.defaultTier;
}

function compileCondition(condition: PriceCondition): Condition {
  return condition.kind === 'usage' ? usageCondition(condition) : attributeCondition(condition);
}

const COMPARE: Readonly<Record<UsageCondition['operator'], (sum: number, value: number) => boolean>> = {
  gt: (sum, value) => sum > value,
  gte: (sum, value) => sum >= value,
  lt: (sum, value) => sum < value,
  lte: (sum, value) => sum <= value,
  eq: (sum, value) => sum === value,
  neq: (sum, value) => sum !== value,
};

/** Usage keys come from clients, so what is remembered of them is bounded. */
const MAX_REMEMBERED_KEYS = 1000;

function usageCondition({ keyPattern, operator, value, isCaseSensitive = false }: UsageCondition): Condition {
  const pattern = compilePattern(keyPattern, !isCaseSensitive);
  if (typeof pattern === 'string') return () => false;
  const compare = COMPARE[operator];
  const known = new Map<string, boolean>();
  const isFound = (key: string) => {
    let found = known.get(key);
    if (found === undefined) {
      if (known.size >= MAX_REMEMBERED_KEYS) known.clear();
      found = pattern.test(key);
      known.set(key, found);
    }
    return found;
  };
  return ({ usage }) => {
    let sum = 0;
    for (const key in usage) if (isFound(key)) sum += usage[key] ?? 0;
    return compare(sum, value);
  };
}

function attributeCondition({ source, key, values }: AttributeCondition): Condition {
  const accepted = new Set(values);
  return (subject) => {
    const attributes = subject[source];
    if (attributes === undefined || !Object.hasOwn(attributes, key)) return false;
    const value = attributes[key];
    return typeof value !== 'object' && value !== undefined && accepted.has(String(value));
  };
}
