import type { Milliseconds, Usd } from '../../model/units.ts';

/** A model as the traffic calls it: what it costs and how fast it is. */
export interface Model {
  readonly name: string;
  /** The rule that an ingest would count its tokens by. */
  readonly usageRule: 'openai-chat' | 'anthropic-exclusive' | 'gen-ai-inclusive';
  /** US dollars for a million units of each usage key; `null` where nobody knows a price. */
  readonly prices: Readonly<Record<string, Usd>> | null;
  readonly firstToken: Milliseconds;
  readonly tokensPerSecond: number;
  /** Tokens thought before the answer, per token of it. 0 for models that do not. */
  readonly reasoning: number;
}

function model(fields: Partial<Model> & Pick<Model, 'name' | 'prices'>): Model {
  return { usageRule: 'openai-chat', firstToken: 420, tokensPerSecond: 85, reasoning: 0, ...fields };
}

export const MODELS = {
  gpt5: model({
    name: 'gpt-5',
    prices: { input: 1.25, input_cached_tokens: 0.125, output: 10, output_reasoning_tokens: 10 },
    firstToken: 900,
    tokensPerSecond: 95,
    reasoning: 1.4,
  }),
  gpt41: model({ name: 'gpt-4.1', prices: { input: 2, input_cached_tokens: 0.5, output: 8 } }),
  gpt4oMini: model({
    name: 'gpt-4o-mini',
    prices: { input: 0.15, input_cached_tokens: 0.075, output: 0.6 },
    firstToken: 310,
    tokensPerSecond: 110,
  }),
  sonnet: model({
    name: 'claude-sonnet-4-5',
    usageRule: 'anthropic-exclusive',
    prices: { input: 3, input_cached_tokens: 0.3, input_cache_creation_5m: 3.75, output: 15 },
    firstToken: 760,
    tokensPerSecond: 72,
  }),
  haiku: model({
    name: 'claude-haiku-4-5',
    usageRule: 'anthropic-exclusive',
    prices: { input: 1, input_cached_tokens: 0.1, input_cache_creation_5m: 1.25, output: 5 },
    firstToken: 380,
    tokensPerSecond: 140,
  }),
  flash: model({
    name: 'gemini-2.5-flash',
    usageRule: 'gen-ai-inclusive',
    prices: { input: 0.3, input_cached_tokens: 0.03, output: 2.5, output_reasoning_tokens: 2.5 },
    firstToken: 340,
    tokensPerSecond: 190,
    reasoning: 0.5,
  }),
  deepseek: model({
    name: 'deepseek-chat',
    prices: { input: 0.28, input_cached_tokens: 0.028, output: 0.42 },
    firstToken: 1100,
    tokensPerSecond: 48,
  }),
  transcribe: model({
    name: 'gpt-4o-mini-transcribe',
    prices: { input: 1.25, input_audio_tokens: 3, output: 5 },
    firstToken: 520,
    tokensPerSecond: 120,
  }),
  speech: model({
    name: 'gpt-4o-mini-tts',
    prices: { input: 0.6, output_audio_tokens: 12 },
    firstToken: 650,
  }),
  realtime: model({
    name: 'gpt-realtime',
    prices: {
      input: 4,
      input_cached_tokens: 0.4,
      input_audio_tokens: 32,
      output: 16,
      output_audio_tokens: 64,
    },
    firstToken: 480,
    tokensPerSecond: 60,
  }),
  /** Self-hosted: no list has a price for it. */
  qwenLocal: model({ name: 'qwen3-32b-awq', prices: null, firstToken: 260, tokensPerSecond: 42 }),
  embedding: model({ name: 'text-embedding-3-small', prices: { total: 0.02 }, firstToken: 70 }),
} as const satisfies Readonly<Record<string, Model>>;
