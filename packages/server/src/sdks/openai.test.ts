import { afterEach, beforeEach, expect, it } from 'vitest';
import { observeOpenAI } from '@langfuse/openai';
import type { LangfuseConfig } from '@langfuse/openai';
import OpenAI from 'openai';
import type { Observation } from '@oriel/core';
import { fakeOpenAi } from '../testing/fake-openai.ts';
import type { FakeAnswer, FakeOpenAi } from '../testing/fake-openai.ts';
import { tracingSdk } from '../testing/tracing-sdk.ts';
import type { TracingSdk } from '../testing/tracing-sdk.ts';

let sdk: TracingSdk;
let endpoint: FakeOpenAi | undefined;

beforeEach(async () => {
  sdk = await tracingSdk();
});

afterEach(async () => {
  await endpoint?.close();
  endpoint = undefined;
  await sdk.close();
});

/** OpenAI's own client, observed, against an endpoint of this machine. */
async function openAi(answers: readonly FakeAnswer[], config?: LangfuseConfig): Promise<OpenAI> {
  endpoint = await fakeOpenAi(answers);
  return observeOpenAI(new OpenAI({ apiKey: 'sk-none', baseURL: endpoint.url, maxRetries: 0 }), config);
}

/** The generation that was sent, as the store and as the client has it. */
async function readGeneration() {
  await sdk.flush();
  const { items } = await sdk.store.traces.listObservations();
  const [stored, ...others] = items as [Observation, ...Observation[]];
  expect(others).toEqual([]);
  const trace = await sdk.client.api.trace.get(stored.traceId);
  const [read] = trace.observations;
  if (!read) throw new Error('The client reads no generation.');
  return { stored, trace, read };
}

const ASKED = [{ role: 'user', content: 'Weather in Tokyo?' }] as const;
const CALL = {
  id: 'call-1',
  type: 'function',
  function: { name: 'get_weather', arguments: '{"city":"東京"}' },
};

function completion(message: object, usage: object): FakeAnswer {
  return {
    json: {
      id: 'chatcmpl-1',
      object: 'chat.completion',
      model: 'gpt-4o-mini-2024-07-18',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', ...message } }],
      usage,
    },
  };
}

it('shows a call with its messages, model, tokens, costs and tool calls', async () => {
  const usage = {
    prompt_tokens: 1000,
    completion_tokens: 50,
    total_tokens: 1050,
    prompt_tokens_details: { cached_tokens: 600 },
  };
  const answer = completion({ content: null, tool_calls: [CALL] }, usage);
  const client = await openAi([answer], {
    generationName: 'ask',
    traceName: 'weather',
    userId: 'mei',
    sessionId: 'trip-7',
    tags: ['beta'],
    generationMetadata: { plan: 'pro' },
  });
  await client.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [...ASKED],
    temperature: 0.2,
    tools: [{ type: 'function', function: { name: 'get_weather', parameters: { type: 'object' } } }],
  });

  const { stored, trace, read } = await readGeneration();
  expect(trace).toMatchObject({ name: 'weather', userId: 'mei', sessionId: 'trip-7', tags: ['beta'] });
  expect(stored).toMatchObject({
    type: 'GENERATION',
    name: 'ask',
    model: 'gpt-4o-mini-2024-07-18',
    level: 'DEFAULT',
    usage: { input: 400, input_cached_tokens: 600, output: 50, total: 1050 },
  });
  // 400 at 0.15, 600 at 0.075 and 50 at 0.60 dollars a million.
  expect(stored.cost['total']).toBeCloseTo(0.000135, 12);
  expect(read).toMatchObject({
    name: 'ask',
    model: 'gpt-4o-mini-2024-07-18',
    input: { messages: ASKED },
    output: { tool_calls: [CALL] },
    usageDetails: { input: 400, input_cached_tokens: 600, output: 50, total: 1050 },
    metadata: { plan: 'pro' },
    modelParameters: { temperature: 0.2 },
  });
  expect(read.calculatedTotalCost).toBeCloseTo(0.000135, 12);
  const { observations } = await sdk.store.traces.readPayloads({
    traceId: stored.traceId,
    observationIds: [stored.id],
  });
  expect(observations[0]?.tools).toMatchObject([{ name: 'get_weather' }]);
});

