import type { Usage } from '../../model/observation.ts';
import type { Tokens } from '../../model/units.ts';

/** A usage map in three numbers. `null` where nothing was reported, which is not the same as zero. */
export interface UsageSummary {
  /** Every key that speaks of input, cached and audio tokens among them. */
  readonly input: Tokens | null;
  /** Every key that speaks of output, reasoning tokens among them. */
  readonly output: Tokens | null;
  /** The reported total, else the sum of all keys. */
  readonly total: Tokens | null;
}

/** Sums a usage map by direction. Details are exclusive of `input` and `output`, so nothing is counted twice. */
export function summarizeUsage(usage: Usage): UsageSummary {
  let input: Tokens | null = null;
  let output: Tokens | null = null;
  let sum: Tokens | null = null;
  // Without a list of entries: this runs once for every observation.
  for (const key in usage) {
    if (key === 'total') continue;
    const units = usage[key] as number;
    sum = (sum ?? 0) + units;
    if (key.includes('input')) input = (input ?? 0) + units;
    else if (key.includes('output')) output = (output ?? 0) + units;
  }
  return { input, output, total: usage['total'] ?? sum };
}
