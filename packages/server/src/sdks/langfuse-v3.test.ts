import { afterEach, beforeEach, expect, it } from 'vitest';
import { Langfuse } from 'langfuse';
import { PUBLIC_KEY, SECRET_KEY } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';
import type { ServedCollector } from '../testing/served-collector.ts';

let served: ServedCollector;
let langfuse: Langfuse;
let warnings: unknown[];

beforeEach(async () => {
  served = await servedCollector();
  warnings = [];
  langfuse = new Langfuse({
    publicKey: PUBLIC_KEY,
    secretKey: SECRET_KEY,
    baseUrl: served.server.url,
    environment: 'staging',
  });
  langfuse.on('error', (error) => warnings.push(error));
  langfuse.on('warning', (warning) => warnings.push(warning));
});

afterEach(async () => {
  await langfuse.shutdownAsync();
  await served.server.close();
});

it('sends traces, and reads back what it sent', async () => {
  const trace = langfuse.trace({
    id: 'order/42-é',
    name: 'checkout',
    userId: 'ada',
    sessionId: 'cart-1',
    tags: ['b', 'a'],
    input: { items: 2 },
    metadata: { plan: 'pro' },
  });
  const span = trace.span({ name: 'search', input: 'shoes' });
  const generation = span.generation({
    name: 'answer',
    model: 'gpt-4o',
    input: [{ role: 'user', content: 'shoes?' }],
    usage: { input: 10, output: 5, inputCost: 0.01, outputCost: 0.02, totalCost: 0.03 },
  });
  generation.end({ output: 'red ones' });
  span.end({ output: ['red'] });
  trace.event({ name: 'clicked' });
  trace.score({ name: 'helpful', value: 1, dataType: 'BOOLEAN', comment: 'yes' });
  trace.update({ output: 'done' });
  await langfuse.flushAsync();

  const { data: read } = await langfuse.fetchTrace('order/42-é');
  expect(read).toMatchObject({
    id: 'order/42-é',
    name: 'checkout',
    userId: 'ada',
    sessionId: 'cart-1',
    environment: 'staging',
    tags: ['a', 'b'],
    input: { items: 2 },
    output: 'done',
    metadata: { plan: 'pro' },
    totalCost: 0.03,
  });
  expect(read.observations.map(({ name, type }) => `${type} ${name}`).toSorted()).toEqual([
    'EVENT clicked',
    'GENERATION answer',
    'SPAN search',
  ]);
  const answer = read.observations.find(({ name }) => name === 'answer');
  expect(answer).toMatchObject({
    parentObservationId: span.id,
    model: 'gpt-4o',
    output: 'red ones',
    usage: { input: 10, output: 5, total: 15 },
    calculatedTotalCost: 0.03,
  });
  expect(read.scores).toMatchObject([{ name: 'helpful', value: 1, stringValue: 'True', comment: 'yes' }]);
  expect(warnings).toEqual([]);
});

it('lists what it sent, page by page and by filters', async () => {
  for (const n of [1, 2, 3]) {
    langfuse.trace({ id: `t${n}`, name: n === 2 ? 'other' : 'turn', sessionId: 's', userId: `user-${n}` });
  }
  await langfuse.flushAsync();

  const first = await langfuse.fetchTraces({ limit: 2, page: 1 });
  const second = await langfuse.fetchTraces({ limit: 2, page: 2 });
  expect(first.meta).toEqual({ page: 1, limit: 2, totalItems: 3, totalPages: 2 });
  expect([...first.data, ...second.data].map(({ id }) => id).toSorted()).toEqual(['t1', 't2', 't3']);
  expect((await langfuse.fetchTraces({ name: 'other' })).data).toMatchObject([
    { id: 't2', userId: 'user-2' },
  ]);
  expect((await langfuse.fetchSessions()).data).toMatchObject([{ id: 's' }]);
  expect(warnings).toEqual([]);
});

it('sends a good event once, although another of its batch was bad', async () => {
  langfuse.trace({ id: 'good' });
  langfuse.score({ traceId: 'good', name: 'rating', value: 7, dataType: 'BOOLEAN' });
  await langfuse.flushAsync();

  expect(served.events).toMatchObject([
    { type: 'rejected', reason: expect.stringContaining('0 or 1, as BOOLEAN needs') as string },
  ]);
  expect(warnings).toEqual([]);
  expect((await langfuse.fetchTrace('good')).data).toMatchObject({ id: 'good', scores: [] });
});

it('writes prompts and datasets, and gets them', async () => {
  await langfuse.createPrompt({ name: 'greet', prompt: 'Hi {{name}}', labels: ['production'] });
  const prompt = await langfuse.getPrompt('greet');
  expect(prompt.compile({ name: 'Ada' })).toBe('Hi Ada');
  await langfuse.createDataset('capitals');
  await langfuse.createDatasetItem({ datasetName: 'capitals', input: 'France', expectedOutput: 'Paris' });
  const dataset = await langfuse.getDataset('capitals');
  const trace = langfuse.trace({ name: 'guess' });
  await dataset.items[0]?.link(trace, 'run-1');
  const run = await langfuse.getDatasetRun({ datasetName: 'capitals', runName: 'run-1' });
  expect(run.datasetRunItems).toMatchObject([{ traceId: trace.id }]);
  expect(warnings).toEqual([]);
});

it('uploads media, and finds their bytes', async () => {
  const picture = `data:image/png;base64,${btoa('a picture of a cat')}`;
  const trace = langfuse.trace({ name: 'look', input: { picture } });
  await langfuse.flushAsync();
  const { data } = await langfuse.fetchTrace(trace.id);
  const id = /\|id=([\w-]{22})/.exec(JSON.stringify(data.input))?.[1] ?? '';
  const media = await langfuse.fetchMedia(id);
  expect(await (await fetch(media.url)).text()).toBe('a picture of a cat');
  expect(warnings).toEqual([]);
});
