export { checkPriceList } from './check-price-list.ts';
export { createPricer } from './create-pricer.ts';
export type { Pricer, Pricing, PricingSubject } from './create-pricer.ts';
export { openPriceBook } from './open-price-book.ts';
export type { MatchingRule, PriceBook } from './open-price-book.ts';
export { loadDefaultPrices } from './default-prices/load-default-prices.ts';
export { USAGE_OPERATORS } from './price-list.ts';
export type {
  AttributeCondition,
  PriceCondition,
  PriceList,
  PriceRule,
  PriceTier,
  UsageCondition,
  UsageOperator,
} from './price-list.ts';
export { costPatch, priceAgain } from './price-again.ts';
export type { PriceAgainOptions, PricedAgain } from './price-again.ts';
export { PriceListError } from './price-list-error.ts';
export type { PriceListProblem } from './price-list-error.ts';
export { MAX_MODEL_NAME_LENGTH } from './price-pattern.ts';
export { previewRepricing, repriceObservations } from './reprice-observations.ts';
export type { RepriceOptions, RepriceWriteOptions } from './reprice-observations.ts';
export type { ModelRepricing, RepricingReport } from './repricing-report.ts';
export { unpricedModels } from './unpriced-models.ts';
export type { UnpricedModel } from './unpriced-models.ts';
export { checkRule, OWN_PRICES, readRuleDocuments, ruleDocument } from './rule-documents.ts';
export type { StoredPrices, UnusableRule } from './rule-documents.ts';
export { draftRule, EMPTY_DRAFT, readDraft } from './rule-draft.ts';
export type { PriceDraft, ReadDraft, RuleDraft } from './rule-draft.ts';
export { perMillion, perUnit, ruleRows } from './rule-rows.ts';
export type { RuleRow } from './rule-rows.ts';
