import type { JsonObject, JsonValue } from '@oriel/core';

/** Counts by usage key while they are put together. */
export type UsageMap = Record<string, number>;

/**
 * A non-negative integer, as a number or as decimal digits; `undefined` for everything else. Above 2⁵³ numbers are no longer
 * exact and sums of them may be infinite: nobody counts so many tokens, so that is no count.
 */
export function readCount(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
}

/** A map of counts under the sender's own keys; what is not a count is dropped. */
export function readUsageMap(map: JsonObject): UsageMap {
  const usage: UsageMap = {};
  for (const key of Object.keys(map)) {
    const count = readCount(map[key]);
    if (count !== undefined && key !== '__proto__') usage[key] = count;
  }
  return usage;
}

/** Adds `total` where counts came without one. */
export function withTotal(usage: UsageMap): UsageMap {
  const keys = Object.keys(usage);
  if (keys.length === 0 || 'total' in usage) return usage;
  let total = 0;
  for (const key of keys) total += usage[key] ?? 0;
  usage['total'] = total;
  return usage;
}
