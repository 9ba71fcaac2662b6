import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { generateOddTraffic } from '../conformance/generate-odd-traffic.ts';
import type { Patch } from '../model/patch.ts';
import { referenceStore } from '../store/reference-store.ts';
import { scopedStore } from '../store/scoped-store.ts';
import type { Store } from '../store/store.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { exportStore } from './export-store.ts';
import type { ExportOptions, ExportProgress } from './export-store.ts';
import { importStore } from './import-store.ts';

const at = 1_760_000_000_000;

const textOf = (store: Store, options?: ExportOptions) =>
  new Response(exportStore(store, { ...options, compression: 'none' })).text();

async function linesOf(store: Store, options?: ExportOptions): Promise<Record<string, unknown>[]> {
  const text = await textOf(store, options);
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const traceNamed = (id: string, fields: object = {}): Patch => ({ kind: 'trace', id, at, ...fields });

const reference = (id: string) => `@@@langfuseMedia:type=image/png|id=${id}|source=base64_data_uri@@@`;

it('begins with what it is and ends with how much it is', async () => {
  const store = referenceStore();
  await store.traces.write([traceNamed('t'), { kind: 'observation', id: 'o', traceId: 't', at }]);
  const before = Date.now();
  const lines = await linesOf(store, { source: 'staging' });
  expect(lines).toMatchObject([
    { format: 'oriel-export', version: 2, source: 'staging', traces: null },
    { patch: { kind: 'observation', id: 'o' } },
    { end: { traces: 1, observations: 1, scores: 0, documents: 0, media: 0 } },
  ]);
  expect(Number(lines[0]?.['exportedAt'])).toBeGreaterThanOrEqual(before);
});

it('is packed with gzip unless asked otherwise', async () => {
  const packed = new Uint8Array(await new Response(exportStore(referenceStore())).arrayBuffer());
  expect(gunzipSync(packed).toString()).toContain('oriel-export');
});

it('brings the media that payloads refer to, each once, before what refers to it', async () => {
  const store = referenceStore();
  const large = Uint8Array.from({ length: 500_000 }, (_, n) => (n * 31) % 251);
  const picture = await store.media.write({ contentType: 'image/png', bytes: large });
  const empty = await store.media.write({ contentType: 'text/plain', bytes: new Uint8Array() });
  const unused = await store.media.write({ contentType: 'text/plain', bytes: new Uint8Array([1]) });
  const input = [`see ${reference(picture.id)}`, JSON.stringify({ image: reference(empty.id) })];
  await store.traces.write([
    traceNamed('a', { input }),
    traceNamed('b', {
      output: reference(picture.id),
      metadata: { lost: reference('never-uploaded-0000000') },
    }),
  ]);
  const lines = await linesOf(store);
  const ids = lines.flatMap(({ media, patch }) => [media, patch]).filter((part) => part !== undefined);
  expect(ids).toMatchObject([{ id: picture.id }, { id: empty.id }, { id: 'a' }, { id: 'b' }]);
  expect(lines.filter(({ bytes }) => bytes !== undefined)).toHaveLength(3);

  const copy = referenceStore();
  expect(await importStore(copy, exportStore(store))).toMatchObject({ counts: { media: 2 }, rejected: [] });
  expect(await copy.media.read(picture.id)).toEqual(await store.media.read(picture.id));
  expect(await copy.media.read(empty.id)).toEqual(await store.media.read(empty.id));
  expect(await copy.media.read(unused.id)).toBeNull();
});

it('brings documents with all their versions and labels', async () => {
  const store = referenceStore();
  const greet = { kind: 'prompt', name: 'chat/greeting v1 ä' } as const;
  const media = await store.media.write({ contentType: 'image/png', bytes: new Uint8Array([7]) });
  await store.documents.write({ ...greet, body: { text: 'hi' }, labels: ['production', 'a'] });
  await store.documents.write({ ...greet, body: reference(media.id), labels: ['b'] });
  await store.documents.setLabel({ ...greet, version: 2, label: 'a' });
  for (let n = 0; n < 3; n += 1) await store.documents.write({ kind: 'dataset', name: `d${n}`, body: null });

  const copy = referenceStore();
  for (const _ of ['once', 'twice']) {
    const report = await importStore(copy, exportStore(store));
    expect(report).toMatchObject({ counts: { documents: 5, media: 1 }, rejected: [] });
  }
  const versions = async ({ documents }: typeof store) =>
    (await documents.listVersions(greet)).map(({ version, body, labels }) => ({ version, body, labels }));
  expect(await versions(copy)).toEqual(await versions(store));
  expect((await copy.documents.list({ kind: 'dataset' })).items).toHaveLength(3);
});

it('shares what a filter selects, and nothing else', async () => {
  const store = referenceStore();
  await store.documents.write({ kind: 'prompt', name: 'secret', body: 1 });
  await store.traces.write([
    traceNamed('t1', { sessionId: 'shared' }),
    traceNamed('t2', { sessionId: 'shared' }),
    traceNamed('t3', { sessionId: 'half', tags: ['x'] }),
    traceNamed('t4', { sessionId: 'half' }),
    { kind: 'score', id: 'on-t1', at, traceId: 't1', value: 1 },
    { kind: 'score', id: 'on-t4', at, traceId: 't4', value: 1 },
    { kind: 'score', id: 'on-shared', at, sessionId: 'shared', value: 1 },
    { kind: 'score', id: 'on-half', at, sessionId: 'half', value: 1 },
    { kind: 'score', id: 'on-run', at, datasetRunId: 'run', value: 1 },
  ]);
  const idsOf = async (traces: ExportOptions['traces']) =>
    (await linesOf(store, { traces }))
      .map(({ patch }) => (patch as Patch | undefined)?.id)
      .filter((id) => id !== undefined);
  const session = { field: 'sessionId', op: '=', value: 'shared' } as const;
  expect(await idsOf(session)).toEqual(['t1', 'on-t1', 't2', 'on-shared']);
  // Of a session that is not there as a whole, its judgement is not told either.
  expect(await idsOf({ field: 'tags', op: 'any-of', value: ['x'] })).toEqual(['t3']);
  expect(await textOf(store, { traces: session })).not.toContain('secret');
});

it('exports from a scope what is in it', async () => {
  const store = referenceStore();
  await store.traces.write([traceNamed('mine', { userId: 'ada' }), traceNamed('other', { userId: 'bob' })]);
  const scope = scopedStore(store.traces, { traces: { field: 'userId', op: '=', value: 'ada' } });
  const text = await textOf({ traces: scope });
  expect(text).toContain('"mine"');
  expect(text).not.toContain('"other"');
});

it('loses nothing that was there at the beginning while others write', async () => {
  const store = referenceStore();
  const ids = Array.from({ length: 1300 }, (_, n) => `t-${n}`);
  await store.traces.write(ids.map((id, n) => traceNamed(id, { timestamp: at + n })));
  let writes = 0;
  const busy: Store = {
    ...store,
    traces: {
      ...store.traces,
      // Between all reads, traces appear and old ones move to other times and names.
      async readTrace(id, options) {
        writes += 1;
        const moved = ids[(writes * 37) % ids.length] ?? 't-0';
        await store.traces.write([
          traceNamed(`new-${writes}`),
          { kind: 'trace', id: moved, at: at + writes, timestamp: at - writes, name: `n-${writes}` },
        ]);
        return store.traces.readTrace(id, options);
      },
    },
  };
  const copy = referenceStore();
  await importStore(copy, exportStore(busy));
  const missing: string[] = [];
  for (const id of ids) if ((await copy.traces.readTrace(id)) === null) missing.push(id);
  expect(missing).toEqual([]);
});

it('passes over a trace that is deleted before its turn', async () => {
  const store = referenceStore();
  await store.traces.write([traceNamed('a'), traceNamed('b')]);
  const racing: Store = {
    traces: {
      ...store.traces,
      async readTrace(id, options) {
        if (id === 'a') await store.traces.deleteTraces(['b']);
        return store.traces.readTrace(id, options);
      },
    },
  };
  expect(await linesOf(racing)).toMatchObject([{}, { patch: { id: 'a' } }, { end: { traces: 1 } }]);
});

it('reads a large trace in parts', async () => {
  const store = referenceStore();
  await store.traces.write(
    Array.from({ length: 450 }, (_, n) => ({
      kind: 'observation',
      id: `o-${n}`,
      traceId: 't',
      at,
      input: n,
    })),
  );
  const sizes: number[] = [];
  const counting: Store = {
    traces: {
      ...store.traces,
      readPayloads(query, options) {
        sizes.push(query.observationIds?.length ?? 0);
        return store.traces.readPayloads(query, options);
      },
    },
  };
  const copy = referenceStore();
  expect(await importStore(copy, exportStore(counting))).toMatchObject({ counts: { observations: 450 } });
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
});

/** A store with far more text than a stream holds, and how many traces were read of it. */
async function largeStore() {
  const store = referenceStore();
  const random = seededRandom(1);
  const noise = () => Array.from({ length: 2000 }, () => random().toString(36)).join('');
  await store.traces.write(Array.from({ length: 400 }, (_, n) => traceNamed(`t-${n}`, { input: noise() })));
  const reads = { count: 0 };
  const counting: Store = {
    traces: {
      ...store.traces,
      readTrace(id, options) {
        reads.count += 1;
        return store.traces.readTrace(id, options);
      },
    },
  };
  return { store: counting, reads };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

it.each(['gzip', 'none'] as const)(
  'reads the store only as fast as somebody takes the file (%s)',
  async (compression) => {
    const { store, reads } = await largeStore();
    const reader = exportStore(store, { compression }).getReader();
    await soon();
    expect(reads.count).toBe(0);
    await reader.read();
    await soon();
    const early = reads.count;
    expect(early).toBeLessThan(100);
    await reader.cancel();
    await soon();
    expect(reads.count - early).toBeLessThan(10);
  },
);

it.each(['gzip', 'none'] as const)('fails with aborted after the signal (%s)', async (compression) => {
  const { store, reads } = await largeStore();
  const controller = new AbortController();
  const reader = exportStore(store, { compression, signal: controller.signal }).getReader();
  await reader.read();
  controller.abort();
  const rest = async () => {
    while (!(await reader.read()).done);
  };
  await expect(rest()).rejects.toMatchObject({ name: 'StoreError', code: 'aborted' });
  expect(reads.count).toBeLessThan(100);
});

it('fails with what the store fails with', async () => {
  const store = referenceStore();
  const bad = exportStore(store, { traces: { field: 'nonsense', op: '=', value: 1 } });
  await expect(new Response(bad).text()).rejects.toMatchObject({ code: 'bad-query' });
  await store.traces.close();
  await expect(new Response(exportStore(store)).text()).rejects.toMatchObject({ code: 'closed' });
});

it('tells how far it is', async () => {
  const store = referenceStore();
  await store.traces.write(generateOddTraffic({ seed: 5, traces: 200 }));
  const seen: ExportProgress[] = [];
  await textOf(store, { onProgress: (progress) => seen.push(progress) });
  const last = seen.at(-1);
  expect(seen.length).toBeGreaterThan(1);
  expect(last?.traces).toBe(last?.totalTraces);
  expect(last?.observations).toBeGreaterThan(200);
});
