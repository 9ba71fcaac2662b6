import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '@oriel/core';
import { observationOf, patchesOf } from '../testing/sent-spans.ts';
import type { SentAttributes } from '../testing/sent-spans.ts';

const LLM = { 'openinference.span.kind': 'LLM' };

describe('the type of an OpenInference span', () => {
  it.each<[attributes: SentAttributes, type: string]>([
    [LLM, 'GENERATION'],
    [{ 'openinference.span.kind': 'CHAIN' }, 'CHAIN'],
    [{ 'openinference.span.kind': 'RETRIEVER' }, 'RETRIEVER'],
    [{ 'openinference.span.kind': 'EMBEDDING' }, 'EMBEDDING'],
    [{ 'openinference.span.kind': 'AGENT' }, 'AGENT'],
    [{ 'openinference.span.kind': 'TOOL' }, 'TOOL'],
    [{ 'openinference.span.kind': 'GUARDRAIL' }, 'GUARDRAIL'],
    [{ 'openinference.span.kind': 'EVALUATOR' }, 'EVALUATOR'],
    [{ 'openinference.span.kind': 'RERANKER' }, 'SPAN'],
    [{ 'openinference.span.kind': 'PROMPT' }, 'SPAN'],
    [{ 'openinference.span.kind': 'RERANKER', 'llm.model_name': 'x' }, 'GENERATION'],
    [{ 'openinference.span.kind': 'toString' }, 'SPAN'],
    [{ 'openinference.span.kind': 'AGENT', 'gen_ai.operation.name': 'chat' }, 'AGENT'],
    [{ 'openinference.span.kind': 'LLM', 'langfuse.observation.type': 'span' }, 'SPAN'],
    [{ 'llm.model_name': 'x' }, 'GENERATION'],
  ])('of %j is %s', (attributes, type) => {
    expect(observationOf(attributes)?.type).toBe(type);
  });
});

describe('model and parameters of an OpenInference span', () => {
  it.each<[attributes: SentAttributes, model: string]>([
    [{ 'llm.model_name': 'asked', 'llm.response.model': 'answered' }, 'answered'],
    [{ 'llm.model_name': 'asked' }, 'asked'],
    [{ 'embedding.model_name': 'embedder' }, 'embedder'],
    [{ 'llm.model_name': 'asked', 'gen_ai.request.model': 'requested' }, 'requested'],
  ])('come with the model among %j', (attributes, model) => {
    expect(observationOf({ ...LLM, ...attributes })?.model).toBe(model);
  });

  it('leave out what has fields of its own', () => {
    expect(
      observationOf({
        ...LLM,
        'llm.invocation_parameters': '{"model":"x","temperature":0.1,"tools":[{"name":"stock"}]}',
        'llm.invocation_parameters.top_p': 0.9,
        'llm.invocation_parameters.model': 'x',
      }),
    ).toMatchObject({
      modelParameters: { temperature: 0.1, top_p: 0.9 },
      tools: [{ name: 'stock', description: null, parameters: null }],
    });
  });

  it('keep parameters that are no JSON as they are', () => {
    expect(
      observationOf({ ...LLM, 'llm.invocation_parameters': '{"temperature":' })?.modelParameters,
    ).toEqual({
      invocation_parameters: '{"temperature":',
    });
  });

  it('come with the tools that were offered', () => {
    const weather = { name: 'weather', description: 'Weather', parameters: { type: 'object' } };

    expect(
      observationOf({
        ...LLM,
        'llm.tools.0.tool.json_schema': JSON.stringify({ type: 'function', function: weather }),
        'llm.tools.1.tool.json_schema': '{"name":"stock","input_schema":{}}',
      })?.tools,
    ).toEqual([weather, { name: 'stock', description: null, parameters: {} }]);
  });
});

