import { expect, it } from 'vitest';
import { checkPriceList } from '../check-price-list.ts';
import { createPricer } from '../create-pricer.ts';
import type { PricingSubject } from '../create-pricer.ts';
import { loadDefaultPrices } from './load-default-prices.ts';

const defaults = await loadDefaultPrices();
const pricer = createPricer([defaults]);
/** A day the list knows prices of. */
const startTime = Date.parse(defaults.date);

function price(model: string, usage: Record<string, number>, more: PricingSubject = {}) {
  return pricer.price({ model, usage, startTime, ...more });
}

it('is a sound list', () => {
  expect(checkPriceList(defaults)).toEqual([]);
  expect(defaults.rules.length).toBeGreaterThan(400);
});

it.each<[what: string, cost: number, model: string, usage: Record<string, number>, more?: PricingSubject]>([
  [
    'cached input of gpt-4o',
    0.0005,
    'gpt-4o',
    { input: 60, input_cached_tokens: 40, output: 30, total: 130 },
  ],
  [
    '5-minute cache writes of claude-sonnet-4',
    0.01455,
    'claude-sonnet-4-20250514',
    { input: 500, input_cached_tokens: 15_000, input_cache_creation_5m: 500, output: 445 },
  ],
  [
    '1-hour cache writes of claude-sonnet-4',
    0.003,
    'claude-sonnet-4-20250514',
    { input_cache_creation_1h: 500 },
  ],
  ['long context of gemini-2.5-pro', 0.64, 'gemini-2.5-pro', { input: 250_000, output: 1_000 }],
  ['short context of gemini-2.5-pro', 0.26, 'gemini-2.5-pro', { input: 200_000, output: 1_000 }],
  [
    'long context that is mostly cached',
    0.5 + 0.0375,
    'gemini-2.5-pro',
    { input: 200_000, input_cached_tokens: 150_000 },
  ],
  [
    'the priority tier of gpt-4o',
    0.00595,
    'gpt-4o',
    { input: 1_000, output: 100 },
    { modelParameters: { service_tier: 'priority' } },
  ],
  [
    'the flex tier of o3',
    0.0014,
    'o3',
    { input: 1_000, output_reasoning_tokens: 100 },
    { modelParameters: { service_tier: 'flex' } },
  ],
  ['the total of an embedding', 0.02, 'text-embedding-3-small', { total: 1_000_000 }],
  ['input and total of an embedding', 0.02, 'text-embedding-3-small', { input: 1_000_000, total: 1_000_000 }],
  ['reasoning as output', 0.002, 'gpt-5', { output: 100, output_reasoning_tokens: 100 }],
  ['audio of gemini-2.5-flash', 0.001, 'gemini-2.5-flash', { input_audio_tokens: 1_000 }],
  ['o3 before its price fell', 0.01, 'o3', { input: 1_000 }, { startTime: Date.parse('2025-06-09') }],
  ['o3 after its price fell', 0.002, 'o3', { input: 1_000 }, { startTime: Date.parse('2025-06-10') }],
  ['claude-3-5-haiku', 0.0048, 'claude-3-5-haiku-20241022', { input: 1_000, output: 1_000 }],
  ['names of gateways', 0.0025, 'OpenAI/gpt-4o', { input: 1_000 }],
  ['names of Bedrock', 0.003, 'us.anthropic.claude-sonnet-4-20250514-v1:0', { input: 1_000 }],
])('prices %s', (_, cost, model, usage, more) => {
  const answer = price(model, usage, more);

  expect(answer.status === 'priced' ? answer.cost['total'] : answer).toBeCloseTo(cost, 9);
  expect(answer).toMatchObject({ status: 'priced', pricing: { unpriced: [] } });
});

it.each([
  ['gpt-4o', 2.5e-6, 1e-5, 1.25e-6],
  ['gpt-4o-mini', 1.5e-7, 6e-7, 7.5e-8],
  ['gpt-4.1', 2e-6, 8e-6, 5e-7],
  ['gpt-5', 1.25e-6, 1e-5, 1.25e-7],
  ['o3', 2e-6, 8e-6, 5e-7],
  ['claude-sonnet-4', 3e-6, 1.5e-5, 3e-7],
  ['claude-3-5-sonnet-latest', 3e-6, 1.5e-5, 3e-7],
  ['gemini-2.5-pro', 1.25e-6, 1e-5, 1.25e-7],
  ['gemini-2.5-flash', 3e-7, 2.5e-6, 3e-8],
])('charges for one token of %s what its vendor does', (model, input, output, cached) => {
  expect(price(model, { input: 1, output: 1, input_cached_tokens: 1 })).toMatchObject({
    cost: { input, output, input_cached_tokens: cached },
  });
});

it('prices the same tokens under every name that clients have for them', () => {
  const names = [
    'input_cached_tokens',
    'input_cache_read',
    'cache_read_input_tokens',
    'cached_content_token_count',
  ];
  for (const name of names) {
    expect(price('gpt-4o', { [name]: 1_000 })).toMatchObject({ cost: { [name]: 0.00125, total: 0.00125 } });
  }
});

it('does not know the models of somebody else', () => {
  expect(price('house-llm-7b', { input: 1 })).toEqual({ status: 'unpriced', reason: 'unknown-model' });
  expect(price('my-gpt-4o', { input: 1 })).toEqual({ status: 'unpriced', reason: 'unknown-model' });
});
