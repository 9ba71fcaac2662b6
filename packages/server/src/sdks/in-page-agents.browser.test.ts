import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { OpenTelemetry } from '@ai-sdk/otel';
import { awaitAllCallbacks } from '@langchain/core/callbacks/promises';
import { AIMessage } from '@langchain/core/messages';
import { tool as langchainTool } from '@langchain/core/tools';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph/web';
import { CallbackHandler } from '@langfuse/langchain';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { generateText, isStepCount, tool } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { z } from 'zod';
import { factsSent, factsStored, openInPage, traceInPage } from '../testing/in-page.ts';
import type { InPage, PageTracing } from '../testing/in-page.ts';
import { collectorSpanExporter } from '../worker/index.ts';

let page: InPage;
let tracing: PageTracing;

beforeAll(async () => {
  page = await openInPage();
});
beforeEach(() => {
  const exporter = collectorSpanExporter({ fetch: page.fetch, serializer: JsonTraceSerializer });
  tracing = traceInPage(new LangfuseSpanProcessor({ exporter }));
});
afterEach(() => tracing.end());
afterAll(() => page.close());

const COUNTRY = z.object({ country: z.string() });

/** The trace that was sent, as the store has it. */
function readSent() {
  const ids = new Set(tracing.sent().map((span) => span.spanContext().traceId));
  expect(ids.size).toBe(1);
  return page.store.traces.readTrace([...ids].join());
}

it('keeps a run of LangGraph.js, with its nodes', async () => {
  const model = new FakeListChatModel({ responses: ['Paris it is.'] });
  const atlas = langchainTool(() => 'Paris', { name: 'atlas', description: 'Capitals', schema: COUNTRY });
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('look_up', async (_state, config) => ({
      messages: [new AIMessage(await atlas.invoke({ country: 'France' }, config))],
    }))
    .addNode('answer', async ({ messages }, config) => ({
      messages: [await model.invoke(messages, config)],
    }))
    .addEdge(START, 'look_up')
    .addEdge('look_up', 'answer')
    .addEdge('answer', END)
    .compile();
  const handler = new CallbackHandler({ userId: 'ada', sessionId: 'chat-1', tags: ['beta'] });
  await graph.invoke(
    { messages: [{ role: 'user', content: 'capital of France?' }] },
    { callbacks: [handler], runName: 'capitals' },
  );
  await awaitAllCallbacks();
  await tracing.provider.forceFlush();

  const trace = await readSent();
  expect(factsStored(trace)).toEqual(factsSent(tracing.sent()));
  expect(trace).toMatchObject({
    trace: { name: 'capitals', userId: 'ada', sessionId: 'chat-1', tags: ['beta'] },
  });
  const nodes = trace?.observations.map(({ name, type }) => `${type} ${name}`) ?? [];
  expect(nodes).toEqual(
    expect.arrayContaining(['TOOL atlas', 'GENERATION FakeListChatModel', 'SPAN look_up', 'SPAN answer']),
  );
});

it('keeps a run of the AI SDK, with its tools and tokens', async () => {
  const usage = {
    inputTokens: { total: 12, noCache: 12, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 3, text: 3, reasoning: 0 },
  };
  const call = {
    type: 'tool-call',
    toolCallId: 'c1',
    toolName: 'atlas',
    input: '{"country":"France"}',
  } as const;
  const model = new MockLanguageModelV4({
    modelId: 'gpt-4o',
    doGenerate: [
      { content: [call], finishReason: { unified: 'tool-calls', raw: undefined }, usage, warnings: [] },
      {
        content: [{ type: 'text', text: 'Paris it is.' }],
        finishReason: { unified: 'stop', raw: undefined },
        usage,
        warnings: [],
      },
    ],
  });
  const { text } = await generateText({
    model,
    prompt: 'capital of France?',
    tools: {
      atlas: tool({ inputSchema: COUNTRY, execute: ({ country }) => ({ country, capital: 'Paris' }) }),
    },
    stopWhen: isStepCount(3),
    telemetry: { integrations: [new OpenTelemetry({ tracer: tracing.provider.getTracer('ai') })] },
  });
  expect(text).toBe('Paris it is.');
  await tracing.provider.forceFlush();

  const trace = await readSent();
  expect(factsStored(trace)).toEqual(factsSent(tracing.sent()));
  const generations = trace?.observations.filter(({ type }) => type === 'GENERATION') ?? [];
  expect(generations).toMatchObject([
    { model: 'gpt-4o', usage: { input: 12, output: 3 } },
    { model: 'gpt-4o', usage: { input: 12, output: 3 } },
  ]);
  const found = trace?.observations.find(({ type }) => type === 'TOOL');
  const query = { traceId: found?.traceId ?? '', observationIds: [found?.id ?? ''] };
  const { observations } = await page.store.traces.readPayloads(query);
  expect(observations).toMatchObject([
    { input: { country: 'France' }, output: { country: 'France', capital: 'Paris' } },
  ]);
});
