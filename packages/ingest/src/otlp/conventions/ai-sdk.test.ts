import { describe, expect, it } from 'vitest';
import type { JsonValue, ObservationPatch } from '@oriel/core';
import { observationOf, patchesOf } from '../testing/sent-spans.ts';
import type { SentAttributes } from '../testing/sent-spans.ts';

/** What becomes of a span of the AI SDK. */
function sdkSpan(operationId: string, attributes: SentAttributes = {}): ObservationPatch | undefined {
  return observationOf({ 'ai.operationId': operationId, ...attributes }, {}, { scope: 'ai' });
}

const MODEL = { 'ai.model.id': 'gpt-4.1' };
const GENERATE = 'ai.generateText.doGenerate';

describe('the type of an AI SDK span', () => {
  it.each<[attributes: SentAttributes, type: string]>([
    [{ 'ai.operationId': 'ai.generateText.doGenerate', ...MODEL }, 'GENERATION'],
    [{ 'ai.operationId': 'ai.streamText.doStream', ...MODEL }, 'GENERATION'],
    [{ 'ai.operationId': 'ai.generateObject.doGenerate', ...MODEL }, 'GENERATION'],
    [{ 'ai.operationId': 'ai.streamObject.doStream', 'gen_ai.request.model': 'x' }, 'GENERATION'],
    [{ 'ai.operationId': 'ai.embed.doEmbed', ...MODEL }, 'EMBEDDING'],
    [{ 'ai.operationId': 'ai.embedMany.doEmbed', ...MODEL }, 'EMBEDDING'],
    [{ 'operation.name': 'ai.generateText.doGenerate trip-agent', ...MODEL }, 'GENERATION'],
    [{ 'ai.operationId': 'ai.generateText.doGenerate' }, 'SPAN'],
    [{ 'ai.operationId': 'ai.toolCall' }, 'TOOL'],
    [{ 'operation.name': 'ai.toolCall trip-agent' }, 'TOOL'],
    [{ 'ai.operationId': 'ai.generateText', ...MODEL }, 'SPAN'],
    [{ 'ai.operationId': 'ai.generateText', 'gen_ai.request.model': 'x' }, 'SPAN'],
    [{ 'ai.operationId': 'constructor', ...MODEL }, 'SPAN'],
    [{ 'gen_ai.operation.name': 'invoke_agent' }, 'AGENT'],
    [{ 'gen_ai.operation.name': 'agent_step' }, 'SPAN'],
  ])('of %j is %s', (attributes, type) => {
    expect(observationOf(attributes)?.type).toBe(type);
  });
});

describe('the name of an AI SDK span', () => {
  it.each<[name: string, attributes: SentAttributes, shown: string]>([
    ['ai.toolCall', { 'ai.toolCall.name': 'getWeather' }, 'ai.toolCall'],
    ['', { 'ai.toolCall.name': 'getWeather', 'ai.operationId': 'ai.toolCall' }, 'getWeather'],
    ['', { 'ai.operationId': 'ai.generateText' }, 'ai.generateText'],
    ['', { 'ai.operationId': 'ai.generateText', 'ai.telemetry.functionId': 'trip' }, 'trip:ai.generateText'],
  ])('%j with %j is shown as %j', (name, attributes, shown) => {
    expect(observationOf(attributes, { name })?.name).toBe(shown);
  });
});

