import type { Provenance } from '@oriel/core';
import type { NormalizedUsage } from './normalized-usage.ts';

/**
 * What a patch says about how its usage came about. `undefined` where there was no usage to speak of: an empty
 * map must not hide what another piece of the record said.
 */
export function usageProvenance(
  normalized: NormalizedUsage | undefined,
): Pick<Provenance, 'usageRule' | 'rawUsage' | 'usageWarning'> | undefined {
  if (normalized === undefined || Object.keys(normalized.usage).length === 0) return undefined;
  return { usageRule: normalized.rule, rawUsage: normalized.raw, usageWarning: normalized.warning };
}
