import type { PriceCondition, PriceList, PriceRule, PriceTier } from './price-list.ts';
import { USAGE_OPERATORS } from './price-list.ts';
import type { PriceListProblem } from './price-list-error.ts';
import { checkShape } from './check-shape.ts';
import { compilePattern } from './price-pattern.ts';

/**
 * Everything that keeps a list from being used; empty when it is fine. Lists come out of files and documents, so what
 * is missing or of another kind is a problem with a path, not a failure. For editors: `createPricer` checks by itself.
 */
export function checkPriceList(list: PriceList): readonly PriceListProblem[] {
  const problems: PriceListProblem[] = [];
  const report = (path: string, message: string) => problems.push({ path, message });
  if (checkShape(list, report)) checkContent(list, report);
  return problems;
}

function checkContent(list: PriceList, report: Report): void {
  if (list.name === '') report('name', 'is empty; costs are shown with it');
  if (!isIsoTime(list.date)) report('date', `is "${list.date}"; write a day such as 2026-11-23`);
  const ids = new Set<string>();
  for (const [index, rule] of list.rules.entries()) {
    const path = `rules[${index}]`;
    if (rule.id === '') report(`${path}.id`, 'is empty; costs name the rule they come from');
    if (ids.has(rule.id))
      report(`${path}.id`, `"${rule.id}" is the id of an earlier rule; rename one of them`);
    ids.add(rule.id);
    checkRule(rule, path, report);
  }
}

type Report = (path: string, message: string) => void;

function checkRule(rule: PriceRule, path: string, report: Report): void {
  const pattern = compilePattern(rule.matchPattern);
  if (typeof pattern === 'string') report(`${path}.matchPattern`, pattern);
  if (rule.startDate != null && !isIsoTime(rule.startDate)) {
    report(`${path}.startDate`, `is "${rule.startDate}"; write a day such as 2026-11-23, or a time`);
  }
  const defaults = rule.tiers.filter(({ isDefault }) => isDefault);
  if (defaults.length !== 1) {
    report(`${path}.tiers`, `has ${defaults.length} default tiers; mark exactly one tier as the default`);
  }
  for (const [index, tier] of rule.tiers.entries()) checkTier(tier, `${path}.tiers[${index}]`, report);
}

function checkTier(tier: PriceTier, path: string, report: Report): void {
  if (tier.name === '') report(`${path}.name`, 'is empty; costs name the tier they come from');
  if (tier.isDefault && tier.conditions.length > 0) {
    report(`${path}.conditions`, 'are given for the default tier, which counts without any; remove them');
  }
  if (!Number.isFinite(tier.priority)) report(`${path}.priority`, 'is no number');
  for (const [index, condition] of tier.conditions.entries()) {
    checkCondition(condition, `${path}.conditions[${index}]`, report);
  }
  for (const [key, price] of Object.entries(tier.prices)) {
    if (!(Number.isFinite(price) && price >= 0)) {
      report(`${path}.prices.${key}`, `is ${price}; a price is US dollars for one unit, 0 or more`);
    }
  }
}

function checkCondition(condition: PriceCondition, path: string, report: Report): void {
  if (condition.kind === 'attribute') {
    if (condition.source !== 'modelParameters' && condition.source !== 'metadata') {
      report(`${path}.source`, `is "${condition.source as string}"; write modelParameters or metadata`);
    }
    if (typeof condition.key !== 'string') report(`${path}.key`, 'is missing; name a top-level key');
    if (!Array.isArray(condition.values)) report(`${path}.values`, 'is no list; list the values that count');
    else if (condition.values.length === 0)
      report(`${path}.values`, 'is empty, so the condition never holds');
    return;
  }
  if (condition.kind !== 'usage') {
    report(`${path}.kind`, `is "${String((condition as { kind: unknown }).kind)}"; write usage or attribute`);
    return;
  }
  const pattern =
    typeof condition.keyPattern === 'string' ? compilePattern(condition.keyPattern) : 'is missing';
  if (typeof pattern === 'string') report(`${path}.keyPattern`, pattern);
  if (!USAGE_OPERATORS.includes(condition.operator)) {
    report(`${path}.operator`, `is "${condition.operator}"; write one of ${USAGE_OPERATORS.join(', ')}`);
  }
  if (!Number.isFinite(condition.value)) report(`${path}.value`, 'is no number');
}

function isIsoTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:$|T)/.test(text) && !Number.isNaN(Date.parse(text));
}
