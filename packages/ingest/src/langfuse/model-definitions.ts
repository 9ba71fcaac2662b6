import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { checkPriceList } from '@oriel/core/pricing';
import type { PriceCondition, PriceList, PriceRule, PriceTier, UsageOperator } from '@oriel/core/pricing';
import type { RejectedItem } from '../rejected-item.ts';

export interface ModelDefinitionsOptions {
  /** Name of the list, shown beside costs; built-in definitions are told apart by `(built-in)`. Default `langfuse`. */
  readonly name?: string | undefined;
  /** The day the definitions were read, such as `2026-11-23`. */
  readonly date: string;
}

export interface ParsedModelDefinitions {
  /** Ready for `createPricer`, in this order: a project's own definitions beat built-in ones. Empty ones are left out. */
  readonly lists: readonly PriceList[];
  readonly rejected: readonly RejectedItem[];
}

/**
 * Price lists from Langfuse's model definitions, as `GET /api/public/models` answers them (reference 1.8): with
 * `pricingTiers`, or with the older `inputPrice`, `outputPrice` and `totalPrice` (US dollars for one unit, as numbers or
 * as text). A definition that cannot be used is listed with the reason and costs the others nothing.
 *
 * @param body - the whole answer, its `data`, or one definition.
 */
export function readModelDefinitions(
  body: JsonValue,
  { name = 'langfuse', date }: ModelDefinitionsOptions,
): ParsedModelDefinitions {
  const own: PriceRule[] = [];
  const managed: PriceRule[] = [];
  const rejected: RejectedItem[] = [];
  for (const [where, definition] of definitionsOf(body)) {
    const rules = isManaged(definition) ? managed : own;
    const rule = isJsonObject(definition) ? readRule(definition) : 'is no object';
    const problem = typeof rule === 'string' ? rule : problemOf(rule, rules, { name, date });
    if (problem !== undefined) {
      rejected.push({ where: `${where}${labelOf(definition)}`, reason: `The definition ${problem}.` });
    } else if (typeof rule !== 'string') {
      rules.push(rule);
    }
  }
  const lists = [
    { name, date, rules: own },
    { name: `${name} (built-in)`, date, rules: managed },
  ];
  return { lists: lists.filter(({ rules }) => rules.length > 0), rejected };
}

function definitionsOf(body: JsonValue): readonly (readonly [where: string, definition: JsonValue])[] {
  const data = isJsonObject(body) && body['data'] !== undefined ? body['data'] : body;
  return Array.isArray(data)
    ? (data as readonly JsonValue[]).map((definition, index) => [`data[${index}]`, definition] as const)
    : [['body', data]];
}

function isManaged(definition: JsonValue): boolean {
  return isJsonObject(definition) && definition['isLangfuseManaged'] === true;
}

function labelOf(definition: JsonValue): string {
  const name = isJsonObject(definition) ? definition['modelName'] : undefined;
  return typeof name === 'string' ? ` ${name}` : '';
}

/** A model may be defined several times, with different starts: ids tell these apart. */
function readRule(definition: JsonObject): PriceRule | string {
  const { modelName, matchPattern, startDate = null, id } = definition;
  if (typeof modelName !== 'string') return 'has no `modelName`';
  if (typeof matchPattern !== 'string') return 'has no `matchPattern`';
  if (startDate !== null && typeof startDate !== 'string') return 'has a `startDate` that is no text';
  const tiers = readTiers(definition);
  if (typeof tiers === 'string') return tiers;
  return { id: typeof id === 'string' ? `${modelName} (${id})` : modelName, matchPattern, startDate, tiers };
}

function readTiers(definition: JsonObject): readonly PriceTier[] | string {
  const sent = definition['pricingTiers'];
  if (!Array.isArray(sent) || sent.length === 0) return [standardTier(oldPrices(definition))];
  const tiers: PriceTier[] = [];
  for (const tier of sent as readonly JsonValue[]) {
    const read = isJsonObject(tier) ? readTier(tier) : 'has a pricing tier that is no object';
    if (typeof read === 'string') return read;
    tiers.push(read);
  }
  return tiers;
}

function standardTier(prices: Readonly<Record<string, number>>): PriceTier {
  return { name: 'Standard', isDefault: true, priority: 0, conditions: [], prices };
}

function oldPrices(definition: JsonObject): Record<string, number> {
  const { inputPrice, outputPrice, totalPrice, prices } = definition;
  const byKey = isJsonObject(prices) ? readPrices(prices) : {};
  return { ...readPrices(present({ input: inputPrice, output: outputPrice, total: totalPrice })), ...byKey };
}

function present(prices: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(prices).flatMap(([key, price]) => (price == null ? [] : [[key, price]])),
  );
}

/** A price is a number, its text, or an object around it. Anything else becomes a NaN, which the check names. */
function readPrices(prices: JsonObject): Record<string, number> {
  return Object.fromEntries(
    Object.entries(prices).map(([key, sent]) => {
      const price = isJsonObject(sent) ? sent['price'] : sent;
      const isAmount = typeof price === 'number' || (typeof price === 'string' && price.trim() !== '');
      return [key, isAmount ? Number(price) : Number.NaN];
    }),
  );
}

function readTier(tier: JsonObject): PriceTier | string {
  const { name, isDefault = false, priority = 0, conditions = [], prices = {} } = tier;
  if (!Array.isArray(conditions) || !isJsonObject(prices)) return 'has a pricing tier without prices';
  const read: PriceCondition[] = [];
  for (const condition of conditions as readonly JsonValue[]) {
    const known = isJsonObject(condition) ? readCondition(condition) : undefined;
    if (known === undefined) return 'has a tier with a condition of an unknown kind';
    read.push(known);
  }
  return {
    name: typeof name === 'string' ? name : '',
    isDefault: isDefault === true,
    priority: Number(priority),
    conditions: read,
    prices: readPrices(prices),
  };
}

const SOURCES = { model_parameters: 'modelParameters', metadata: 'metadata' } as const;

function readCondition(condition: JsonObject): PriceCondition | undefined {
  const { usageDetailPattern, operator, value, caseSensitive, source, key, values } = condition;
  if (typeof usageDetailPattern === 'string') {
    return {
      kind: 'usage',
      keyPattern: usageDetailPattern,
      operator: operator as UsageOperator,
      value: Number(value),
      isCaseSensitive: caseSensitive === true,
    };
  }
  if (source !== 'model_parameters' && source !== 'metadata') return undefined;
  if (operator !== 'in' || typeof key !== 'string' || !Array.isArray(values)) return undefined;
  return { kind: 'attribute', source: SOURCES[source], key, values: values.map(String) };
}

function problemOf(
  rule: PriceRule,
  taken: readonly PriceRule[],
  list: Omit<PriceList, 'rules'>,
): string | undefined {
  if (taken.some(({ id }) => id === rule.id)) return `"${rule.id}" was there before`;
  const problem = checkPriceList({ ...list, rules: [rule] }).find(({ path }) => path.startsWith('rules['));
  return problem === undefined ? undefined : `${problem.path.replace('rules[0].', '')} ${problem.message}`;
}
