import { describe, expect, it } from 'vitest';
import type { JsonValue, ObservationPatch, Patch, TracePatch } from '@oriel/core';
import { exportPatches } from '../export-patches.ts';
import type { Attributes, OtlpEvent, OtlpSpan } from '../otlp-export.ts';

type Sent = Readonly<Record<string, JsonValue>>;

interface SentSpan {
  readonly attributes?: Sent;
  readonly scope?: string;
  readonly name?: string;
  readonly events?: readonly (readonly [name: string, attributes: Sent])[];
}

/** The patches of one root span. */
function patchesOf({ attributes = {}, scope = 'app', name = 'work', events = [] }: SentSpan): Patch[] {
  const span: OtlpSpan = {
    traceId: 'ab'.repeat(16),
    spanId: 'cd'.repeat(8),
    parentSpanId: null,
    name,
    startTime: 1000,
    endTime: 2000,
    hasErrorStatus: false,
    statusMessage: '',
    attributes: mapOf(attributes),
    events: events.map(([eventName, said]): OtlpEvent => ({
      name: eventName,
      time: 1500,
      attributes: mapOf(said),
    })),
    links: [],
    dropped: { attributes: 0, events: 0, links: 0 },
  };
  const group = {
    where: 'resourceSpans[0].scopeSpans[0]',
    resource: { attributes: new Map() },
    scope: { name: scope, version: '1', attributes: new Map() },
    spans: [span],
  };
  return exportPatches({ groups: [group], rejected: [] }, 0);
}

function mapOf(attributes: Sent): Attributes {
  return new Map(Object.entries(attributes));
}

function observationOf(span: SentSpan): ObservationPatch | undefined {
  return patchesOf(span).find((patch) => patch.kind === 'observation');
}

function traceOf(span: SentSpan): TracePatch | undefined {
  return patchesOf(span).find((patch) => patch.kind === 'trace');
}

const json = JSON.stringify;

