import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LangfuseClient } from '@langfuse/client';
import { propagateAttributes, startActiveObservation } from '@langfuse/tracing';
import { tracingSdk } from '../testing/tracing-sdk.ts';
import type { TracingSdk } from '../testing/tracing-sdk.ts';

let sdk: TracingSdk;
let client: LangfuseClient;

beforeEach(async () => {
  sdk = await tracingSdk();
  client = sdk.client;
});

afterEach(() => sdk.close());

/** An agent that asks a model, with a user and a session. Returns the id of its trace. */
async function runAgent(): Promise<string> {
  const traceId = await propagateAttributes({ userId: 'ada', sessionId: 'chat-1', tags: ['beta'] }, () =>
    startActiveObservation(
      'agent',
      async (agent) => {
        agent.update({ input: { question: 'capital of France?' } });
        await startActiveObservation(
          'llm',
          (generation) => {
            generation.update({
              model: 'gpt-4o',
              input: [{ role: 'user', content: 'capital of France?' }],
              output: 'Paris',
              modelParameters: { temperature: 0.5 },
              usageDetails: { input: 12, output: 3 },
              costDetails: { input: 0.1, output: 0.2 },
            });
            return Promise.resolve();
          },
          { asType: 'generation' },
        );
        agent.update({ output: 'Paris' });
        return agent.traceId;
      },
      { asType: 'agent' },
    ),
  );
  await sdk.flush();
  return traceId;
}

it('reads a trace as it was sent', async () => {
  const id = await runAgent();
  const trace = await client.api.trace.get(id);
  expect(trace).toMatchObject({
    id,
    userId: 'ada',
    sessionId: 'chat-1',
    tags: ['beta'],
    input: { question: 'capital of France?' },
    output: 'Paris',
  });
  expect(trace.totalCost).toBeCloseTo(0.3);
  expect(trace.observations.map(({ name, type }) => `${type} ${name}`).toSorted()).toEqual([
    'AGENT agent',
    'GENERATION llm',
  ]);
  expect(trace.observations.find(({ name }) => name === 'llm')).toMatchObject({
    model: 'gpt-4o',
    modelParameters: { temperature: 0.5 },
    usageDetails: { input: 12, output: 3 },
    usage: { input: 12, output: 3, total: 15 },
  });
});

it('reads observations, sessions and metrics of either version', async () => {
  const id = await runAgent();

  const { data } = await client.api.observations.getMany({
    traceId: id,
    type: 'GENERATION',
    fields: 'core,basic,io,model,usage,trace_context',
  });
  expect(data).toMatchObject([
    { traceId: id, name: 'llm', output: 'Paris', model: 'gpt-4o', userId: 'ada', tags: ['beta'] },
  ]);
  const old = await client.api.legacy.observationsV1.getMany({ traceId: id, limit: 1, page: 2 });
  expect(old.meta).toMatchObject({ totalItems: 2, totalPages: 2 });
  expect(old.data).toHaveLength(1);
  const one = await client.api.legacy.observationsV1.get(old.data[0]?.id ?? '');
  expect(one).toMatchObject({ traceId: id });

  expect((await client.api.sessions.list()).data).toMatchObject([{ id: 'chat-1' }]);
  expect(await client.api.sessions.get('chat-1')).toMatchObject({ id: 'chat-1', traces: [{ id }] });

  const query = JSON.stringify({
    view: 'observations',
    dimensions: [{ field: 'providedModelName' }],
    metrics: [
      { measure: 'count', aggregation: 'count' },
      { measure: 'totalCost', aggregation: 'sum' },
    ],
    filters: [{ column: 'type', operator: '=', value: 'GENERATION', type: 'string' }],
    fromTimestamp: new Date(Date.now() - 86_400_000).toISOString(),
    toTimestamp: new Date(Date.now() + 86_400_000).toISOString(),
  });
  for (const metrics of [client.api.metrics, client.api.legacy.metricsV1]) {
    expect((await metrics.metrics({ query })).data).toEqual([
      { providedModelName: 'gpt-4o', count_count: 1, sum_totalCost: 0.3 },
    ]);
  }
});

it('writes scores, and reads them by every version', async () => {
  const id = await runAgent();
  client.score.create({ traceId: id, name: 'helpful', value: 1, dataType: 'BOOLEAN' });
  await sdk.flush();
  const created = await client.api.legacy.scoreV1.create({ traceId: id, name: 'tone', value: 'kind' });

  const { data } = await client.api.scoresV3.getManyV3({ traceId: id, fields: 'subject' });
  expect(Object.fromEntries(data.map(({ name, value }) => [name, value]))).toEqual({
    helpful: true,
    tone: 'kind',
  });
  expect(data[0]).toMatchObject({ subject: { kind: 'trace', id } });
  const second = await client.api.scores.getMany({ traceId: id, dataType: 'CATEGORICAL' });
  expect(second.data).toMatchObject([{ id: created.id, stringValue: 'kind', trace: { userId: 'ada' } }]);
  expect(await client.api.scores.getById(created.id)).toMatchObject({ name: 'tone' });
});