describe('tokens and cost of an OpenInference span', () => {
  const counts = {
    'llm.token_count.prompt': 10,
    'llm.token_count.completion': 4,
    'llm.token_count.total': 14,
    'llm.token_count.prompt_details.cache_read': 6,
    'llm.token_count.completion_details.reasoning': 1,
  };

  it('count details once', () => {
    expect(observationOf({ ...LLM, ...counts })).toMatchObject({
      usage: { input: 4, input_cached_tokens: 6, output: 3, output_reasoning_tokens: 1, total: 14 },
      provenance: { convention: 'openinference', usageRule: 'gen-ai-inclusive' },
    });
  });

  it.each(['AGENT', 'CHAIN'])('are left to the calls below a span of kind %s', (kind) => {
    expect(
      observationOf({
        'openinference.span.kind': kind,
        'llm.model_name': 'x',
        'llm.cost.total': 1,
        ...counts,
      }),
    ).toMatchObject({
      model: undefined,
      usage: undefined,
      cost: undefined,
      provenance: { usageRule: 'aggregate', rawUsage: { prompt: 10, completion: 4 } },
    });
  });

  it('give way to the counts of OpenTelemetry beside them, and double nothing', () => {
    expect(
      observationOf({ ...LLM, ...counts, 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 4 })
        ?.usage,
    ).toEqual({ input: 10, output: 4, total: 14 });
  });

  it('take the cost that the sender computed', () => {
    expect(observationOf({ ...LLM, 'llm.cost.total': 0.25 })?.cost).toEqual({ total: 0.25 });
    expect(observationOf({ ...LLM, 'llm.cost.prompt': 0.1, 'llm.cost.completion': 0.2 })?.cost).toEqual({
      input: 0.1,
      output: 0.2,
      total: 0.3,
    });
    expect(observationOf({ ...LLM, 'llm.cost.prompt_details.cache_read': 0.1 })?.cost).toBeUndefined();
  });
});