describe('the type of a span', () => {
  it.each<[span: SentSpan, type: string, convention: string]>([
    [{ attributes: { 'gen_ai.operation.name': 'text_completion' } }, 'GENERATION', 'gen-ai'],
    [{ attributes: { 'gen_ai.operation.name': 'generate_content' } }, 'GENERATION', 'gen-ai'],
    [{ attributes: { 'gen_ai.operation.name': 'create_agent' } }, 'AGENT', 'gen-ai'],
    [{ attributes: { 'gen_ai.operation.name': 'workflow' } }, 'SPAN', 'gen-ai'],
    [{ attributes: { 'traceloop.span.kind': 'workflow' } }, 'CHAIN', 'openllmetry'],
    [{ attributes: { 'traceloop.span.kind': 'task' } }, 'SPAN', 'openllmetry'],
    [{ attributes: { 'traceloop.span.kind': 'agent' } }, 'AGENT', 'openllmetry'],
    [{ attributes: { 'traceloop.span.kind': 'tool' } }, 'TOOL', 'openllmetry'],
    [
      { attributes: { 'traceloop.span.kind': 'task', 'gen_ai.operation.name': 'execute_tool' } },
      'TOOL',
      'gen-ai',
    ],
    [{ attributes: { 'llm.request.type': 'embedding' } }, 'EMBEDDING', 'openllmetry'],
    [{ attributes: { 'langsmith.span.kind': 'llm' } }, 'GENERATION', 'langsmith'],
    [{ attributes: { 'langsmith.span.kind': 'chain' } }, 'CHAIN', 'langsmith'],
    [{ attributes: { 'langsmith.span.kind': 'tool' } }, 'TOOL', 'langsmith'],
    [{ attributes: { 'langsmith.span.kind': 'retriever' } }, 'RETRIEVER', 'langsmith'],
    [{ attributes: { 'langsmith.span.kind': 'embedding' } }, 'EMBEDDING', 'langsmith'],
    [{ attributes: { 'mastra.span.type': 'agent_run' } }, 'AGENT', 'mastra'],
    [{ attributes: { 'mastra.span.type': 'mcp_tool_call' } }, 'TOOL', 'mastra'],
    [{ attributes: { 'mastra.span.type': 'workflow_loop' } }, 'CHAIN', 'mastra'],
    [
      { attributes: { 'mastra.span.type': 'model_inference', 'gen_ai.request.model': 'm' } },
      'GENERATION',
      'mastra',
    ],
    [{ attributes: { 'mastra.span.type': 'model_generation' } }, 'CHAIN', 'mastra'],
    [
      { attributes: { 'mastra.span.type': 'model_chunk', 'openinference.span.kind': 'LLM' } },
      'SPAN',
      'mastra',
    ],
    [{ scope: 'pydantic-ai', attributes: { agent_name: 'a', final_result: 'x' } }, 'AGENT', 'logfire'],
    [{ attributes: { 'genkit:metadata:subtype': 'model' } }, 'GENERATION', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'background-model' } }, 'GENERATION', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'embedder' } }, 'EMBEDDING', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'tool' } }, 'TOOL', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'tool.v2' } }, 'TOOL', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'retriever' } }, 'RETRIEVER', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'evaluator' } }, 'EVALUATOR', 'genkit'],
    [{ attributes: { 'genkit:metadata:subtype': 'flow' } }, 'SPAN', 'genkit'],
    [{ attributes: { 'mlflow.spanType': '"CHAT_MODEL"' } }, 'GENERATION', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': 'LLM' } }, 'GENERATION', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': '"TOOL"' } }, 'TOOL', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': '"AGENT"' } }, 'AGENT', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': '"RETRIEVER"' } }, 'RETRIEVER', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': '"EMBEDDING"' } }, 'EMBEDDING', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': '"CHAIN"' } }, 'CHAIN', 'mlflow'],
    [{ attributes: { 'mlflow.spanType': '"UNKNOWN"' } }, 'SPAN', 'mlflow'],
    [{ attributes: { 'flue.tool.name': 'stock' } }, 'TOOL', 'flue'],
    [{ attributes: { 'flue.tool.call_id': 'c1' } }, 'TOOL', 'flue'],
    [{ attributes: { 'flue.task.id': 't1' } }, 'AGENT', 'flue'],
    [{ attributes: { 'flue.task.agent': 'a' } }, 'AGENT', 'flue'],
    [{ scope: 'livekit-agents', name: 'agent_turn' }, 'AGENT', 'livekit'],
    [{ scope: 'livekit-agents', name: 'start_agent_activity' }, 'AGENT', 'livekit'],
    [{ scope: 'livekit-agents', name: 'function_tool' }, 'TOOL', 'livekit'],
    [{ scope: 'livekit-agents', name: 'tts_node' }, 'SPAN', 'livekit'],
    [{ attributes: { 'gcp.vertex.agent.event_id': 'e' } }, 'SPAN', 'google-adk'],
  ])('%j is %s, says %s', (span, type, convention) => {
    expect(observationOf(span)).toMatchObject({ type, provenance: { convention } });
  });
});

describe('the name of a span', () => {
  it.each<[span: SentSpan, name: string]>([
    [{ name: 'Hello {who}', attributes: { 'logfire.msg': 'Hello world' } }, 'Hello world'],
    [{ name: 'action', attributes: { 'genkit:name': 'menuFlow' } }, 'menuFlow'],
    [{ name: 'execute_tool t', attributes: { 'gen_ai.tool.name': 't' } }, 'execute_tool t'],
    [{ name: '', attributes: { 'gen_ai.tool.name': 't' } }, 't'],
  ])('%j is %s', (span, name) => {
    expect(observationOf(span)?.name).toBe(name);
  });
});

