import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '@oriel/core';
import { decodeJsonExport } from './decode/decode-json.ts';
import { exportPatches } from './export-patches.ts';
import { TRACE_ID, keyValues, observationOf, patchesOf } from './testing/sent-spans.ts';
import type { SentAttributes } from './testing/sent-spans.ts';

describe('the type of an observation', () => {
  it.each<[attributes: SentAttributes, type: string]>([
    [{ 'langfuse.observation.type': 'retriever' }, 'RETRIEVER'],
    [{ 'langfuse.observation.type': 'span', 'gen_ai.request.model': 'x' }, 'SPAN'],
    [{ 'gen_ai.operation.name': 'chat' }, 'GENERATION'],
    [{ 'gen_ai.operation.name': 'embeddings' }, 'EMBEDDING'],
    [{ 'gen_ai.operation.name': 'execute_tool' }, 'TOOL'],
    [{ 'gen_ai.operation.name': 'constructor' }, 'SPAN'],
    [{ 'gen_ai.tool.call.id': 'call-1' }, 'TOOL'],
    [{ model: 'x' }, 'GENERATION'],
    [{ 'http.method': 'GET' }, 'SPAN'],
  ])('of %j is %s', (attributes, type) => {
    expect(observationOf(attributes)?.type).toBe(type);
  });

  it.each([
    ['3.3.1', 'GENERATION'],
    ['3.4.0', 'SPAN'],
  ])('that Python SDK %s calls a span of a model is %s', (version, type) => {
    const attributes = { 'langfuse.observation.type': 'span', 'langfuse.observation.model.name': 'x' };
    const span = { spanId: '1', traceId: '2', attributes: keyValues(attributes) };
    const body = {
      resourceSpans: [
        {
          resource: { attributes: keyValues({ 'telemetry.sdk.language': 'python' }) },
          scopeSpans: [{ scope: { name: 'langfuse-sdk', version }, spans: [span] }],
        },
      ],
    };

    expect(exportPatches(decodeJsonExport(body), 0)).toMatchObject([{ type }]);
  });
});

it('leaves model and usage of an agent to the calls below it', () => {
  const agent = observationOf({
    'gen_ai.operation.name': 'invoke_agent',
    'gen_ai.request.model': 'x',
    'gen_ai.usage.input_tokens': 10,
  });

  expect(agent).toMatchObject({ type: 'AGENT', model: undefined, usage: undefined, cost: undefined });
});