describe('input and output of an OpenInference span', () => {
  const message = 'llm.input_messages.0.message.';

  it('are chat messages where there are some, and the raw text stays among the attributes', () => {
    const raw = { 'input.value': '{"messages":["raw"]}', 'output.value': '{"choices":["raw"]}' };
    const observation = observationOf({
      ...LLM,
      ...raw,
      [`${message}role`]: 'user',
      [`${message}content`]: 'Hello',
      'llm.output_messages.0.message.role': 'assistant',
      'llm.output_messages.0.message.content': 'Hi',
    });

    expect(observation).toMatchObject({
      input: [{ role: 'user', content: 'Hello' }],
      output: { role: 'assistant', content: 'Hi' },
    });
    expect(observation?.metadata?.['attributes']).toEqual({ ...LLM, ...raw });
  });

  it('are the raw values where there are no messages', () => {
    const observation = observationOf({
      'openinference.span.kind': 'CHAIN',
      'input.value': '{"city":"Oslo"}',
      'input.mime_type': 'application/json',
      'output.value': '{"is":"text"}',
      'output.mime_type': 'text/plain',
    });

    expect(observation).toMatchObject({ input: { city: 'Oslo' }, output: '{"is":"text"}' });
    expect(observation?.metadata?.['attributes']).toEqual({ 'openinference.span.kind': 'CHAIN' });
  });

  it('have the parts of a message in order, and what it asks of tools', () => {
    expect(
      observationOf({
        [`${message}role`]: 'assistant',
        [`${message}contents.1.message_content.type`]: 'image',
        [`${message}contents.1.message_content.image.image.url`]: 'data:image/png;base64,AA==',
        [`${message}contents.0.message_content.type`]: 'text',
        [`${message}contents.0.message_content.text`]: 'Look:',
        [`${message}contents.2.message_content.type`]: 'tool-call',
        [`${message}tool_calls.0.tool_call.id`]: 'c1',
        [`${message}tool_calls.0.tool_call.function.name`]: 'weather',
        [`${message}tool_calls.0.tool_call.function.arguments`]: JSON.stringify('{"city":"Oslo"}'),
      })?.input,
    ).toEqual([
      {
        role: 'assistant',
        content: [
          { type: 'text', text: 'Look:' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AA==' } },
        ],
        tool_calls: [{ id: 'c1', function: { name: 'weather', arguments: '{"city":"Oslo"}' } }],
      },
    ]);
  });

  it('have the tool calls that LangChain’s instrumentation leaves to the raw answer', () => {
    const call = { id: 'c1', name: 'weather', args: { city: 'Oslo' }, type: 'tool_call' };
    const answer = { generations: [[{ text: '', message: { kwargs: { tool_calls: [call] } } }]] };

    expect(
      observationOf({
        'output.value': JSON.stringify(answer),
        'llm.output_messages.0.message.role': 'assistant',
        'llm.output_messages.0.message.content': 'Let me see.',
      })?.output,
    ).toEqual({ role: 'assistant', content: 'Let me see.', tool_calls: [call] });
  });

  it('are a list where a model gave several answers', () => {
    expect(
      observationOf({
        'llm.output_messages.0.message.role': 'assistant',
        'llm.output_messages.1.message.role': 'assistant',
      })?.output,
    ).toEqual([{ role: 'assistant' }, { role: 'assistant' }]);
  });

  it('tell what was embedded and what was found', () => {
    const vector = { 'embedding.embeddings.0.embedding.vector': [0.5, 1] };
    const embedding = observationOf({ 'embedding.embeddings.0.embedding.text': 'garden', ...vector });

    expect(embedding?.input).toEqual(['garden']);
    expect(embedding?.metadata?.['attributes']).toEqual(vector);
    expect(
      observationOf({
        'retrieval.documents.0.document.content': 'text',
        'retrieval.documents.0.document.score': 0.5,
      })?.output,
    ).toEqual([{ content: 'text', score: 0.5 }]);
  });
});

describe('what an OpenInference span says of its trace', () => {
  it.each<[attributes: SentAttributes, fields: JsonObject]>([
    [{ 'tag.tags': '["a","b"]' }, { tags: ['a', 'b'] }],
    [{ 'metadata.tags': ['a'] }, { tags: ['a'] }],
    [
      { 'metadata.sessionId': 's', 'metadata.userId': 'u' },
      { sessionId: 's', userId: 'u' },
    ],
    [{ 'session.id': 's', metadata: '{"thread_id":"t"}' }, { sessionId: 's' }],
    [{ metadata: '{"thread_id":"t"}' }, { sessionId: 't' }],
  ])('is read from %j', (attributes, fields) => {
    expect(patchesOf({ spans: [{ attributes }] }).traces).toMatchObject([fields]);
  });

  it('has the caller’s metadata, and leaves the run’s to the span', () => {
    const run = {
      tenant: 'acme',
      langgraph_node: 'agent',
      langgraph_step: 1,
      langgraph_triggers: ['branch:to:agent'],
      langgraph_checkpoint_ns: 'agent:7',
      checkpoint_ns: 'agent:7',
      ls_provider: 'openai',
    };
    const { traces, observations } = patchesOf({
      spans: [{ attributes: { metadata: JSON.stringify(run) } }],
    });

    expect(traces[0]?.metadata).toEqual({ tenant: 'acme' });
    expect(observations[0]).toMatchObject({
      metadata: run,
      graph: { node: 'agent', step: 1, namespace: 'agent:7', triggers: ['branch:to:agent'] },
    });
  });

  it.each<[JsonValue]>([['no JSON'], ['[1]'], ['42']])('keeps metadata that is no object: %j', (metadata) => {
    const { traces, observations } = patchesOf({ spans: [{ attributes: { metadata } }] });

    expect(traces).toMatchObject([{ metadata: { metadata } }]);
    expect(observations).toMatchObject([{ metadata: { metadata }, graph: undefined }]);
  });
});

describe('an error that OpenInference’s processor copied from another span of the AI SDK', () => {
  const status = { code: 2, message: 'hotel API: quota exceeded' };
  const exception = { name: 'exception', attributes: [] };

  it('is none', () => {
    for (const scope of ['ai', 'gen_ai'])
      expect(observationOf(LLM, { status }, { scope })).toMatchObject({
        level: 'DEFAULT',
        statusMessage: undefined,
      });
  });

  it.each<[why: string, attributes: SentAttributes, span: JsonObject, scope: string]>([
    ['it recorded an exception', LLM, { events: [exception] }, 'ai'],
    ['it finished with one', { ...LLM, 'ai.response.finishReason': 'error' }, {}, 'ai'],
    ['it finished with one', { ...LLM, 'gen_ai.response.finish_reasons': ['error'] }, {}, 'gen_ai'],
    ['nobody translated it', {}, {}, 'ai'],
    ['another library sent it', LLM, {}, '@arizeai/openinference-instrumentation-openai'],
  ])('is one where %s (%j)', (_, attributes, span, scope) => {
    expect(observationOf(attributes, { status, ...span }, { scope })).toMatchObject({
      level: 'ERROR',
      statusMessage: status.message,
    });
  });
});