describe('the level of a span', () => {
  it.each<[span: SentSpan, level: string | undefined]>([
    [{ attributes: { 'logfire.level_num': 5 } }, 'DEBUG'],
    [{ attributes: { 'logfire.level_num': 9 } }, 'DEFAULT'],
    [{ attributes: { 'logfire.level_num': 10 } }, 'DEFAULT'],
    [{ attributes: { 'logfire.level_num': 13 } }, 'WARNING'],
    [{ attributes: { 'logfire.level_num': 17 } }, 'ERROR'],
    [{ attributes: { 'logfire.level_num': 21 } }, 'ERROR'],
    [{ scope: 'livekit-agents', name: 'llm_request_run' }, 'DEBUG'],
    [{ scope: 'livekit-agents', name: 'agent_turn' }, undefined],
    [{ scope: 'other', name: 'llm_request_run' }, undefined],
  ])('%j is %s', (span, level) => {
    expect(observationOf(span)?.level).toBe(level);
  });
});

const USER = { role: 'user', content: 'hi' };
const ANSWER = { role: 'assistant', content: 'hello' };

describe('what a span was given and what it answered', () => {
  it.each<[what: string, span: SentSpan, input: unknown, output: unknown]>([
    [
      'lists of messages',
      { attributes: { 'gen_ai.input.messages': json([USER]), 'gen_ai.output.messages': json([ANSWER]) } },
      [USER],
      [ANSWER],
    ],
    [
      'instructions in front of the messages',
      { attributes: { 'gen_ai.input.messages': json([USER]), 'gen_ai.system_instructions': 'be brief' } },
      [{ role: 'system', content: 'be brief' }, USER],
      undefined,
    ],
    [
      'messages that have their instructions',
      {
        attributes: {
          'gen_ai.input.messages': json([{ role: 'system', content: 'own' }, USER]),
          'gen_ai.system_instructions': 'be brief',
        },
      },
      [{ role: 'system', content: 'own' }, USER],
      undefined,
    ],
    [
      'an event with all messages',
      {
        events: [
          [
            'gen_ai.client.inference.operation.details',
            { 'gen_ai.input.messages': json([USER]), 'gen_ai.output.messages': json([ANSWER]) },
          ],
        ],
      },
      [USER],
      [ANSWER],
    ],
    [
      'an event for each message',
      {
        events: [
          ['gen_ai.system.message', { content: 'be brief', 'gen_ai.system': 'openai' }],
          ['gen_ai.user.message', { content: 'hi' }],
          ['gen_ai.choice', { index: 0, finish_reason: 'stop', message: json(ANSWER) }],
        ],
      },
      [{ role: 'system', content: 'be brief' }, USER],
      { ...ANSWER, index: 0, finish_reason: 'stop' },
    ],
    [
      'an event for each of two choices',
      {
        events: [
          ['gen_ai.choice', { message: json(ANSWER) }],
          ['gen_ai.choice', { message: json(ANSWER) }],
        ],
      },
      undefined,
      [ANSWER, ANSWER],
    ],
    [
      'an event for each side',
      {
        events: [
          ['gen_ai.content.prompt', { 'gen_ai.prompt': json([USER]) }],
          ['gen_ai.content.completion', { 'gen_ai.completion': json([ANSWER]) }],
        ],
      },
      [USER],
      [ANSWER],
    ],
    [
      'the call of a tool',
      { attributes: { 'gen_ai.tool.call.arguments': '{"q":1}', 'gen_ai.tool.call.result': '[2]' } },
      { q: 1 },
      [2],
    ],
    [
      'a prompt as it was',
      { attributes: { 'gen_ai.prompt': 'Say hi', 'gen_ai.completion': 'hi' } },
      'Say hi',
      'hi',
    ],
    [
      'flattened messages',
      {
        attributes: {
          'gen_ai.prompt.0.role': 'user',
          'gen_ai.prompt.0.content': 'hi',
          'gen_ai.completion.0.role': 'assistant',
          'gen_ai.completion.0.content': 'hello',
        },
      },
      [USER],
      [ANSWER],
    ],
    [
      'what a function of OpenLLMetry got and gave',
      { attributes: { 'traceloop.entity.input': '{"args":[]}', 'traceloop.entity.output': json('{"n":1}') } },
      { args: [] },
      { n: 1 },
    ],
    [
      'what a function of LangSmith got and gave',
      {
        attributes: {
          'langsmith.span.kind': 'chain',
          'gen_ai.prompt': '{"q":1}',
          'gen_ai.completion': '{"outputs":"a"}',
        },
      },
      { q: 1 },
      'a',
    ],
    [
      'the one answer of a model behind LangSmith',
      {
        attributes: {
          'langsmith.span.kind': 'llm',
          'gen_ai.completion': json({ id: 'x', choices: [{ index: 0, message: ANSWER }] }),
        },
      },
      undefined,
      ANSWER,
    ],
    [
      'what a part of Mastra got and gave',
      {
        attributes: {
          'mastra.span.type': 'workflow_step',
          'mastra.workflow_step.input': '{"sku":1}',
          'mastra.workflow_step.output': '{"eur":40}',
        },
      },
      { sku: 1 },
      { eur: 40 },
    ],
    [
      'all messages of an agent of Pydantic AI',
      {
        scope: 'pydantic-ai',
        attributes: {
          'pydantic_ai.all_messages': json([USER, ANSWER]),
          'gen_ai.system_instructions': json([{ type: 'text', content: 'be brief' }]),
          final_result: 'hello',
        },
      },
      [{ role: 'system', parts: [{ type: 'text', content: 'be brief' }] }, USER, ANSWER],
      'hello',
    ],
    [
      'a prompt and the events of Logfire',
      { attributes: { 'logfire.msg': 'm', all_messages_events: json([USER, ANSWER]) } },
      [USER, ANSWER],
      undefined,
    ],
    [
      'a list of events',
      {
        attributes: {
          'logfire.msg': 'm',
          events: json([
            { 'event.name': 'gen_ai.user.message', content: 'hi', 'gen_ai.message.index': 0 },
            { 'event.name': 'gen_ai.choice', message: ANSWER },
          ]),
        },
      },
      [USER],
      ANSWER,
    ],
    [
      'plain attributes of Pydantic',
      { attributes: { 'logfire.msg': 'm', input: '{"a":1}', output: 'b' } },
      { a: 1 },
      'b',
    ],
    ['a span of Pipecat', { scope: 'pipecat.stt', attributes: { input: 'a', output: 'b' } }, 'a', 'b'],
    [
      'a tool of Pydantic AI',
      { scope: 'pydantic-ai', attributes: { tool_arguments: '{"a":1}', tool_response: 'b' } },
      { a: 1 },
      'b',
    ],
    [
      'a model of Genkit',
      {
        attributes: {
          'genkit:metadata:subtype': 'model',
          'genkit:input': json({ messages: [USER], config: {} }),
          'genkit:output': json({ message: ANSWER, usage: {} }),
        },
      },
      [USER],
      ANSWER,
    ],
    [
      'a flow of Genkit',
      { attributes: { 'genkit:input': '"Italian"', 'genkit:output': '{"menu":1}' } },
      'Italian',
      { menu: 1 },
    ],
    [
      'MLflow',
      { attributes: { 'mlflow.spanInputs': '{"q":1}', 'mlflow.spanOutputs': '"a"' } },
      { q: 1 },
      'a',
    ],
    [
      'a turn of Flue',
      { attributes: { 'flue.turn.input': json([USER]), 'flue.turn.output': json(ANSWER) } },
      [USER],
      ANSWER,
    ],
    [
      'a tool of Flue',
      { attributes: { 'flue.tool.arguments': '{"a":1}', 'flue.tool.result': 'b' } },
      { a: 1 },
      'b',
    ],
    [
      'a task of Flue',
      { attributes: { 'flue.task.prompt': 'do', 'flue.task.result': 'done' } },
      'do',
      'done',
    ],
    ['an operation of Flue', { attributes: { 'flue.operation.result': 'done' } }, undefined, 'done'],
    [
      'a workflow of Flue',
      { attributes: { 'flue.workflow.payload': '{"a":1}', 'flue.workflow.result': 'b' } },
      { a: 1 },
      'b',
    ],
    [
      'what LiveKit says',
      { scope: 'livekit-agents', attributes: { 'lk.input_text': 'hi', 'lk.response.text': 'hello' } },
      'hi',
      'hello',
    ],
    ['what LiveKit hears', { attributes: { 'lk.user_transcript': 'hi' } }, 'hi', undefined],
    [
      'the context of LiveKit',
      { attributes: { 'lk.chat_ctx': json({ items: [] }) } },
      { items: [] },
      undefined,
    ],
    ['a tool of LiveKit', { attributes: { 'lk.function_tool.output': '3' } }, undefined, '3'],
    [
      'a model of Google ADK',
      {
        attributes: {
          'gcp.vertex.agent.llm_request': '{"contents":[]}',
          'gcp.vertex.agent.llm_response': '{"content":{}}',
        },
      },
      { contents: [] },
      { content: {} },
    ],
    [
      'a tool of Google ADK',
      {
        attributes: {
          'gcp.vertex.agent.llm_request': '{}',
          'gcp.vertex.agent.llm_response': '{}',
          'gcp.vertex.agent.tool_call_args': '{"a":1}',
          'gcp.vertex.agent.tool_response': '{"b":2}',
        },
      },
      { a: 1 },
      { b: 2 },
    ],
  ])('is read of %s', (_, span, input, output) => {
    const observation = observationOf(span);
    expect(observation?.input).toEqual(input);
    expect(observation?.output).toEqual(output);
  });

  it('are the messages where the same stands there raw, too, and the raw text stays visible', () => {
    const raw = { 'traceloop.entity.input': '{"args":["hi"]}' };
    const observation = observationOf({ attributes: { ...raw, 'gen_ai.input.messages': json([USER]) } });

    expect(observation?.input).toEqual([USER]);
    expect(observation?.metadata?.['attributes']).toEqual(raw);
  });

  it('are shown once: events that became messages are no events any more', () => {
    const observation = observationOf({
      events: [
        ['gen_ai.user.message', { content: 'hi' }],
        ['retry', {}],
      ],
    });

    expect(observation?.metadata?.['events']).toEqual([{ name: 'retry', time: 1500 }]);
  });

  it('begin with instructions whose messages come another way', () => {
    expect(observationOf({ attributes: { 'gen_ai.system_instructions': 'be brief' } })).toMatchObject({
      input: undefined,
      inputMessages: { '': { role: 'system', content: 'be brief' } },
    });
  });
});