describe('the model of an AI SDK span', () => {
  it.each<[attributes: SentAttributes, model: string]>([
    [
      { 'gen_ai.response.model': 'answered', 'ai.model.id': 'asked', 'gen_ai.request.model': 'requested' },
      'answered',
    ],
    [{ 'ai.model.id': 'asked', 'gen_ai.request.model': 'requested' }, 'asked'],
    [{ 'gen_ai.request.model': 'requested' }, 'requested'],
  ])('among %j is %s', (attributes, model) => {
    expect(sdkSpan(GENERATE, attributes)?.model).toBe(model);
  });

  it('comes with the parameters it was called with', () => {
    expect(
      sdkSpan(GENERATE, {
        'ai.settings.maxSteps': 3,
        'ai.settings.maxRetries': 2,
        'ai.settings.maxOutputTokens': 400,
        'ai.settings.temperature': 0.5,
        'ai.prompt.toolChoice': '{"type":"auto"}',
        'ai.model.provider': 'openai.chat',
        'gen_ai.request.temperature': 0.4,
        'gen_ai.request.top_p': 0.9,
        'gen_ai.request.model': 'no parameter',
        'gen_ai.response.finish_reasons': ['stop'],
        'ai.response.providerMetadata': '{"openai":{"serviceTier":"flex"}}',
      })?.modelParameters,
    ).toEqual({
      maxSteps: 3,
      maxRetries: 2,
      maxTokens: 400,
      temperature: 0.4,
      toolChoice: { type: 'auto' },
      system: 'openai.chat',
      finishReason: 'stop',
      service_tier: 'flex',
      top_p: 0.9,
    });
  });

  it('comes with the tools it was offered, each sent as JSON text', () => {
    const tool = {
      type: 'function',
      name: 'weather',
      description: 'Weather',
      inputSchema: { type: 'object' },
    };

    expect(sdkSpan(GENERATE, { 'ai.prompt.tools': [JSON.stringify(tool)] })?.tools).toEqual([
      { name: 'weather', description: 'Weather', parameters: { type: 'object' } },
    ]);
  });
});

describe('the tokens of an AI SDK call', () => {
  it('count every token once, with what only the provider says', () => {
    const anthropic = {
      usage: {
        cache_read_input_tokens: 15_000,
        cache_creation_input_tokens: 500,
        cache_creation: { ephemeral_5m_input_tokens: 500 },
      },
    };

    expect(
      sdkSpan(GENERATE, {
        ...MODEL,
        'gen_ai.usage.input_tokens': 16_000,
        'ai.response.providerMetadata': JSON.stringify({ anthropic }),
      }),
    ).toMatchObject({
      usage: {
        input: 500,
        input_cached_tokens: 15_000,
        input_cache_creation: 0,
        input_cache_creation_5m: 500,
        total: 16_000,
      },
      provenance: { convention: 'ai-sdk', usageRule: 'ai-sdk' },
    });
  });

  it.each([
    'ai.generateText',
    'ai.streamText',
    'ai.generateObject',
    'ai.streamObject',
    'ai.embed',
    'ai.embedMany',
  ])('are left to the calls below %s, which says them again', (operationId) => {
    expect(
      sdkSpan(operationId, { ...MODEL, 'ai.usage.inputTokens': 670, 'ai.usage.tokens': 5 }),
    ).toMatchObject({
      model: undefined,
      usage: undefined,
      provenance: { usageRule: 'aggregate', rawUsage: { 'ai.usage.inputTokens': 670, 'ai.usage.tokens': 5 } },
    });
  });

  it('are read by the rules of OpenTelemetry where the SDK adds nothing to its counts', () => {
    const chat = { 'gen_ai.operation.name': 'chat', 'gen_ai.usage.input_tokens': 10 };

    expect(observationOf(chat, {}, { scope: 'gen_ai' })?.provenance?.usageRule).toBe('gen-ai-inclusive');
    expect(
      observationOf({ ...chat, 'ai.usage.outputTokenDetails.reasoningTokens': 2 }, {}, { scope: 'gen_ai' })
        ?.provenance?.usageRule,
    ).toBe('ai-sdk');
  });
});

const CALL = { toolCallId: 'w1', toolName: 'getWeather', input: '{"city":"Oslo"}' };

