import type { ObservationFields } from './trace-recorder.ts';
import type { Model } from './models.ts';
import type { Tokens, Usd } from '../../model/units.ts';

/** Counts of a call, before they are a usage map. */
export interface TokenCounts {
  readonly input: Tokens;
  readonly output: Tokens;
  /** Share of the input that the vendor had cached. */
  readonly cachedShare?: number | undefined;
  /** Share of the input that was written to the cache. */
  readonly cacheWriteShare?: number | undefined;
  readonly reasoning?: Tokens | undefined;
  readonly inputAudio?: Tokens | undefined;
  readonly outputAudio?: Tokens | undefined;
}

/** Usage and costs as an ingest would make them of what the vendor counted. Parts are exclusive of each other. */
export function usageFields(model: Model, counts: TokenCounts): ObservationFields {
  const cached = Math.floor(counts.input * (counts.cachedShare ?? 0));
  const written = Math.floor(counts.input * (counts.cacheWriteShare ?? 0));
  const parts: Record<string, Tokens> = { input: counts.input - cached - written, output: counts.output };
  if (cached > 0) parts['input_cached_tokens'] = cached;
  if (written > 0) parts['input_cache_creation_5m'] = written;
  if (counts.reasoning) parts['output_reasoning_tokens'] = counts.reasoning;
  if (counts.inputAudio) parts['input_audio_tokens'] = counts.inputAudio;
  if (counts.outputAudio) parts['output_audio_tokens'] = counts.outputAudio;
  let total = 0;
  for (const key in parts) total += parts[key] ?? 0;
  return priced(model, { ...parts, total });
}

/** Usage of an embedding, where only the total counts. */
export function embeddingUsage(model: Model, total: Tokens): ObservationFields {
  return priced(model, { input: total, total });
}

const PRICE_LIST = 'Example prices 2026-11-01';

function priced(model: Model, usage: Record<string, Tokens>): ObservationFields {
  const { prices, usageRule } = model;
  const provenance = { convention: 'gen-ai', usageRule };
  if (prices === null) return { usage, provenance };
  const cost: Record<string, Usd> = {};
  const unpriced: string[] = [];
  let sum = 0;
  for (const key in usage) {
    const price = prices[key];
    if (price === undefined) {
      if (key !== 'total' && prices['total'] === undefined) unpriced.push(key);
      continue;
    }
    const amount = withoutNoise(((usage[key] ?? 0) * price) / 1e6);
    cost[key] = amount;
    sum += amount;
  }
  const total = withoutNoise(sum);
  cost['total'] = total;
  const pricing = { list: PRICE_LIST, rule: model.name, tier: 'Standard', unpriced, total };
  return { usage, cost, provenance: { ...provenance, pricing } };
}

function withoutNoise(amount: Usd): Usd {
  return Math.round(amount * 1e12) / 1e12;
}
