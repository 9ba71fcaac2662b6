import { isJsonObject } from '@oriel/core';
import type { JsonValue, Usage } from '@oriel/core';
import { readLegacyUsage } from './legacy-usage.ts';
import { readOpenAiUsage } from './openai-usage.ts';
import { takeOutParts } from './take-out-parts.ts';
import { readUsageMap, withTotal } from './usage-map.ts';

/** Usage as a client reports it: the old field with a unit, the map of details, or both. */
export interface ProvidedUsage {
  readonly usage?: JsonValue | undefined;
  readonly usageDetails?: JsonValue | undefined;
}

/**
 * One map of counts from whatever was provided (reference 1.8): details win over the old field key by key, and
 * `total` is the sum where nobody sent one. Every token is in one key besides `total`. `undefined` when nothing was
 * provided.
 */
export function normalizeUsage({ usage, usageDetails }: ProvidedUsage): Usage | undefined {
  const legacy = isJsonObject(usage) ? readLegacyUsage(usage) : undefined;
  const details = isJsonObject(usageDetails)
    ? (readOpenAiUsage(usageDetails) ?? readUsageMap(usageDetails))
    : undefined;
  if (legacy === undefined && details === undefined) return undefined;
  return withTotal(takeOutParts({ ...legacy, ...details }));
}