describe('what an AI SDK span was given and answered', () => {
  it.each<[attributes: SentAttributes, input: JsonValue]>([
    [{ 'ai.prompt.messages': '[{"role":"user"}]', 'ai.prompt': '{"prompt":"x"}' }, [{ role: 'user' }]],
    [{ 'ai.prompt': '{"prompt":"x"}', 'ai.toolCall.args': '{}' }, { prompt: 'x' }],
    [{ 'ai.toolCall.args': '{"city":"Oslo"}' }, { city: 'Oslo' }],
    [{ 'ai.value': '"garden"' }, 'garden'],
    [{ 'ai.values': ['"garden"', '"canal"'] }, ['garden', 'canal']],
  ])('reads the input of %j', (attributes, input) => {
    expect(sdkSpan(GENERATE, attributes)?.input).toEqual(input);
  });

  it.each<[attributes: SentAttributes, output: JsonValue]>([
    [{ 'ai.response.text': '{"is":"text"}' }, '{"is":"text"}'],
    [{ 'ai.response.text': '', 'ai.result.text': 'old' }, 'old'],
    [{ 'ai.toolCall.result': '{"temp":21}' }, { temp: 21 }],
    [{ 'ai.response.object': '{"days":2}' }, { days: 2 }],
    [{ 'ai.result.object': '{"days":2}' }, { days: 2 }],
    [{ 'ai.embedding': '[0,0.5]' }, [0, 0.5]],
    [{ 'ai.embeddings': ['[0,0.5]', '[1]'] }, [[0, 0.5], [1]]],
    [
      { 'ai.response.text': 'Checking.', 'ai.response.toolCalls': JSON.stringify([CALL]) },
      { role: 'assistant', content: 'Checking.', tool_calls: [CALL] },
    ],
    [
      { 'ai.response.toolCalls': JSON.stringify([CALL]) },
      { role: 'assistant', content: null, tool_calls: [CALL] },
    ],
    [
      { 'ai.result.toolCalls': JSON.stringify([CALL]) },
      { role: 'assistant', content: null, tool_calls: [CALL] },
    ],
  ])('reads the output of %j', (attributes, output) => {
    expect(sdkSpan(GENERATE, attributes)?.output).toEqual(output);
  });

  it('keeps the messages of the seventh major, which are OpenTelemetry’s', () => {
    expect(
      observationOf({ 'gen_ai.input.messages': '[{"role":"user"}]' }, {}, { scope: 'gen_ai' })?.input,
    ).toEqual([{ role: 'user' }]);
  });
});

describe('what a caller of the AI SDK said', () => {
  it.each(['ai.telemetry.metadata.', 'ai.settings.context.'])('of the trace stands under %s', (prefix) => {
    const { traces, observations } = patchesOf({
      scope: 'ai',
      spans: [
        {
          attributes: {
            [`${prefix}sessionId`]: 's',
            [`${prefix}userId`]: 'u',
            [`${prefix}tags`]: ['a', 'b'],
            [`${prefix}tenant`]: 'acme',
            [`${prefix}vip`]: true,
          },
        },
      ],
    });

    expect(traces).toMatchObject([
      { sessionId: 's', userId: 'u', tags: ['a', 'b'], metadata: { tenant: 'acme', vip: true } },
    ]);
    expect(observations[0]?.metadata).toMatchObject({ tenant: 'acme', vip: true });
  });

  it('gives way to what was propagated, and stays among the attributes', () => {
    const said = { 'ai.telemetry.metadata.sessionId': 'said', 'ai.telemetry.metadata.userId': 'said' };
    const { traces, observations } = patchesOf({
      scope: 'ai',
      spans: [{ attributes: { ...said, 'session.id': 'propagated', 'user.id': 'propagated' } }],
    });

    expect(traces).toMatchObject([{ sessionId: 'propagated', userId: 'propagated' }]);
    expect(observations[0]?.metadata?.['attributes']).toEqual(said);
  });

  it.each(['ai.telemetry.metadata.langfusePrompt', 'ai.settings.context.langfusePrompt'])(
    'in %s links generations to a prompt',
    (key) => {
      const prompt = { [key]: '{"name":"travel","version":3,"isFallback":false}' };

      expect(sdkSpan(GENERATE, { ...MODEL, ...prompt })?.prompt).toEqual({ name: 'travel', version: 3 });
      expect(sdkSpan('ai.generateText', { ...MODEL, ...prompt })?.prompt).toBeUndefined();
      expect(sdkSpan(GENERATE, { ...MODEL, [key]: 'no JSON' })?.prompt).toBeUndefined();
    },
  );
});

it.each<[attributes: SentAttributes, completionStartTime: number | undefined]>([
  [{ 'ai.response.msToFirstChunk': 11.2 }, 1012],
  [{ 'ai.stream.msToFirstChunk': 7 }, 1007],
  [{ 'gen_ai.client.operation.time_to_first_chunk': 0.0133 }, 1014],
  [{ 'ai.response.msToFirstChunk': -1 }, undefined],
  [{ 'ai.response.msToFirstChunk': 'soon' }, undefined],
])('with %j the first token of a call that began at 1 s came at %s ms', (attributes, completionStartTime) => {
  expect(observationOf(attributes, {}, { scope: 'ai' })?.completionStartTime).toBe(completionStartTime);
});
