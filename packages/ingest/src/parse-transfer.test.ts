import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { referenceStore } from '@oriel/core';
import type { Patch } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { exportStore, importStore } from '@oriel/core/transfer';
import { parsePayload } from './parse-payload.ts';
import { createPipeline } from './pipeline/create-pipeline.ts';

const at = 1_760_000_000_000;

async function exported(patches: readonly Patch[], compression: 'gzip' | 'none' = 'gzip') {
  const store = referenceStore();
  const picture = await store.media.write({ contentType: 'image/png', bytes: new Uint8Array([1, 2, 3]) });
  const output = `@@@langfuseMedia:type=image/png|id=${picture.id}|source=bytes@@@`;
  await store.documents.write({ kind: 'prompt', name: 'p', body: 1 });
  await store.traces.write([...patches, { kind: 'trace', id: 'with-picture', at, output }]);
  const body = new Uint8Array(await new Response(exportStore(store, { compression })).arrayBuffer());
  return { store, picture, body };
}

it.each(['gzip', 'none'] as const)(
  'takes an exported file in as it takes requests (%s)',
  async (compression) => {
    const traffic = [...generateTraffic({ days: 1, tracesPerDay: 20 })].flat();
    const { body, picture } = await exported(traffic, compression);
    const imported = referenceStore();
    await importStore(imported, new Blob([body]).stream());
    const ingested = referenceStore();
    const report = await createPipeline({ store: ingested }).ingest({ body });

    expect(report.counts).toMatchObject({ traces: 21, media: 1 });
    expect(report.rejected).toEqual([
      { where: 'documents', reason: expect.stringMatching(/^1 versions of documents/) as string },
    ]);
    expect(await ingested.media.read(picture.id)).toEqual(await imported.media.read(picture.id));
    const { items } = await imported.traces.listTraces();
    expect((await ingested.traces.listTraces()).items).toEqual(items);
    for (const { id } of items) {
      const structure = await imported.traces.readTrace(id);
      expect(await ingested.traces.readTrace(id)).toEqual(structure);
      const query = { traceId: id, observationIds: structure?.observations.map((item) => item.id) };
      expect(await ingested.traces.readPayloads(query)).toEqual(await imported.traces.readPayloads(query));
    }
  },
);

it('lists bad lines and keeps the others', async () => {
  const { body } = await exported([{ kind: 'trace', id: 't', at }], 'none');
  const [header, ...lines] = new TextDecoder().decode(body).split('\n');
  const text = [header, '{"patch":{"kind":"trace","id":"x","at":1,"tags":3}}', 'oops', ...lines].join('\n');
  const { patches, rejected } = await parsePayload({ body: new TextEncoder().encode(text) });
  expect(patches.map(({ id }) => id)).toEqual(['t', 'with-picture']);
  expect(rejected.map(({ where }) => where)).toEqual(['line 2', 'line 3', 'documents']);
});

it('keeps the beginning of a file that was cut off', async () => {
  const { body } = await exported([...generateTraffic({ days: 1, tracesPerDay: 30 })].flat());
  const { patches, rejected } = await parsePayload({ body: body.subarray(0, body.length - 3000) });
  expect(patches.length).toBeGreaterThan(50);
  expect(rejected).toMatchObject([{ reason: expect.stringMatching(/cut off/) as string }]);
});

it('refuses a file of a newer version with a reason', async () => {
  const body = gzipSync('{"format":"oriel-export","version":9,"exportedAt":1,"source":null,"traces":null}\n');
  const { patches, rejected } = await parsePayload({ body });
  expect(patches).toEqual([]);
  expect(rejected).toEqual([{ where: 'body', reason: expect.stringMatching(/version 9/) as string }]);
});

it('says of an empty export that it is fine', async () => {
  const body = new Uint8Array(await new Response(exportStore(referenceStore())).arrayBuffer());
  expect(await parsePayload({ body })).toMatchObject({
    rejected: [],
    ignored: expect.stringMatching(/fine/) as string,
  });
});
