import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { asSentUsage } from './as-sent-usage.ts';
import { CAMEL_CASE_COUNTS, readCamelCaseUsage } from './camel-case-usage.ts';
import { GEMINI_COUNTS, readGeminiUsage } from './gemini-usage.ts';
import { readLegacyCounts, readLegacyUsage } from './legacy-usage.ts';
import { NESTED_COUNTS, readNestedUsage } from './nested-usage.ts';
import { normalizedUsage } from './normalized-usage.ts';
import type { NormalizedUsage } from './normalized-usage.ts';
import { anthropicDetails } from './provider-usage.ts';
import { readUsageMap } from './usage-map.ts';

/** Usage as a client reports it: the old field with a unit, the map of details, or both. */
export interface ProvidedUsage {
  readonly usage?: JsonValue | undefined;
  readonly usageDetails?: JsonValue | undefined;
}

/**
 * One map of counts from whatever was provided (reference 1.8): details win over the old field key by key, and
 * `total` is the sum where nobody sent one. Every token is in one key besides `total`. `undefined` when nothing was
 * provided.
 *
 * `raw` is the field as sent; where both fields were, an object that holds both under their names.
 */
export function normalizeUsage({ usage, usageDetails }: ProvidedUsage): NormalizedUsage | undefined {
  const details = isJsonObject(usageDetails) ? readDetails(usageDetails) : undefined;
  if (!isJsonObject(usage)) return details;
  if (details === undefined || !isJsonObject(usageDetails)) return readLegacyUsage(usage);
  return joined(usage, details, usageDetails);
}

/** Every shape with a reader of its own has at least one of these names; nearly all usage is a plain map without. */
const TELLTALE: ReadonlySet<string> = new Set([...NESTED_COUNTS, ...GEMINI_COUNTS, ...CAMEL_CASE_COUNTS]);

function readDetails(value: JsonObject): NormalizedUsage {
  return hasTelltale(value) ? readShape(value) : asSentUsage(value, readUsageMap(value));
}

function hasTelltale(value: JsonObject): boolean {
  for (const key in value) if (TELLTALE.has(key)) return true;
  return false;
}

function readShape(value: JsonObject): NormalizedUsage {
  return (
    readNestedUsage(value) ??
    readGeminiUsage(value) ??
    readCamelCaseUsage(value) ??
    anthropicDetails(value) ??
    asSentUsage(value, readUsageMap(value))
  );
}

function joined(usage: JsonObject, details: NormalizedUsage, usageDetails: JsonObject): NormalizedUsage {
  const raw = { usage, usageDetails };
  if (Object.keys(details.usage).length === 0) {
    const legacy = readLegacyUsage(usage);
    return normalizedUsage(legacy.rule, raw, { ...legacy.usage }, legacy.warning !== null);
  }
  const legacy = readLegacyCounts(usage);
  if (details.rule.startsWith('as-sent')) {
    return asSentUsage(raw, { ...legacy, ...readUsageMap(usageDetails) });
  }
  return normalizedUsage(details.rule, raw, { ...legacy, ...details.usage }, details.warning !== null);
}