it('is told synchronously what is wrong with a score', async () => {
  const score = client.api.legacy.scoreV1.create({
    traceId: 't',
    name: 'tone',
    value: 5,
    dataType: 'BOOLEAN',
  });
  await expect(score).rejects.toMatchObject({ statusCode: 400 });
});

it('finds traces by filters, and forgets them', async () => {
  const id = await runAgent();
  const filter = (value: string) =>
    JSON.stringify([{ type: 'string', column: 'userId', operator: 'starts with', value }]);
  expect((await client.api.trace.list({ filter: filter('ad') })).data).toMatchObject([{ id }]);
  expect((await client.api.trace.list({ filter: filter('bo') })).data).toEqual([]);
  expect((await client.api.trace.list({ tags: ['beta', 'none'] })).data).toEqual([]);
  await client.api.trace.delete(id);
  await expect(client.api.trace.get(id)).rejects.toMatchObject({ statusCode: 404 });
});

it('is told who it is', async () => {
  expect((await client.api.projects.get()).data).toMatchObject([{ id: 'oriel' }]);
  expect(await client.api.health.health()).toMatchObject({ status: 'OK' });
});

it('writes prompts, and gets them by label and version', async () => {
  await client.prompt.create({
    name: 'sys/travel',
    prompt: 'Hi {{name}}',
    labels: ['production'],
    tags: ['a'],
  });
  const messages = [{ role: 'system', content: 'Help {{name}}.' }];
  await client.prompt.create({ name: 'chat', type: 'chat', prompt: messages, labels: ['staging'] });

  const text = await client.prompt.get('sys/travel');
  expect([text.version, text.compile({ name: 'Ada' })]).toEqual([1, 'Hi Ada']);
  const chat = await client.prompt.get('chat', { type: 'chat', label: 'staging' });
  expect(chat.compile({ name: 'Ada' })).toEqual([{ role: 'system', content: 'Help Ada.' }]);
  await client.prompt.update({ name: 'chat', version: 1, newLabels: ['production'] });
  expect((await client.prompt.get('chat', { type: 'chat' })).labels).toContain('production');
  expect((await client.api.prompts.list({ tag: 'a' })).data).toMatchObject([{ name: 'sys/travel' }]);
});

it('runs an experiment over a dataset, and finds its items, traces and scores', async () => {
  await client.api.datasets.create({ name: 'capitals', description: 'of countries' });
  for (const [country, capital] of [
    ['France', 'Paris'],
    ['Italy', 'Rome'],
  ]) {
    await client.dataset.createItem({ datasetName: 'capitals', input: { country }, expectedOutput: capital });
  }
  const dataset = await client.dataset.get('capitals', { fetchItemsPageSize: 1 });
  expect(dataset.items).toHaveLength(2);

  const result = await dataset.runExperiment({
    name: 'guess',
    runName: 'guess 1',
    task: () => Promise.resolve('Paris'),
    evaluators: [
      ({ output, expectedOutput }) =>
        Promise.resolve({ name: 'right', value: Number(output === expectedOutput), dataType: 'BOOLEAN' }),
    ],
  });
  await sdk.flush();
  expect(result.itemResults).toHaveLength(2);

  const run = await client.api.datasets.getRun('capitals', 'guess 1');
  expect(new Set(run.datasetRunItems.map(({ traceId }) => traceId))).toEqual(
    new Set(result.itemResults.map(({ traceId }) => traceId)),
  );
  const { data } = await client.api.scores.getMany({ name: 'right' });
  expect(new Set(data.map((score) => ('value' in score ? score.value : null)))).toEqual(new Set([0, 1]));
});

it('uploads media out of payloads, and finds their bytes', async () => {
  const bytes = new TextEncoder().encode('a picture of a cat');
  const picture = `data:image/png;base64,${btoa('a picture of a cat')}`;
  await startActiveObservation('look', (span) => {
    span.update({ input: { picture } });
    return Promise.resolve();
  });
  await sdk.flush();

  const [trace] = (await client.api.trace.list({ fields: 'core,io' })).data;
  const reference = /@@@langfuseMedia:type=image\/png\|id=([\w-]{22})/.exec(JSON.stringify(trace?.input));
  const media = await client.api.media.get(reference?.[1] ?? '');
  expect(media).toMatchObject({ contentType: 'image/png', contentLength: bytes.length });
  const shown = await fetch(media.url);
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
});
