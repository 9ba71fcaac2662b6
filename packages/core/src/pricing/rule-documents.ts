import type { DocumentVersion } from '../model/document.ts';
import type { JsonValue } from '../model/json.ts';
import { checkPriceList } from './check-price-list.ts';
import type { PriceList, PriceRule } from './price-list.ts';
import type { PriceListProblem } from './price-list-error.ts';

/** A document that is no rule to use. */
export interface UnusableRule {
  /** Name of the document. */
  readonly name: string;
  readonly problems: readonly PriceListProblem[];
}

/** The rules that a host keeps in its store. */
export interface StoredPrices {
  /** `null` where there are none. */
  readonly list: PriceList | null;
  /** Documents of the kind that no pricer can use: they are left out of the list. */
  readonly unusable: readonly UnusableRule[];
}

/** What the list of a host's own rules is called. */
export const OWN_PRICES = 'own';

/**
 * Reads a host's own rules of documents of the kind `model-price`: one rule each, named by its id. The list's date is the
 * day of the newest.
 */
export function readRuleDocuments(documents: readonly DocumentVersion[]): StoredPrices {
  const rules: PriceRule[] = [];
  const unusable: UnusableRule[] = [];
  for (const { name, body } of documents) {
    const problems = checkRule(body);
    if (problems.length > 0) unusable.push({ name, problems });
    else rules.push(body as unknown as PriceRule);
  }
  const newest = documents.reduce((latest, { createdAt }) => Math.max(latest, createdAt), 0);
  const date = new Date(newest).toISOString().slice(0, 10);
  return { list: rules.length === 0 ? null : { name: OWN_PRICES, date, rules }, unusable };
}

/** A rule as the body of a document: plain JSON, without what is absent. */
export function ruleDocument(rule: PriceRule): JsonValue {
  return JSON.parse(JSON.stringify(rule)) as JsonValue;
}

/** What keeps one rule from being used, with paths inside of it, such as `tiers[0].prices.input`. */
export function checkRule(rule: unknown): readonly PriceListProblem[] {
  const list = { name: OWN_PRICES, date: '1970-01-01', rules: [rule as PriceRule] };
  return checkPriceList(list).map(({ path, message }) => ({
    path: path.replace(/^rules\[0\]\.?/, ''),
    message,
  }));
}
