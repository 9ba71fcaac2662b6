import type { ObservationPatch, Patch } from '@oriel/core';

/** Id of the sample trace, an order number as a shop would use. */
export const TRACE_ID = 'order-4711';

/** 7 March 2025, 14:05:09 UTC: fixed, so that pictures of stories stay the same. */
const START = Date.UTC(2025, 2, 7, 14, 5, 9, 42);

type Step = Omit<
  ObservationPatch,
  'kind' | 'at' | 'traceId' | 'startTime' | 'endTime' | 'completionStartTime'
> & {
  /** Milliseconds after the start of the trace. */
  readonly from: number;
  /** `null` while it runs. */
  readonly to: number | null;
  readonly firstToken?: number;
};

function step({ from, to, firstToken, ...fields }: Step): ObservationPatch {
  return {
    kind: 'observation',
    at: START + from,
    traceId: TRACE_ID,
    startTime: START + from,
    endTime: to === null ? null : START + to,
    ...(firstToken === undefined ? {} : { completionStartTime: START + firstToken }),
    ...fields,
  };
}

const question = 'Where is my order 4711? It was meant to arrive on Tuesday and I leave on Friday.';
const answer =
  'Your order left our warehouse in Graz this morning and is due tomorrow, Wednesday, between 9 and 12.\n\n' +
  'Since you leave on Friday there is a day to spare. Shall I have the courier text you an hour before?';

const system = {
  role: 'system',
  content:
    'You are the support agent of a small bookshop. Be brief, be kind, and never invent a delivery date.',
};
const user = { role: 'user', content: question };
const toolCall = {
  role: 'assistant',
  content: null,
  tool_calls: [
    {
      id: 'call_7f3a',
      type: 'function',
      function: { name: 'track_parcel', arguments: '{"order":"4711","carrier":"post"}' },
    },
  ],
};
const toolResult = {
  role: 'tool',
  tool_call_id: 'call_7f3a',
  content: '{"status":"in transit","hub":"Graz","due":"2025-03-08T09:00:00Z"}',
};

