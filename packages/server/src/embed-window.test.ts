import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { judgementPatch } from '@oriel/core';
import type { Patch, Store, StoreScope, TraceChange, TracePatch } from '@oriel/core';
import { httpStore } from '@oriel/stores/http';
import { memoryStore } from '@oriel/stores/memory';
import type { MemoryStore } from '@oriel/stores/memory';
import { signEmbedToken } from './auth/sign-embed-token.ts';
import type { EmbedTokenOptions } from './auth/sign-embed-token.ts';
import { createCollector } from './create-collector.ts';
import type { CollectorOptions } from './collector-options.ts';

const KEY = { id: 'november', secret: randomBytes(32).toString('base64') };
const SCOPE: StoreScope = { traces: { field: 'userId', op: '=', value: 'ada' } };

let store: MemoryStore;
beforeEach(() => {
  store = memoryStore();
});

/** The store as the holder of a token sees it. */
async function open(
  token: Partial<EmbedTokenOptions>,
  options: Partial<CollectorOptions> = {},
): Promise<Store> {
  const collector = createCollector({ store, embed: { keys: [KEY] }, ...options });
  const sign = () => signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE, ...token });
  return httpStore({ url: 'http://collector.test', token: sign, fetch: collector });
}

const MINE: TracePatch = { kind: 'trace', id: 'mine', at: 1, userId: 'ada' };
const THEIRS: Patch = { kind: 'trace', id: 'theirs', at: 1, userId: 'bob' };
const score = (fields: Partial<Patch & { kind: 'score' }>): Patch => ({
  kind: 'score',
  id: 's',
  at: 5,
  name: 'helpful',
  value: 1,
  traceId: 'mine',
  ...fields,
});
const scores = async () => (await store.traces.listScores()).items;

describe('a token that may score', () => {
  beforeEach(() => store.traces.write([MINE, THEIRS]));

  it('writes scores on its traces, in the name of its holder', async () => {
    const { traces } = await open({ mayScore: true });
    expect(traces.capabilities).toMatchObject({ writable: false, writesScores: true });
    await traces.write([score({ authorId: 'somebody else', comment: 'good' })]);
    const { items } = await traces.listScores();
    expect(items).toMatchObject([
      { traceId: 'mine', authorId: 'ada', source: 'ANNOTATION', comment: 'good' },
    ]);
  });

  it('changes a score it wrote, by the id it sent and by the id it read', async () => {
    const { traces } = await open({ mayScore: true });
    await traces.write([score({ value: 0 })]);
    await traces.write([score({ at: 6, value: 1 })]);
    const [written] = (await traces.listScores()).items;
    await traces.write([score({ id: written?.id ?? '', at: 7, comment: 'changed' })]);
    expect(await scores()).toMatchObject([{ value: 1, comment: 'changed' }]);
  });

  it("keeps the ids of Oriel's own forms, so that who judges again changes their mind", async () => {
    const { traces } = await open({ mayScore: true });
    const judgement = {
      traceId: 'mine',
      name: 'helpful',
      dataType: 'BOOLEAN',
      source: 'ANNOTATION',
    } as const;
    const own = judgementPatch({ ...judgement, value: 0, author: 'ada' }, 5);
    await traces.write([own]);
    await traces.write([judgementPatch({ ...judgement, value: 1, author: 'ada' }, 6)]);
    expect(await scores()).toMatchObject([{ id: own.id, value: 1, authorId: 'ada' }]);
    const foreign = judgementPatch({ ...judgement, value: 0, author: 'bob' }, 4);
    await store.traces.write([foreign]);
    await traces.write([{ ...foreign, at: 9, value: 1 }]);
    expect((await scores()).find(({ id }) => id === foreign.id)).toMatchObject({ value: 0, authorId: 'bob' });
  });

  it.each<[string, Patch]>([
    ['a trace out of scope', score({ traceId: 'theirs' })],
    ['a trace there is not', score({ traceId: 'nobody' })],
    ['no trace', score({ traceId: null })],
    ['a session', score({ sessionId: 'shared' })],
    ['a dataset run', score({ datasetRunId: 'run' })],
    ['the judgement of a program', score({ source: 'EVAL' })],
    ['a trace itself', MINE],
    ['an observation', { kind: 'observation', id: 'o', traceId: 'mine', at: 1 }],
  ])('writes nothing when something is about %s', async (_, patch) => {
    const { traces } = await open({ mayScore: true });
    await expect(traces.write([score({}), patch])).rejects.toMatchObject({ code: 'forbidden' });
    expect(await scores()).toEqual([]);
  });

  it('cannot touch, move or find out about a score of somebody else, whenever that is written', async () => {
    const { traces } = await open({ mayScore: true });
    const foreign = { traceId: 'theirs', authorId: 'bob', comment: 'of bob', at: 3 };
    await store.traces.write([score({ id: 'early', ...foreign })]);
    for (const id of ['early', 'late']) await traces.write([score({ id, at: 0 })]);
    await store.traces.write([score({ id: 'late', ...foreign })]);
    const { items } = await traces.listScores();
    expect(items).toHaveLength(2);
    expect(JSON.stringify(items)).not.toContain('bob');
    const theirs = (await scores()).filter(({ traceId }) => traceId === 'theirs');
    expect(theirs).toMatchObject([
      { id: 'early', comment: 'of bob' },
      { id: 'late', comment: 'of bob' },
    ]);
  });

  it('cannot touch scores of others on the same trace', async () => {
    await store.traces.write([score({ id: 'judge', authorId: 'bob', value: 0 })]);
    const { traces } = await open({ mayScore: true });
    await traces.write([score({ id: 'judge', at: 9, value: 1 })]);
    expect((await scores()).find(({ id }) => id === 'judge')).toMatchObject({ value: 0, authorId: 'bob' });
  });
});