it('shows what was streamed as one answer, with the time of its first piece', async () => {
  const piece = (delta: object) => ({ model: 'gpt-4o-mini', choices: [{ index: 0, delta }] });
  const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
  const events = [piece({ content: 'Sun' }), piece({ content: 'ny.' }), { choices: [], usage }];
  const client = await openAi([{ events }]);
  const stream = await client.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [...ASKED],
    stream: true,
    stream_options: { include_usage: true },
  });
  let said = '';
  for await (const { choices } of stream) said += choices[0]?.delta.content ?? '';
  expect(said).toBe('Sunny.');

  const { stored, read } = await readGeneration();
  expect(stored).toMatchObject({ name: 'OpenAI.chat', usage: { input: 9, output: 2, total: 11 } });
  expect(stored.completionStartTime).toBeGreaterThanOrEqual(stored.startTime);
  expect(stored.completionStartTime).toBeLessThanOrEqual(stored.endTime ?? 0);
  expect(read).toMatchObject({ output: 'Sunny.', timeToFirstToken: expect.any(Number) as number });
});

it('shows a call that was refused as the error it was, and as costing nothing', async () => {
  const refusal = { status: 429, json: { error: { message: 'You sent too many.', type: 'rate_limit' } } };
  const client = await openAi([refusal]);
  const call = client.chat.completions.create({ model: 'gpt-4o-mini', messages: [...ASKED] });
  await expect(call).rejects.toThrow('You sent too many.');

  const { stored, read } = await readGeneration();
  expect(stored).toMatchObject({ level: 'ERROR', cost: { total: 0 } });
  expect(stored.statusMessage).toContain('You sent too many.');
  expect(read).toMatchObject({ level: 'ERROR', calculatedTotalCost: 0 });
});

it('keeps the picture that a model was shown, byte by byte', async () => {
  const bytes = new TextEncoder().encode('a picture of a cat');
  const url = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  const client = await openAi([completion({ content: 'A cat.' }, {})]);
  const content = [
    { type: 'text', text: 'What is it?' },
    { type: 'image_url', image_url: { url } },
  ] as const;
  await client.chat.completions.create({
    model: 'gpt-4o',
    messages: [{ role: 'user', content: [...content] }],
  });

  const { read } = await readGeneration();
  const reference = /@@@langfuseMedia:type=image\/png\|id=([\w-]{22})/.exec(JSON.stringify(read.input));
  const media = await sdk.client.api.media.get(reference?.[1] ?? '');
  expect(new Uint8Array(await (await fetch(media.url)).arrayBuffer())).toEqual(bytes);
  // The endpoint got the picture itself.
  expect(JSON.stringify(endpoint?.asked)).toContain(url);
});

it('links a call to its prompt, and takes a judgement of it', async () => {
  await sdk.client.prompt.create({ name: 'guide', prompt: 'Guide {{name}}.', labels: ['production'] });
  const prompt = await sdk.client.prompt.get('guide');
  const usage = { prompt_tokens: 9, completion_tokens: 2, total_tokens: 11 };
  const client = await openAi([completion({ content: 'Welcome!' }, usage)], { langfusePrompt: prompt });
  await client.chat.completions.create({
    model: 'gpt-4o-mini',
    messages: [{ role: 'system', content: prompt.compile({ name: 'Ada' }) }],
  });
  const { stored, read } = await readGeneration();
  expect(read).toMatchObject({ promptName: 'guide', promptVersion: 1 });
  expect(stored.prompt).toEqual({ name: 'guide', version: 1 });

  sdk.client.score.create({
    traceId: stored.traceId,
    observationId: stored.id,
    name: 'helpful',
    value: 0.5,
    comment: 'short',
  });
  await sdk.flush();
  expect((await sdk.store.traces.readTrace(stored.traceId))?.scores).toMatchObject([
    { name: 'helpful', value: 0.5, observationId: stored.id, comment: 'short', dataType: 'NUMERIC' },
  ]);
  const { scores } = await sdk.client.api.trace.get(stored.traceId);
  expect(scores).toMatchObject([{ name: 'helpful', value: 0.5, observationId: stored.id }]);
});
