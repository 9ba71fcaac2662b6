import { describe, expect, it } from 'vitest';
import { testCollector } from './testing/test-collector.ts';

describe('prompts', () => {
  const PROMPTS = '/api/public/v2/prompts';

  it('have versions, and labels that each point at one of them', async () => {
    const { ask, send } = testCollector();
    await ask('POST', PROMPTS, {
      name: 'sys/travel',
      prompt: 'Hi {{name}}',
      labels: ['production'],
      tags: ['a'],
    });
    const second = await ask('POST', PROMPTS, {
      name: 'sys/travel',
      prompt: 'Hello {{name}}',
      config: { t: 1 },
    });
    expect(second).toMatchObject({ version: 2, labels: ['latest'], tags: ['a'], config: { t: 1 } });

    const path = `${PROMPTS}/sys%2Ftravel`;
    expect(await ask('GET', path)).toMatchObject({ version: 1, prompt: 'Hi {{name}}', type: 'text' });
    expect(await ask('GET', `${path}?version=2`)).toMatchObject({ version: 2 });
    expect(await ask('GET', `${path}?label=latest`)).toMatchObject({ version: 2 });
    await ask('PATCH', `${path}/versions/2`, { newLabels: ['production'] });
    expect(await ask('GET', path)).toMatchObject({ version: 2, labels: ['latest', 'production'] });
    expect((await send('GET', `${path}?label=staging`)).status).toBe(404);
    expect(await ask('GET', PROMPTS)).toMatchObject({
      data: [{ name: 'sys/travel', versions: [1, 2], labels: ['latest', 'production'], tags: ['a'] }],
      meta: { totalItems: 1 },
    });
  });

  it('are put together of others, unless they are wanted as they are', async () => {
    const { ask, send } = testCollector();
    const labels = ['production'];
    await ask('POST', PROMPTS, { name: 'tone', prompt: 'Be kind.', labels });
    const content = 'You help. @@@langfusePrompt:name=tone|label=production@@@ Always.';
    await ask('POST', PROMPTS, { name: 'chat', type: 'chat', prompt: [{ role: 'system', content }], labels });
    expect(await ask('GET', `${PROMPTS}/chat`)).toMatchObject({
      prompt: [{ role: 'system', content: 'You help. Be kind. Always.' }],
    });
    expect(await ask('GET', `${PROMPTS}/chat?resolve=false`)).toMatchObject({ prompt: [{ content }] });

    await ask('POST', PROMPTS, {
      name: 'loop',
      prompt: '@@@langfusePrompt:name=loop|label=latest@@@',
      labels,
    });
    const loop = await send('GET', `${PROMPTS}/loop`);
    expect([loop.status, await loop.text()]).toEqual([400, expect.stringContaining('or itself')]);
  });

  it.each([
    ['no name', { prompt: 'x' }],
    ['a name that references could not name', { name: 'a|b', prompt: 'x' }],
    ['text where messages belong', { name: 'a', type: 'chat', prompt: 'x' }],
    ['a label that the store keeps', { name: 'a', prompt: 'x', labels: ['latest'] }],
    ['a label that is too long', { name: 'a', prompt: 'x', labels: ['l'.repeat(37)] }],
  ])('are refused with %s', async (_, body) => {
    expect((await testCollector().send('POST', PROMPTS, body)).status).toBe(400);
  });
});

describe('datasets', () => {
  it('keep items, which are changed by their id', async () => {
    const { ask, send } = testCollector();
    await ask('POST', '/api/public/v2/datasets', { name: 'a/capitals', description: 'of countries' });
    const item = { datasetName: 'a/capitals', id: 'fr', input: { country: 'France' } };
    await ask('POST', '/api/public/dataset-items', item);
    await ask('POST', '/api/public/dataset-items', { ...item, input: undefined, expectedOutput: 'Paris' });
    expect(await ask('GET', '/api/public/dataset-items/fr')).toMatchObject({
      input: { country: 'France' },
      expectedOutput: 'Paris',
      status: 'ACTIVE',
      datasetName: 'a/capitals',
    });
    expect(await ask('GET', '/api/public/dataset-items?datasetName=a%2Fcapitals')).toMatchObject({
      data: [{ id: 'fr' }],
      meta: { totalItems: 1 },
    });
    expect((await send('POST', '/api/public/dataset-items', { ...item, datasetName: 'none' })).status).toBe(
      404,
    );
    await ask('DELETE', '/api/public/dataset-items/fr');
    expect((await send('GET', '/api/public/dataset-items/fr')).status).toBe(404);
  });

  it('show items as they were at a time', async () => {
    const { ask, store } = testCollector();
    for (const [createdAt, input] of [
      [1000, 'first'],
      [2000, 'second'],
    ] as const) {
      const body = { datasetName: 'd', input };
      await store.documents?.write({ kind: 'dataset-item', name: 'i', body, createdAt });
    }
    const at = (time: number) =>
      ask('GET', `/api/public/dataset-items?version=${new Date(time).toISOString()}`);
    expect(await at(1500)).toMatchObject({ data: [{ input: 'first' }] });
    expect(await at(2500)).toMatchObject({ data: [{ input: 'second' }] });
    expect(await at(500)).toMatchObject({ data: [] });
  });

  it('have one run of a name, also when many of its items come at once', async () => {
    const { ask, send } = testCollector();
    await ask('POST', '/api/public/v2/datasets', { name: 'd' });
    const ids = ['a', 'b', 'c', 'd'];
    for (const id of ids) await ask('POST', '/api/public/dataset-items', { datasetName: 'd', id, input: id });
    const sent = await Promise.all(
      ids.map((id) =>
        ask('POST', '/api/public/dataset-run-items', {
          runName: 'r 1',
          datasetItemId: id,
          traceId: `t-${id}`,
        }),
      ),
    );
    const [first] = sent as unknown as readonly { datasetRunId: string }[];
    expect(sent).toMatchObject(ids.map(() => ({ datasetRunId: first?.datasetRunId, datasetRunName: 'r 1' })));
    // Sent again, nothing doubles.
    await ask('POST', '/api/public/dataset-run-items', {
      runName: 'r 1',
      datasetItemId: 'a',
      traceId: 't-a',
    });
    const run = (await ask('GET', '/api/public/datasets/d/runs/r%201')) as { datasetRunItems: unknown[] };
    expect(run).toMatchObject({ name: 'r 1', datasetName: 'd' });
    expect(run.datasetRunItems).toHaveLength(4);
    expect(await ask('GET', '/api/public/datasets/d/runs')).toMatchObject({ meta: { totalItems: 1 } });
    await ask('DELETE', '/api/public/datasets/d/runs/r%201');
    expect((await send('GET', '/api/public/datasets/d/runs/r%201')).status).toBe(404);
  });
});