/** A support agent that looks up a parcel: all ten types, a failure with a retry, a warning, and a step still running. */
export const supportAgent: readonly Patch[] = [
  {
    kind: 'trace',
    at: START,
    id: TRACE_ID,
    isRecord: true,
    timestamp: START,
    name: 'support question',
    userId: 'ada@example.com',
    sessionId: 'chat-2025-03-07',
    environment: 'production',
    release: '2025.3.1',
    version: 'v18',
    tags: ['delivery', 'vip'],
    input: question,
    output: answer,
    metadata: { channel: 'web', locale: 'en-GB', cart: { items: 3, total: 61.4 } },
  },
  step({
    id: 'agent',
    type: 'AGENT',
    name: 'support-agent',
    from: 0,
    to: 6840,
    input: { messages: [user] },
    output: { role: 'assistant', content: answer },
    version: 'v18',
    environment: 'production',
  }),
  step({
    id: 'guard-in',
    parentId: 'agent',
    type: 'GUARDRAIL',
    name: 'input policy',
    from: 8,
    to: 96,
    output: { allowed: true },
  }),
  step({
    id: 'plan',
    parentId: 'agent',
    type: 'GENERATION',
    name: 'plan',
    from: 110,
    to: 1480,
    firstToken: 432,
    model: 'gpt-5-mini',
    modelParameters: { temperature: 0.2, max_tokens: 800, tool_choice: 'auto' },
    usage: { input: 1204, input_cached_tokens: 896, output: 86, output_reasoning_tokens: 40, total: 2226 },
    computedCost: {
      input: 0.000301,
      input_cached_tokens: 0.0000224,
      output: 0.000172,
      output_reasoning_tokens: 0.00008,
      total: 0.0005754,
    },
    prompt: { name: 'support-plan', version: 12 },
    input: [system, user],
    output: toolCall,
    metadata: { attempt: 1 },
    tools: [
      {
        name: 'track_parcel',
        description: 'Where a parcel is and when it is due.',
        parameters: {
          type: 'object',
          properties: { order: { type: 'string' }, carrier: { type: 'string' } },
          required: ['order'],
        },
      },
      { name: 'refund', description: 'Pays an order back.', parameters: null },
    ],
    graph: { node: 'plan', step: 1, namespace: 'plan:5c1e', triggers: ['branch:to:plan'] },
    provenance: {
      convention: 'langfuse',
      usageRule: 'openai-chat',
      rawUsage: {
        prompt_tokens: 2100,
        completion_tokens: 126,
        total_tokens: 2226,
        prompt_tokens_details: { cached_tokens: 896 },
        completion_tokens_details: { reasoning_tokens: 40 },
      },
      pricing: {
        list: 'defaults 2026-11-01',
        rule: 'gpt-5-mini',
        tier: 'standard',
        unpriced: [],
      },
    },
  }),
  step({ id: 'context', parentId: 'agent', type: 'CHAIN', name: 'gather context', from: 1490, to: 4310 }),
  step({
    id: 'embed',
    parentId: 'context',
    type: 'EMBEDDING',
    name: 'embed question',
    from: 1500,
    to: 1622,
    model: 'text-embedding-3-small',
    usage: { input: 21, total: 21 },
    cost: { total: 0.00000042 },
    input: question,
  }),
  step({
    id: 'search',
    parentId: 'context',
    type: 'RETRIEVER',
    name: 'search help pages',
    from: 1630,
    to: 1822,
    input: { query: 'late delivery', top: 3 },
    output: [
      { title: 'When will my parcel arrive?', score: 0.87 },
      { title: 'Change the delivery day', score: 0.81 },
      { title: 'Parcel lost', score: 0.62 },
    ],
  }),
  step({
    id: 'track-1',
    parentId: 'context',
    type: 'TOOL',
    name: 'track_parcel',
    from: 1830,
    to: 3041,
    level: 'ERROR',
    statusMessage: 'carrier.post: 504 Gateway Timeout after 1200 ms',
    input: { order: '4711', carrier: 'post' },
  }),
  step({
    id: 'retry',
    parentId: 'context',
    type: 'EVENT',
    name: 'retry scheduled',
    from: 3050,
    to: null,
    level: 'WARNING',
    statusMessage: 'Attempt 2 of 3 in 250 ms',
    metadata: { attempt: 2 },
  }),
  step({
    id: 'track-2',
    parentId: 'context',
    type: 'TOOL',
    name: 'track_parcel',
    from: 3300,
    to: 4302,
    input: { order: '4711', carrier: 'post' },
    output: {
      status: 'in transit',
      hub: 'Graz',
      due: '2025-03-08T09:00:00Z',
      stops: [1, 2, 3],
      signature: null,
    },
  }),
  step({
    id: 'cache',
    parentId: 'context',
    type: 'SPAN',
    name: 'cache lookup',
    from: 1492,
    to: 1493.4,
    level: 'DEBUG',
  }),
  step({
    id: 'write',
    parentId: 'agent',
    type: 'GENERATION',
    name: 'answer',
    from: 4320,
    to: 6630,
    firstToken: 4710,
    model: 'gpt-5',
    modelParameters: { temperature: 0.6 },
    usage: { input: 2310, output: 412, total: 2722 },
    cost: { input: 0.0028875, output: 0.00412, total: 0.0070075 },
    prompt: { name: 'support-answer', version: 31 },
    input: [system, user, toolCall, toolResult],
    output: { role: 'assistant', content: answer },
  }),
  step({ id: 'unnamed', parentId: 'agent', type: 'SPAN', name: '', from: 6640, to: 6655 }),
  step({
    id: 'judge',
    parentId: 'agent',
    type: 'EVALUATOR',
    name: 'tone check',
    from: 6660,
    to: 6838,
    output: { kind: true, brief: true },
  }),
  step({
    id: 'follow-up',
    type: 'GENERATION',
    name: 'summarize for the next shift',
    from: 6900,
    to: null,
    model: 'gpt-5-mini',
    input: [user, { role: 'assistant', content: answer }],
  }),
  {
    kind: 'score',
    at: START + 9000,
    id: 'score-helpful',
    traceId: TRACE_ID,
    name: 'helpful',
    value: 1,
    dataType: 'BOOLEAN',
    source: 'ANNOTATION',
    comment: 'Gave the date and thought ahead.',
    timestamp: START + 9000,
  },
  {
    kind: 'score',
    at: START + 9000,
    id: 'score-tone',
    traceId: TRACE_ID,
    observationId: 'write',
    name: 'tone',
    value: 0.92,
    dataType: 'NUMERIC',
    source: 'EVAL',
    timestamp: START + 9000,
  },
];
