import type { PriceRule, PriceTier } from './price-list.ts';
import { checkRule } from './rule-documents.ts';
import type { PriceListProblem } from './price-list-error.ts';
import { perMillion, perUnit } from './rule-rows.ts';

/** A rule while somebody edits it: texts as they were typed. */
export interface RuleDraft {
  readonly id: string;
  readonly matchPattern: string;
  /** A day, or empty. */
  readonly startDate: string;
  readonly prices: readonly PriceDraft[];
  /** Tiers besides the default, as JSON. */
  readonly otherTiers: string;
}

/** A price of the default tier. */
export interface PriceDraft {
  readonly key: string;
  /** US dollars for a million units. */
  readonly price: string;
}

/** A draft of a new rule. */
export const EMPTY_DRAFT: RuleDraft = {
  id: '',
  matchPattern: '',
  startDate: '',
  prices: [
    { key: 'input', price: '' },
    { key: 'output', price: '' },
  ],
  otherTiers: '',
};

/** The draft that a rule is edited as. */
export function draftRule({ id, matchPattern, startDate, tiers }: PriceRule): RuleDraft {
  const prices = Object.entries(tiers.find(({ isDefault }) => isDefault)?.prices ?? {});
  const others = tiers.filter(({ isDefault }) => !isDefault);
  return {
    id,
    matchPattern,
    startDate: startDate ?? '',
    prices: prices.map(([key, price]) => ({ key, price: String(perMillion(price)) })),
    otherTiers: others.length === 0 ? '' : JSON.stringify(others, null, 2),
  };
}

/** What a draft says: a rule, or everything that keeps it from being one. */
export type ReadDraft =
  | { readonly rule: PriceRule; readonly problems: readonly [] }
  | { readonly rule: null; readonly problems: readonly PriceListProblem[] };

/** Reads a draft. Lines of prices without a key and a price are left out. */
export function readDraft(draft: RuleDraft): ReadDraft {
  const problems: PriceListProblem[] = [];
  const prices: Record<string, number> = {};
  for (const [index, { key, price }] of draft.prices.entries()) {
    if (key.trim() === '' && price.trim() === '') continue;
    const path = `prices[${index}]`;
    if (key.trim() === '') problems.push({ path, message: 'names no usage key; write one such as input' });
    else if (Object.hasOwn(prices, key.trim())) problems.push({ path, message: `"${key}" stands twice` });
    if (price.trim() === '' || !Number.isFinite(Number(price)) || Number(price) < 0) {
      problems.push({ path, message: `is "${price}"; write US dollars for a million units, 0 or more` });
    } else prices[key.trim()] = perUnit(Number(price));
  }
  if (draft.prices.every(({ key }) => key.trim() === '')) {
    problems.push({ path: 'prices', message: 'are missing; price at least one usage key' });
  }
  const others = readTiers(draft.otherTiers);
  if (typeof others === 'string')
    return { rule: null, problems: [...problems, { path: 'otherTiers', message: others }] };
  const standard: PriceTier = { name: 'standard', isDefault: true, priority: 0, conditions: [], prices };
  const rule: PriceRule = {
    id: draft.id.trim(),
    matchPattern: draft.matchPattern.trim(),
    startDate: draft.startDate.trim() === '' ? null : draft.startDate.trim(),
    tiers: [standard, ...others],
  };
  const all = [...problems, ...checkRule(rule)];
  return all.length === 0 ? { rule, problems: [] } : { rule: null, problems: all };
}

function readTiers(text: string): readonly PriceTier[] | string {
  if (text.trim() === '') return [];
  try {
    const tiers: unknown = JSON.parse(text);
    return Array.isArray(tiers) ? (tiers as PriceTier[]) : 'are no list; write [ … ]';
  } catch (error) {
    return `are no JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}
