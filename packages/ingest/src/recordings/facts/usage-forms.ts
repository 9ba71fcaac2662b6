/** What must be kept of each form in which usage and cost can be sent. The recording names the forms. */
export const USAGE_FORMS = {
  'usage-generic': { usage: { input: 100, output: 20, total: 120 }, cost: {} },
  'usage-generic-cost': {
    usage: { input: 100, output: 20, total: 120 },
    cost: { input: 0.001, output: 0.0004, total: 0.0014 },
  },
  'usage-openai-camel': { usage: { input: 100, output: 20, total: 120 }, cost: {} },
  'usage-openai-snake': { usage: { input: 100, output: 20, total: 120 }, cost: {} },
  'usage-characters': { usage: { input: 4000, output: 900, total: 4900 }, cost: {} },
  'details-simple': { usage: { input: 100, output: 20, total: 120 }, cost: {} },
  'details-custom': {
    usage: {
      input: 36,
      output: 12,
      input_cached_tokens: 64,
      output_reasoning_tokens: 8,
      images: 2,
      total: 122,
    },
    cost: {
      input: 0.00036,
      input_cached_tokens: 0.00016,
      output: 0.00024,
      output_reasoning_tokens: 0.00016,
      total: 0.00092,
    },
  },
  'details-openai-raw': {
    usage: {
      input: 36,
      input_cached_tokens: 64,
      input_audio_tokens: 0,
      output: 12,
      output_reasoning_tokens: 8,
      total: 120,
    },
    cost: {},
  },
  'details-responses-raw': {
    usage: { input: 36, input_cached_tokens: 64, output: 12, output_reasoning_tokens: 8, total: 120 },
    cost: {},
  },
  'cost-only': { usage: {}, cost: { total: 0.25 } },
  nothing: { usage: {}, cost: {} },
};