describe('where fields come from', () => {
  it.each<[attributes: SentAttributes, convention: string | null]>([
    [{ 'langfuse.observation.type': 'span', 'gen_ai.operation.name': 'chat' }, 'langfuse'],
    [{ 'langfuse.observation.level': 'DEBUG', 'gen_ai.operation.name': 'chat' }, 'gen-ai'],
    [{ 'gen_ai.request.model': 'x' }, 'gen-ai'],
    [{ 'langfuse.version': '1', 'gen_ai.conversation.id': 'c' }, 'langfuse'],
    [{ model: 'x' }, null],
    [{ 'http.method': 'GET', 'user.id': 'u' }, null],
  ])('is told of %j: %s', (attributes, convention) => {
    expect(observationOf(attributes)?.provenance?.convention).toBe(convention);
  });

  it('keeps the counts as they were sent, and the rule that normalised them', () => {
    const counts = { 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.cache_read.input_tokens': 4 };

    expect(observationOf({ 'gen_ai.operation.name': 'chat', ...counts })).toMatchObject({
      usage: { input: 6, input_cached_tokens: 4, total: 10 },
      provenance: {
        usageRule: 'gen-ai-inclusive',
        rawUsage: { input_tokens: 10, 'cache_read.input_tokens': 4 },
      },
    });
    expect(observationOf({ 'gen_ai.operation.name': 'invoke_agent', ...counts })).toMatchObject({
      usage: undefined,
      provenance: {
        usageRule: 'aggregate',
        rawUsage: { input_tokens: 10, 'cache_read.input_tokens': 4 },
      },
    });
  });

  it('believes what a user set on an agent on purpose', () => {
    expect(
      observationOf({
        'gen_ai.operation.name': 'invoke_agent',
        'gen_ai.usage.input_tokens': 10,
        'langfuse.observation.usage_details': '{"input":3}',
      })?.usage,
    ).toEqual({ input: 3, total: 3 });
  });
});

describe('LangGraph keys', () => {
  const task = { node: 'agent', step: 1, namespace: 'agent:7', triggers: ['branch:to:agent'] };

  it('are found in metadata whose every value is text', () => {
    const prefix = 'langfuse.observation.metadata.';
    expect(
      observationOf({
        [`${prefix}langgraph_node`]: 'agent',
        [`${prefix}langgraph_step`]: '1',
        [`${prefix}langgraph_checkpoint_ns`]: 'agent:7',
        [`${prefix}langgraph_triggers`]: '["branch:to:agent"]',
      })?.graph,
    ).toEqual(task);
  });

  it('are found in metadata that is one object', () => {
    const metadata = {
      langgraph_node: 'agent',
      langgraph_step: 1,
      checkpoint_ns: 'agent:7',
      langgraph_triggers: ['branch:to:agent'],
    };
    expect(observationOf({ 'langfuse.observation.metadata': JSON.stringify(metadata) })?.graph).toEqual(task);
  });

  it('make a pause of the error that an interrupt ends with', () => {
    const status = { code: 2, message: 'GraphInterrupt: [{"id":"1","value":"Pay?"}]' };

    expect(observationOf({}, { status })).toMatchObject({
      level: 'DEFAULT',
      isInterrupted: true,
      statusMessage: status.message,
    });
  });
});

describe('input and output', () => {
  const messages = { 'gen_ai.input.messages': '[{"role":"user"}]' };

  it('come from the first vocabulary that has either, and a side it leaves empty from the next', () => {
    expect(
      observationOf({ ...messages, 'langfuse.observation.output': 'said', 'gen_ai.output.messages': '[]' }),
    ).toMatchObject({ input: [{ role: 'user' }], output: 'said' });
  });

  it('that were not shown stay among the attributes', () => {
    expect(
      observationOf({ ...messages, 'langfuse.observation.input': 'shown' })?.metadata?.['attributes'],
    ).toEqual(messages);
  });

  it('tell the tools that were offered', () => {
    expect(
      observationOf({ 'langfuse.observation.input': '{"messages":[],"tools":[{"name":"stock"}]}' })?.tools,
    ).toEqual([{ name: 'stock', description: null, parameters: null }]);
  });
});

it('names a span without a name by its tool', () => {
  expect(observationOf({ 'gen_ai.tool.name': 't' })?.name).toBe('t');
  expect(observationOf({ 'gen_ai.tool.name': 't' }, { name: 'execute_tool t' })?.name).toBe('execute_tool t');
});

function exception(message: string): JsonObject {
  return { name: 'exception', attributes: keyValues({ 'exception.message': message }) };
}

describe('the level of an observation', () => {
  it.each([
    ['error', 'ERROR'],
    [' Fatal ', 'ERROR'],
    ['CRITICAL', 'ERROR'],
    ['warn', 'WARNING'],
    ['info', 'DEFAULT'],
    ['OK', 'DEFAULT'],
    ['verbose', 'DEBUG'],
    ['loud', undefined],
  ])('that says %j is %s', (word, level) => {
    expect(observationOf({ 'langfuse.observation.level': word })?.level).toBe(level);
  });

  it.each([2, 'STATUS_CODE_ERROR'])('with the status %j is ERROR', (code) => {
    expect(observationOf({}, { status: { code, message: 'boom' } })).toMatchObject({
      level: 'ERROR',
      statusMessage: 'boom',
    });
  });

  it('is believed over the status', () => {
    expect(observationOf({ 'langfuse.observation.level': 'WARNING' }, { status: { code: 2 } })?.level).toBe(
      'WARNING',
    );
  });

  it('is explained by the last exception where the status says nothing', () => {
    const events = [exception('first'), exception('last')];

    expect(observationOf({}, { status: { code: 2 }, events })?.statusMessage).toBe('last');
    expect(observationOf({}, { status: { code: 0 }, events })?.statusMessage).toBeUndefined();
  });
});

function inputOf(value: JsonValue) {
  return observationOf({ 'langfuse.observation.input': value })?.input;
}

describe('Langfuse attributes', () => {
  it('open objects and lists and leave all other text alone', () => {
    expect(inputOf('{"a":1}')).toEqual({ a: 1 });
    expect(inputOf('42')).toBe('42');
    expect(inputOf('hello')).toBe('hello');
  });

  it.each(['2025-01-01T00:00:00.000Z', '"2025-01-01T00:00:00.000Z"', '"\\"2025-01-01T00:00:00.000Z\\""'])(
    'take %s for the time of the first token',
    (text) => {
      const attributes = { 'langfuse.observation.completion_start_time': text };
      expect(observationOf(attributes)?.completionStartTime).toBe(Date.UTC(2025, 0, 1));
    },
  );

  it('link a prompt to generations only', () => {
    const prompt = { 'langfuse.observation.prompt.name': 'p', 'langfuse.observation.prompt.version': 3 };

    expect(observationOf({ ...prompt, model: 'x' })?.prompt).toEqual({ name: 'p', version: 3 });
    expect(observationOf(prompt)?.prompt).toBeUndefined();
  });

  it('fall back to token counts where usage is no JSON', () => {
    const tokens = { 'gen_ai.usage.input_tokens': 5, 'gen_ai.usage.output_tokens': 7 };

    expect(observationOf({ ...tokens, 'langfuse.observation.usage_details': '{' })?.usage).toEqual({
      input: 5,
      output: 7,
      total: 12,
    });
    expect(observationOf({ ...tokens, 'langfuse.observation.usage_details': '[]' })?.usage).toEqual({});
  });

  it('merge metadata that comes whole and key by key', () => {
    const attributes = {
      'langfuse.observation.metadata': '{"a":{"b":1},"c":"whole"}',
      'langfuse.observation.metadata.c': 'key',
      'langfuse.observation.metadata.n': '1',
      'langfuse.observation.metadata.list': '[1]',
    };

    expect(observationOf(attributes, {}, { scope: 'langfuse-sdk' })?.metadata).toEqual({
      scope: { name: 'langfuse-sdk' },
      a: { b: 1 },
      c: 'key',
      n: '1',
      list: [1],
    });
  });

  it.each<[sent: JsonValue, tags: readonly string[]]>([
    [
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['["a","b"]', ['a', 'b']],
    ['a, b', ['a', 'b']],
    ['a', ['a']],
  ])('read the tags %j', (sent, tags) => {
    expect(patchesOf({ spans: [{ attributes: { 'langfuse.trace.tags': sent } }] }).traces).toMatchObject([
      { tags },
    ]);
  });
});

describe('metadata of other spans', () => {
  it('shows what no field holds, with native values', () => {
    const attributes = { 'http.status': 200, 'user.id': 'u', 'gen_ai.usage.input_tokens': 1, ratio: 0.5 };

    expect(observationOf(attributes, {}, { resource: { 'service.name': 'web' } })?.metadata).toEqual({
      attributes: { 'http.status': 200, ratio: 0.5 },
      resourceAttributes: { 'service.name': 'web' },
      scope: { name: 'app' },
    });
  });

  it('shows events, links and how much the sender dropped', () => {
    const span = {
      events: [{ name: 'retry', timeUnixNano: '5000000', attributes: keyValues({ n: 1 }) }],
      links: [{ traceId: 'cd'.repeat(16), spanId: 'ef'.repeat(8) }],
      droppedAttributesCount: 3,
      droppedEventsCount: 0,
      droppedLinksCount: 1,
    };

    expect(observationOf({}, span)?.metadata).toEqual({
      scope: { name: 'app' },
      events: [{ name: 'retry', time: 5, attributes: { n: 1 } }],
      links: [{ traceId: 'cd'.repeat(16), spanId: 'ef'.repeat(8) }],
      droppedAttributesCount: 3,
      droppedLinksCount: 1,
    });
  });
});

describe('what spans say about their trace', () => {
  it('is collected over all of them', () => {
    const { traces } = patchesOf({
      spans: [
        { attributes: { 'user.id': 'u' } },
        {},
        { attributes: { 'session.id': 's', 'langfuse.trace.public': 'true' } },
      ],
    });

    expect(traces).toMatchObject([
      { id: TRACE_ID, at: 2000, userId: 'u' },
      { id: TRACE_ID, at: 4000, sessionId: 's', public: true },
    ]);
  });

  it('is kept of the earliest and the latest of spans that say the same', () => {
    const spans = Array.from({ length: 5 }, () => ({ attributes: { 'user.id': 'u' } }));

    expect(patchesOf({ spans }).traces.map(({ at }) => at)).toEqual([2000, 6000]);
  });

  it('does not make the name, input or output of a span those of the trace', () => {
    const attributes = { 'langfuse.observation.input': 'x', 'user.id': 'u' };

    expect(patchesOf({ spans: [{ name: 'root', attributes }] }).traces).toMatchObject([
      { name: undefined, input: undefined, output: undefined },
    ]);
  });

  it('takes the service for the version only from a root, and only where nobody names one', () => {
    const { traces } = patchesOf({
      resource: { 'service.version': '0.9' },
      spans: [{ parentSpanId: '01'.repeat(8), attributes: { 'langfuse.version': '2' } }, {}],
    });

    expect(traces.map(({ at, version }) => [at, version])).toEqual([
      [2000, '2'],
      [0, '0.9'],
    ]);
  });

  it.each<[what: string, attributes: SentAttributes, resource: SentAttributes, environment: string]>([
    ['its own attribute', { 'langfuse.environment': 'QA' }, { 'deployment.environment.name': 'test' }, 'qa'],
    ['the resource', {}, { 'deployment.environment.name': 'prod-eu' }, 'prod-eu'],
    ['the old name', {}, { 'deployment.environment': 'old' }, 'old'],
  ])('finds the environment in %s', (_, attributes, resource, environment) => {
    expect(patchesOf({ resource, spans: [{ attributes }] }).traces).toMatchObject([{ environment }]);
    expect(observationOf(attributes, {}, { resource })?.environment).toBe(environment);
  });
});

it('marks the root of an application whose parent was never sent', () => {
  expect(
    observationOf({ 'langfuse.internal.is_app_root': true }, { parentSpanId: '01'.repeat(8) })?.isAppRoot,
  ).toBe(true);
});

it('leaves events without an end', () => {
  expect(observationOf({ 'langfuse.observation.type': 'event' })?.endTime).toBeUndefined();
});
