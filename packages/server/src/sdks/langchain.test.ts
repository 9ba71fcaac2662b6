import { afterEach, beforeEach, expect, it } from 'vitest';
import { tool } from '@langchain/core/tools';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import {
  Command,
  END,
  interrupt,
  MemorySaver,
  MessagesAnnotation,
  START,
  StateGraph,
} from '@langchain/langgraph';
import { ToolNode } from '@langchain/langgraph/prebuilt';
import { CallbackHandler } from '@langfuse/langchain';
import { deriveAgentGraph, layoutTraceTree, subtreeSums, traceTree, wholeSums } from '@oriel/core';
import type { TraceStructure } from '@oriel/core';
import { ScriptedModel } from '../testing/scripted-model.ts';
import { tracingSdk } from '../testing/tracing-sdk.ts';
import type { TracingSdk } from '../testing/tracing-sdk.ts';

let sdk: TracingSdk;

beforeEach(async () => {
  sdk = await tracingSdk();
});

afterEach(() => sdk.close());

const USAGE = { input_tokens: 12, output_tokens: 2, total_tokens: 14 };

const weather = tool(({ city }) => `${city}: 14°C, 晴れ`, {
  name: 'get_weather',
  description: 'What the weather is like',
  schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] } as const,
});

/** An agent that asks for the weather, and answers. */
function weatherAgent() {
  const model = new ScriptedModel('gpt-4o-mini', [
    {
      text: 'Let me look.',
      toolCalls: [{ name: 'get_weather', args: { city: '東京' } }],
      usage: { input_tokens: 120, output_tokens: 20, total_tokens: 140 },
    },
    { text: 'It is sunny.', usage: { input_tokens: 160, output_tokens: 8, total_tokens: 168 } },
  ]);
  return new StateGraph(MessagesAnnotation)
    .addNode('agent', async ({ messages }) => ({ messages: [await model.invoke(messages)] }))
    .addNode('tools', new ToolNode([weather]))
    .addEdge(START, 'agent')
    .addConditionalEdges(
      'agent',
      ({ messages }) => {
        const last = messages.at(-1) as { tool_calls?: readonly unknown[] } | undefined;
        return last?.tool_calls?.length ? 'tools' : END;
      },
      ['tools', END],
    )
    .addEdge('tools', 'agent')
    .compile();
}

async function runAgent(): Promise<string> {
  const handler = new CallbackHandler({ userId: 'mei', sessionId: 'trip-7', tags: ['beta'] });
  await weatherAgent().invoke(
    { messages: [{ role: 'user', content: 'Weather in Tokyo?' }] },
    { callbacks: [handler], runName: 'weather-agent' },
  );
  await sdk.flush();
  return handler.last_trace_id ?? '';
}

async function readStructure(traceId: string): Promise<TraceStructure> {
  const structure = await sdk.store.traces.readTrace(traceId);
  if (!structure) throw new Error('The trace did not arrive.');
  return structure;
}

it('shows the run of a LangGraph agent as it was: tree, graph, tokens and costs', async () => {
  const structure = await readStructure(await runAgent());
  expect(structure.trace).toMatchObject({
    name: 'weather-agent',
    userId: 'mei',
    sessionId: 'trip-7',
    tags: ['beta'],
    level: 'DEFAULT',
  });
  const turn = [
    'agent',
    [
      ['ScriptedModel', []],
      ['RunnableLambda', []],
    ],
  ];
  expect(traceTree(structure)).toEqual([
    'weather-agent',
    [['__start__', []], turn, ['tools', [['get_weather', []]]], turn],
  ]);

  const graph = deriveAgentGraph(structure.observations);
  expect(graph?.source).toBe('graph-keys');
  expect(graph?.nodes.map(({ name, calls, errors }) => [name, calls, errors])).toEqual([
    ['__start__', 1, 0],
    ['agent', 2, 0],
    ['tools', 1, 0],
    ['__end__', 1, 0],
  ]);
  expect(graph?.edges.map(({ from, to, count }) => `${from} → ${to} ×${count}`)).toEqual([
    '__start__ → agent ×1',
    'agent → tools ×1',
    'tools → agent ×1',
    'agent → __end__ ×1',
  ]);

  const layout = layoutTraceTree(structure);
  const sums = wholeSums(layout, subtreeSums(layout));
  expect(sums).toMatchObject({ input: 280, output: 28, tokens: 308, errors: 0 });
  // 280 tokens at 0.15 and 28 at 0.60 dollars a million.
  expect(sums.cost).toBeCloseTo(0.0000588, 12);
});