describe('the counts of a span', () => {
  it.each<[what: string, span: SentSpan, usage: unknown, rule: string]>([
    [
      'OpenTelemetry',
      {
        attributes: {
          'gen_ai.usage.input_tokens': 10,
          'gen_ai.usage.output_tokens': 5,
          'gen_ai.usage.reasoning_tokens': 2,
        },
      },
      { input: 10, output: 3, output_reasoning_tokens: 2, total: 15 },
      'gen-ai-inclusive',
    ],
    [
      'LangSmith',
      {
        attributes: {
          'langsmith.usage_metadata': json({
            input_tokens: 10,
            output_tokens: 5,
            total_tokens: 15,
            input_token_details: { cache_read: 4 },
          }),
          'gen_ai.usage.input_tokens': 10,
        },
      },
      { input: 6, input_cache_read: 4, output: 5, total: 15 },
      'langchain',
    ],
    [
      'Genkit',
      {
        scope: 'genkit-tracer',
        attributes: {
          'genkit:metadata:subtype': 'model',
          'genkit:output': json({
            usage: { inputTokens: 10, outputTokens: 5, thoughtsTokens: 2, totalTokens: 15 },
          }),
        },
      },
      { input: 10, output: 3, output_reasoning_tokens: 2, total: 15 },
      'genkit',
    ],
    [
      'Google ADK',
      {
        attributes: {
          'gen_ai.usage.input_tokens': 10,
          'gen_ai.usage.output_tokens': 5,
          'gcp.vertex.agent.llm_response': json({ usage_metadata: { cached_content_token_count: 4 } }),
        },
      },
      { input: 6, input_cached_tokens: 4, output: 5, total: 15 },
      'google-adk',
    ],
    [
      'MLflow',
      {
        attributes: {
          'mlflow.chat.tokenUsage': json({ input_tokens: 10, output_tokens: 5, total_tokens: 15 }),
        },
      },
      { input: 10, output: 5, total: 15 },
      'openai-responses',
    ],
  ])('of %s are every token once', (_, span, usage, rule) => {
    expect(observationOf(span)).toMatchObject({ usage, provenance: { usageRule: rule } });
  });

  it.each<[what: string, span: SentSpan]>([
    ['an agent', { attributes: { 'gen_ai.operation.name': 'invoke_agent' } }],
    ['a step', { attributes: { 'gen_ai.operation.name': 'agent_step' } }],
    ['an agent of Mastra', { attributes: { 'mastra.span.type': 'agent_run' } }],
    ['a step of Mastra', { attributes: { 'mastra.span.type': 'model_step' } }],
    ['an agent of Pydantic AI', { scope: 'pydantic-ai', attributes: { agent_name: 'a', final_result: 'x' } }],
    ['a helper of Genkit', { scope: 'genkit-tracer', attributes: { 'genkit:type': 'util' } }],
  ])('that repeat those of others are counted nowhere, of %s', (_, span) => {
    const counts = { 'gen_ai.request.model': 'm', 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.cost': 0.5 };

    expect(observationOf({ ...span, attributes: { ...span.attributes, ...counts } })).toMatchObject({
      model: undefined,
      usage: undefined,
      cost: undefined,
      provenance: { usageRule: 'aggregate', rawUsage: { input_tokens: 10 } },
    });
  });

  it('come with the cost that the sender computed', () => {
    expect(observationOf({ attributes: { 'gen_ai.usage.cost': 0.5 } })?.cost).toEqual({ total: 0.5 });
  });
});

describe('other fields', () => {
  it.each<[what: string, span: SentSpan, fields: object]>([
    [
      'the model that answered before the one that was asked for',
      { attributes: { 'gen_ai.request.model': 'gpt', 'gen_ai.response.model': 'gpt-2025' } },
      { model: 'gpt-2025' },
    ],
    [
      'the model of Genkit',
      { attributes: { 'genkit:metadata:subtype': 'model', 'genkit:name': 'googleai/gemini' } },
      { model: 'googleai/gemini' },
    ],
    ['the model of MLflow', { attributes: { 'mlflow.llm.model': '"gpt"' } }, { model: 'gpt' }],
    [
      'the parameters of a request',
      { attributes: { 'gen_ai.request.temperature': 0.1, 'gen_ai.request.model': 'gpt' } },
      { modelParameters: { temperature: 0.1 } },
    ],
    [
      'the parameters of LangSmith as numbers',
      {
        attributes: {
          'langsmith.metadata.ls_temperature': '0.1',
          'langsmith.metadata.ls_invocation_params': '{"top_p":0.9}',
        },
      },
      { modelParameters: { temperature: 0.1, top_p: 0.9 } },
    ],
    [
      'the parameters of Genkit',
      { attributes: { 'genkit:input': json({ config: { temperature: 0.1 } }) } },
      { modelParameters: { temperature: 0.1 } },
    ],
    [
      'the parameters of Genkit in its answer',
      { attributes: { 'genkit:output': json({ request: { config: { topK: 3 } } }) } },
      { modelParameters: { topK: 3 } },
    ],
    [
      'the tools of a call',
      {
        attributes: { 'gen_ai.tool.definitions': json([{ type: 'function', function: { name: 'stock' } }]) },
      },
      { tools: [{ name: 'stock', description: null, parameters: null }] },
    ],
    [
      'the tools of Pydantic AI',
      {
        attributes: {
          model_request_parameters: json({
            function_tools: [
              { name: 'stock', description: 'Stock', parameters_json_schema: { type: 'object' } },
            ],
          }),
        },
      },
      { tools: [{ name: 'stock', description: 'Stock', parameters: { type: 'object' } }] },
    ],
    [
      'the tools of Genkit',
      {
        attributes: { 'genkit:input': json({ tools: [{ name: 'stock', inputSchema: { type: 'object' } }] }) },
      },
      { tools: [{ name: 'stock', description: null, parameters: { type: 'object' } }] },
    ],
    [
      'the tools of MLflow',
      { attributes: { 'mlflow.chat.tools': json([{ type: 'function', function: { name: 'stock' } }]) } },
      { tools: [{ name: 'stock' }] },
    ],
    [
      'the first token of Mastra',
      { attributes: { 'mastra.completion_start_time': '1970-01-01T00:00:01.500Z' } },
      { completionStartTime: 1500 },
    ],
    [
      'no first token before the call',
      { attributes: { 'mastra.completion_start_time': '1970-01-01T00:00:00.500Z' } },
      { completionStartTime: undefined },
    ],
    [
      'what the program said through Mastra',
      { attributes: { 'mastra.metadata.cohort': 'b', 'mastra.metadata.userId': 'u' } },
      { metadata: { cohort: 'b', scope: { name: 'app', version: '1' } } },
    ],
    [
      'what the program said through OpenLLMetry',
      { attributes: { 'traceloop.association.properties.plan': 'pro' } },
      { metadata: { plan: 'pro' } },
    ],
    [
      'what the program said through LangSmith',
      { attributes: { 'langsmith.metadata.plan': 'pro', 'langsmith.metadata.usage_metadata': '{}' } },
      { metadata: { plan: 'pro' } },
    ],
    [
      "LangGraph's keys through LangSmith",
      { attributes: { 'langsmith.metadata.langgraph_node': 'n', 'langsmith.metadata.langgraph_step': '2' } },
      { graph: { node: 'n', step: 2, namespace: null, triggers: [] } },
    ],
    [
      "LangGraph's keys through OpenLLMetry",
      {
        attributes: {
          'traceloop.association.properties.langgraph_node': 'n',
          'traceloop.association.properties.langgraph_step': 2,
        },
      },
      { graph: { node: 'n', step: 2, namespace: null, triggers: [] } },
    ],
  ])('hold %s', (_, span, fields) => {
    expect(observationOf(span)).toMatchObject(fields);
  });

  it.each<[attributes: Sent, fields: object]>([
    [{ 'gen_ai.conversation.id': 'c' }, { sessionId: 'c' }],
    [
      { 'traceloop.association.properties.session_id': 's', 'gen_ai.conversation.id': 'c' },
      { sessionId: 's' },
    ],
    [{ 'traceloop.association.properties.user_id': 'u' }, { userId: 'u' }],
    [
      { 'langsmith.metadata.session_id': 's', 'langsmith.metadata.user_id': 'u' },
      { sessionId: 's', userId: 'u' },
    ],
    [{ 'langsmith.metadata.thread_id': 's' }, { sessionId: 's' }],
    [{ 'langsmith.span.tags': 'a, b' }, { tags: ['a', 'b'] }],
    [
      { 'mastra.metadata.sessionId': 's', 'mastra.metadata.userId': 'u' },
      { sessionId: 's', userId: 'u' },
    ],
    [{ 'mastra.span.type': 'agent_run', metadata: '{"sessionId":"s"}' }, { sessionId: 's' }],
    [{ 'mastra.tags': '["a"]' }, { tags: ['a'] }],
    [{ 'logfire.tags': ['a'] }, { tags: ['a'] }],
    [{ 'genkit:sessionId': 's' }, { sessionId: 's' }],
    [{ 'gcp.vertex.agent.session_id': 's' }, { sessionId: 's' }],
    [
      { 'mlflow.trace.session': '"s"', 'mlflow.trace.user': '"u"' },
      { sessionId: 's', userId: 'u' },
    ],
    [{ 'session.id': 's', 'mastra.metadata.sessionId': 'other' }, { sessionId: 's' }],
  ])('of the trace are read of %j', (attributes, fields) => {
    expect(traceOf({ attributes })).toMatchObject(fields);
  });
});
