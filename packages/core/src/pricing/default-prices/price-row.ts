import type { PriceCondition, PriceRule, PriceTier } from '../price-list.ts';

/** Prices as vendors publish them. What is absent costs as much as what it is a part of. */
export interface VendorPrices {
  /** US dollars for a million tokens. */
  readonly input?: number;
  readonly output?: number;
  readonly cacheRead?: number;
  readonly cacheWrite?: number;
  readonly cacheWrite1h?: number;
  readonly reasoning?: number;
  readonly inputAudio?: number;
  readonly cacheReadAudio?: number;
  readonly outputAudio?: number;
  readonly inputImage?: number;
  readonly outputImage?: number;
  /** US dollars for a thousand. */
  readonly webSearches?: number;
}

/** One model of the default list, in the least space. */
export interface PriceRow {
  readonly id: string;
  /** `matchPattern` of the rule. */
  readonly match: string;
  /** Day from which on the prices hold. */
  readonly from?: string;
  readonly prices: VendorPrices;
  /** Prices of calls with more input than so many tokens, cached ones included. */
  readonly above?: readonly (readonly [inputTokens: number, prices: VendorPrices])[];
  /** Prices by the service tier that a call asked for. */
  readonly service?: Readonly<Record<string, VendorPrices>>;
}

/** What models call a service tier, by the name we give it. */
const SERVICE_TIER_VALUES: Readonly<Record<string, readonly string[]>> = {
  priority: ['priority', 'fast'],
  flex: ['flex'],
};

export function expandRow({ id, match, from, prices, above = [], service = {} }: PriceRow): PriceRule {
  const conditional = [
    ...Object.entries(service).map(([name, tier]) =>
      conditionalTier(name, tier, {
        kind: 'attribute',
        source: 'modelParameters',
        key: 'service_tier',
        values: SERVICE_TIER_VALUES[name] ?? [name],
      }),
    ),
    // The largest first: the first that holds counts.
    ...above
      .toSorted(([a], [b]) => b - a)
      .map(([tokens, tier]) =>
        conditionalTier(`over ${tokens} input tokens`, tier, {
          kind: 'usage',
          keyPattern: '(input|prompt|cache)',
          operator: 'gt',
          value: tokens,
        }),
      ),
  ];
  return {
    id,
    matchPattern: match,
    startDate: from ?? null,
    tiers: [
      { name: 'standard', isDefault: true, priority: 0, conditions: [], prices: pricesByKey(prices) },
      ...conditional.map((tier, index) => ({ ...tier, priority: index + 1 })),
    ],
  };
}

function conditionalTier(
  name: string,
  prices: VendorPrices,
  condition: PriceCondition,
): Omit<PriceTier, 'priority'> {
  return { name, isDefault: false, conditions: [condition], prices: pricesByKey(prices) };
}

/**
 * The usage keys that the same tokens go by: clients and instrumentations disagree (reference 1.8). Each is exclusive of
 * the others in usage that was normalised, so pricing all of them counts nothing twice.
 */
const KEYS = {
  input: [
    'input',
    'input_tokens',
    'input_text',
    'input_text_tokens',
    'input_modality_1',
    'prompt_token_count',
    'promptTokenCount',
  ],
  output: [
    'output',
    'output_tokens',
    'output_text',
    'output_text_tokens',
    'output_modality_1',
    'output_accepted_prediction_tokens',
    'output_rejected_prediction_tokens',
    'candidates_token_count',
    'candidatesTokenCount',
  ],
  cacheRead: [
    'input_cached_tokens',
    'input_cached_text_tokens',
    'input_cache_read',
    'cache_read_input_tokens',
    'cached_content_token_count',
    'cachedContentTokenCount',
  ],
  cacheWrite: [
    'input_cache_creation',
    'input_cache_creation_5m',
    'input_cache_write',
    'cache_creation_input_tokens',
    'cache_write_tokens',
  ],
  cacheWrite1h: ['input_cache_creation_1h'],
  reasoning: [
    'output_reasoning',
    'output_reasoning_tokens',
    'reasoning_tokens',
    'thoughts_token_count',
    'thoughtsTokenCount',
  ],
  inputAudio: ['input_audio', 'input_audio_tokens'],
  cacheReadAudio: ['input_cached_audio_tokens'],
  outputAudio: ['output_audio', 'output_audio_tokens'],
  inputImage: ['input_image', 'input_image_tokens'],
  outputImage: ['output_image', 'output_image_tokens'],
  webSearches: ['web_search_queries', 'webSearchQueries', 'grounding_queries', 'groundingQueries'],
} as const satisfies Record<keyof VendorPrices, readonly string[]>;

function pricesByKey(sent: VendorPrices): Record<string, number> {
  const { input, output, cacheRead = input, cacheWrite = input } = sent;
  const complete: VendorPrices = withoutAbsent({
    input,
    output,
    cacheRead,
    cacheWrite,
    cacheWrite1h: sent.cacheWrite1h ?? cacheWrite,
    reasoning: sent.reasoning ?? output,
    inputAudio: sent.inputAudio ?? input,
    cacheReadAudio: sent.cacheReadAudio ?? (sent.inputAudio === undefined ? cacheRead : sent.inputAudio),
    outputAudio: sent.outputAudio ?? output,
    inputImage: sent.inputImage ?? input,
    outputImage: sent.outputImage ?? output,
    webSearches: sent.webSearches,
  });
  const byKey: Record<string, number> = {};
  for (const [kind, price] of Object.entries(complete) as [keyof VendorPrices, number][]) {
    const perUnit = movePoint(price, kind === 'webSearches' ? 3 : 6);
    for (const key of KEYS[kind]) byKey[key] = perUnit;
  }
  // Embeddings have no output, and clients that report only a total for them.
  if (output === undefined && input !== undefined) byKey['total'] = movePoint(input, 6);
  return byKey;
}

function withoutAbsent(prices: { readonly [K in keyof VendorPrices]: number | undefined }): VendorPrices {
  return Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== undefined));
}

/** Divides by a power of ten as on paper: 0.15 becomes 1.5e-7, not 1.4999999999999999e-7. */
function movePoint(price: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(price).split('e');
  return Number(`${digits}e${Number(exponent) - places}`);
}
