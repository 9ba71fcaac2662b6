import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LangfuseClient } from '@langfuse/client';
import { propagateAttributes, startActiveObservation } from '@langfuse/tracing';
import type { Store, TraceId, TraceStore } from '@oriel/core';
import { traceTree } from '@oriel/core';
import { langfuseStore } from '@oriel/stores/langfuse';
import type { LangfuseReads } from '@oriel/stores/langfuse';
import { servedCollector } from '../testing/served-collector.ts';
import { tracingSdk } from '../testing/tracing-sdk.ts';
import type { TracingSdk } from '../testing/tracing-sdk.ts';

let sdk: TracingSdk;

beforeEach(async () => {
  sdk = await tracingSdk();
});

afterEach(() => sdk.close());

/** A turn of a chat, traced. */
async function ask(question: string, userId: string): Promise<TraceId> {
  const metadata = { messageId: `msg-${question}` };
  const trace = { userId, sessionId: `chat-${userId}`, tags: ['beta'], traceName: 'turn', metadata };
  const id = await propagateAttributes(trace, () =>
    startActiveObservation(
      'agent',
      async (agent) => {
        agent.update({
          input: { question },
          metadata: { ...metadata, note: 'x'.repeat(300) },
        });
        await startActiveObservation(
          'llm',
          (generation) => {
            generation.update({
              model: 'gpt-4o-mini',
              input: [{ role: 'user', content: question }],
              output: `${question}!`,
              modelParameters: { temperature: 0.5 },
              usageDetails: { input: 100, output: 10 },
            });
            return Promise.resolve();
          },
          { asType: 'generation' },
        );
        agent.update({ output: `${question}!` });
        return agent.traceId;
      },
      { asType: 'agent' },
    ),
  );
  sdk.client.score.create({ traceId: id, name: 'helpful', value: 1, dataType: 'BOOLEAN', comment: 'yes' });
  await sdk.flush();
  return id;
}

function open(reads?: LangfuseReads): Promise<Store> {
  return langfuseStore({ client: sdk.client, reads, idKeys: ['messageId'] });
}

/** What a view asks of a trace. */
async function shown(store: TraceStore, id: TraceId) {
  const structure = await store.readTrace(id);
  const observationIds = structure?.observations.map((observation) => observation.id);
  return { structure, payloads: await store.readPayloads({ traceId: id, observationIds }) };
}

/** As that API tells it: times in whole milliseconds, and nothing of where counts came from and what was marked. */
function asTold(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (key, member: unknown) => {
    if (['provenance', 'isAppRoot', 'isVirtual'].includes(key)) return null;
    if (key === 'latency') return Math.floor(Number(member));
    return /[tT]ime(?:stamp)?$/.test(key) && typeof member === 'number' ? Math.floor(member) : member;
  });
}

describe.each<LangfuseReads>(['v3', 'v4'])('a store over the reads of Langfuse %s', (reads) => {
  it('shows what an app traced as the store that has it does, over a port', async () => {
    const id = await ask('Paris?', 'ada');
    const { traces } = await open(reads);
    const [there, here] = [await shown(sdk.store.traces, id), await shown(traces, id)];
    const { metadata: _own, ...payload } = here.payloads.trace ?? {};
    expect(payload).toEqual({ input: { question: 'Paris?' }, output: 'Paris?!' });
    expect(asTold(here.payloads.observations)).toEqual(asTold(there.payloads.observations));
    expect(asTold(here.structure?.observations)).toEqual(asTold(there.structure?.observations));
    expect(asTold(here.structure?.scores)).toEqual(asTold(there.structure?.scores));
    expect(asTold(here.structure?.trace)).toEqual(asTold(there.structure?.trace));
    expect(here.structure && traceTree(here.structure)).toEqual(['agent', [['llm', []]]]);
  });

  it('lists, filters, counts and finds by the ids of the app', async () => {
    const ids = [await ask('Paris?', 'ada'), await ask('Rome?', 'bob'), await ask('Oslo?', 'ada')];
    const { traces } = await open(reads);

    const first = await traces.listTraces({ limit: 2 });
    const second = await traces.listTraces({ limit: 2, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map((trace) => trace.id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
    const filter = { field: 'userId', op: '=', value: 'ada' } as const;
    expect((await traces.listTraces({ filter })).items).toHaveLength(2);
    expect(
      (await traces.listObservations({ filter: { field: 'type', op: '=', value: 'AGENT' } })).items,
    ).toHaveLength(3);
    expect((await traces.listSessions()).items.map(({ id, traceCount }) => [id, traceCount])).toEqual([
      ['chat-bob', 1],
      ['chat-ada', 2],
    ]);
    expect((await traces.listUsers({ traces: filter })).items).toMatchObject([{ id: 'ada', traceCount: 2 }]);
    expect((await traces.listScores({ filter: { search: 'yes' } })).items).toHaveLength(3);
    const tokens = await traces.aggregate({
      view: 'observations',
      measures: [
        { aggregate: 'sum', field: 'totalTokens' },
        { aggregate: 'sum', field: 'totalCost' },
      ],
      dimensions: ['userId'],
    });
    expect(tokens).toEqual(
      await sdk.store.traces.aggregate({
        view: 'observations',
        measures: [
          { aggregate: 'sum', field: 'totalTokens' },
          { aggregate: 'sum', field: 'totalCost' },
        ],
        dimensions: ['userId'],
      }),
    );
    expect(await traces.resolveTraceId('msg-Rome?')).toBe(ids[1]);
    expect(await traces.resolveTraceId('msg-Bonn?')).toBeNull();
  });

  it('stops at the most records that one call may take, and says what to do', async () => {
    await ask('Paris?', 'ada');
    await ask('Rome?', 'bob');
    const { traces } = await langfuseStore({ client: sdk.client, reads, maxRecords: 5 });
    const count = traces.aggregate({ view: 'traces', measures: [{ aggregate: 'count' }] });
    await expect(count).rejects.toMatchObject({ code: 'too-large' });
    await expect(count).rejects.toThrow('maxRecords');
  });
});

it('uses the newer reads where the server has them', async () => {
  const { traces } = await open();
  expect(traces.capabilities.omits).toContain('trace.metadata');
});

it('says that the keys are wrong when they are', async () => {
  const { server } = await servedCollector();
  const client = new LangfuseClient({ publicKey: 'pk', secretKey: 'no', baseUrl: server.url });
  await expect(langfuseStore({ client })).rejects.toMatchObject({ code: 'forbidden' });
  await server.close();
});