describe('media', () => {
  const bytes = new TextEncoder().encode('a picture');
  const reference = (id: string) => `@@@langfuseMedia:type=image/png|id=${id}|source=bytes@@@`;

  it('are there for a token when a payload in its scope refers to them', async () => {
    const [shown, hidden] = await Promise.all([
      store.media.write({ contentType: 'image/png', bytes }),
      store.media.write({ contentType: 'image/png', bytes: new Uint8Array(9) }),
    ]);
    await store.traces.write([
      MINE,
      THEIRS,
      { kind: 'observation', id: 'o', traceId: 'mine', at: 1, input: { image: reference(shown.id) } },
      { kind: 'observation', id: 'o', traceId: 'theirs', at: 1, input: { image: reference(hidden.id) } },
    ]);
    const { media } = await open({});
    expect((await media?.read(shown.id))?.bytes).toEqual(bytes);
    expect(await media?.read(hidden.id)).toBeNull();
    expect(await media?.read('|source=')).toBeNull();
    await expect(media?.write({ contentType: 'image/png', bytes })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('documents', () => {
  beforeEach(async () => {
    await store.documents.write({ kind: 'prompt', name: 'secret', body: 'x' });
    await store.documents.write({ kind: 'dashboard', name: 'costs', body: 'x' });
  });

  it('are not there for a token that does not name them', async () => {
    expect((await open({})).documents).toBeUndefined();
  });

  it('are there to be read where a token names their kind', async () => {
    const { documents } = await open({ documents: ['dashboard'] });
    expect((await documents?.list({ kind: 'dashboard' }))?.items).toMatchObject([{ name: 'costs' }]);
    expect(await documents?.list({ kind: 'prompt' })).toEqual({ items: [], nextCursor: null });
    expect(await documents?.read({ kind: 'prompt', name: 'secret' })).toBeNull();
    expect(await documents?.listVersions({ kind: 'prompt', name: 'secret' })).toEqual([]);
    const write = documents?.write({ kind: 'dashboard', name: 'costs', body: 'y' });
    await expect(write).rejects.toMatchObject({ code: 'forbidden' });
  });
});

it('tells a deletion to the holder of another token of the same scope, who was shown the trace', async () => {
  const collector = createCollector({ store, embed: { keys: [KEY] } });
  const sign = () => signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE });
  await store.traces.write([MINE, THEIRS]);
  const { traces } = await httpStore({ url: 'http://collector.test', token: sign, fetch: collector });
  await traces.listTraces();
  const told: TraceChange[] = [];
  traces.subscribe((change) => told.push(change));
  await store.traces.deleteTraces(['theirs', 'mine']);
  await vi.waitFor(() => expect(told).toEqual([{ type: 'traces-deleted', traceIds: ['mine'] }]));
  await traces.close();
});

it('ends a live connection with the token that opened it', async () => {
  const signedAt = Date.parse('2026-11-23T12:00:00Z');
  const now = () => signedAt + 999;
  const collector = createCollector({ store, embed: { keys: [KEY] }, now });
  const times = { now: () => signedAt, lifetimeMs: 1000 };
  const token = await signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE, ...times });
  const answer = await collector(
    new Request('http://collector.test/api/oriel/v1/changes', {
      headers: { authorization: `Bearer ${token}` },
    }),
  );
  // Read to its end, which is there when nothing holds it open any more.
  expect(await answer.text()).toMatch(/^event: ready\n/);
});