it('gives the client what its callbacks sent, by either version of the API', async () => {
  const id = await runAgent();
  const trace = await sdk.client.api.trace.get(id);
  expect(trace).toMatchObject({
    name: 'weather-agent',
    userId: 'mei',
    input: { messages: [{ role: 'user', content: 'Weather in Tokyo?' }] },
  });
  expect(trace.totalCost).toBeCloseTo(0.0000588, 12);
  expect(trace.observations).toHaveLength(10);
  const search = trace.observations.find(({ type }) => type === 'TOOL');
  expect(search).toMatchObject({ name: 'get_weather', input: { city: '東京' }, level: 'DEFAULT' });
  expect(JSON.stringify(search?.output)).toContain('東京: 14°C, 晴れ');

  const { data } = await sdk.client.api.observations.getMany({
    traceId: id,
    type: 'GENERATION',
    fields: 'core,basic,io,model,usage,trace_context',
  });
  expect(data.map(({ usageDetails, model }) => [model, usageDetails])).toEqual([
    ['gpt-4o-mini', { input: 160, output: 8, total: 168 }],
    ['gpt-4o-mini', { input: 120, output: 20, total: 140 }],
  ]);
  expect(JSON.parse(String(data[1]?.output))).toMatchObject({
    content: 'Let me look.',
    tool_calls: [{ name: 'get_weather', args: { city: '東京' } }],
  });
});

it('shows a node that fails as the error, with its reason, and every run around it', async () => {
  const handler = new CallbackHandler();
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('book', () => Promise.reject(new Error('hotel service unavailable')))
    .addEdge(START, 'book')
    .addEdge('book', END)
    .compile();
  const run = graph.invoke({ messages: [] }, { callbacks: [handler], runName: 'booking' });
  await expect(run).rejects.toThrow('hotel service unavailable');
  await sdk.flush();

  const { trace, observations } = await readStructure(handler.last_trace_id ?? '');
  expect(trace.level).toBe('ERROR');
  expect(observations.find(({ name }) => name === 'book')).toMatchObject({
    level: 'ERROR',
    statusMessage: expect.stringContaining('hotel service unavailable') as string,
  });
  const [booked] = deriveAgentGraph(observations)?.nodes.filter(({ name }) => name === 'book') ?? [];
  expect(booked).toMatchObject({ calls: 1, errors: 1 });
});

it('shows a run that waits for a person as waiting, and goes on in its session', async () => {
  const config = { configurable: { thread_id: 'approval-1' } };
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('approve', () => ({ messages: [{ role: 'user', content: String(interrupt('Book it?')) }] }))
    .addEdge(START, 'approve')
    .addEdge('approve', END)
    .compile({ checkpointer: new MemorySaver() });
  const asking = new CallbackHandler({ sessionId: 'trip-8' });
  await graph.invoke({ messages: [] }, { ...config, callbacks: [asking], runName: 'approval' });
  const answering = new CallbackHandler({ sessionId: 'trip-8' });
  const answer = new Command<unknown, Record<string, unknown>, 'approve'>({ resume: 'yes' });
  await graph.invoke(answer, { ...config, callbacks: [answering], runName: 'approval' });
  await sdk.flush();

  const waiting = await readStructure(asking.last_trace_id ?? '');
  const waits = waiting.observations.find(({ name }) => name === 'approve');
  expect(waits).toMatchObject({ isInterrupted: true });
  expect(waiting.trace.level).not.toBe('ERROR');
  const { traces } = await sdk.client.api.sessions.get('trip-8');
  expect(new Set(traces.map(({ id }) => id))).toEqual(
    new Set([asking.last_trace_id, answering.last_trace_id]),
  );
});

it('links a generation to the prompt it was made with', async () => {
  await sdk.client.prompt.create({
    name: 'guide',
    prompt: 'You guide through {{city}}.',
    labels: ['production'],
  });
  const prompt = await sdk.client.prompt.get('guide');
  const chain = ChatPromptTemplate.fromTemplate(prompt.getLangchainPrompt())
    .withConfig({ metadata: { langfusePrompt: prompt } })
    .pipe(new ScriptedModel('gpt-4o', [{ text: 'Welcome!', usage: USAGE }]));
  const handler = new CallbackHandler();
  await chain.invoke({ city: 'Kyoto' }, { callbacks: [handler] });
  await sdk.flush();

  const { observations } = await readStructure(handler.last_trace_id ?? '');
  expect(observations.find(({ type }) => type === 'GENERATION')).toMatchObject({
    prompt: { name: 'guide', version: 1 },
  });
  const [generation] = (await sdk.client.api.trace.get(handler.last_trace_id ?? '')).observations.filter(
    ({ type }) => type === 'GENERATION',
  );
  expect(generation).toMatchObject({ promptName: 'guide', promptVersion: 1 });
  expect(JSON.stringify(generation?.input)).toContain('You guide through Kyoto.');
});
