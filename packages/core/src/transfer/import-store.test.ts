import { expect, it } from 'vitest';
import { generateOddTraffic } from '../conformance/generate-odd-traffic.ts';
import { readEverything } from '../conformance/read-everything.ts';
import { seededRandom } from '../testing/seeded-random.ts';
import { referenceStore } from '../store/reference-store.ts';
import { exportStore } from './export-store.ts';
import { importStore } from './import-store.ts';
import type { ImportProgress } from './import-store.ts';

const at = 1_760_000_000_000;
const HEADER = { format: 'oriel-export', version: 1, exportedAt: at, source: 'here', traces: null };
const END = { end: { traces: 0, observations: 0, scores: 0, documents: 0, media: 0 } };
const trace = (id: string) => ({ patch: { kind: 'trace', id, at } });

/** Bytes as a stream, in chunks of a size. */
function streamOf(bytes: Uint8Array, size = 1000): ReadableStream<Uint8Array> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(start, (start += size)));
    },
  });
}

const textStream = (text: string) => streamOf(new TextEncoder().encode(text));

const fileOf = (...lines: unknown[]) =>
  textStream(lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));

async function trafficFile(compression: 'gzip' | 'none') {
  const store = referenceStore();
  await store.traces.write(generateOddTraffic({ seed: 11, traces: 120 }));
  const bytes = new Uint8Array(await new Response(exportStore(store, { compression })).arrayBuffer());
  return { store, bytes };
}

it.each([
  ['gzip', 1],
  ['gzip', 7],
  ['none', 1],
  ['none', 1_000_000],
] as const)('reads a file (%s) in chunks of %d bytes', async (compression, size) => {
  const { store, bytes } = await trafficFile(compression);
  const copy = referenceStore();
  const report = await importStore(copy, streamOf(bytes, size));
  expect(report).toMatchObject({ source: null, rejected: [], counts: { traces: 120 } });
  expect(await readEverything(copy.traces)).toEqual(await readEverything(store.traces));
});

const BAD_LINES: readonly (readonly [string, unknown, RegExp])[] = [
  ['half a line', '{"patch":{"kind":"tr', /not JSON/],
  ['something else', { hello: 1 }, /none of patch/],
  ['a list', '[1]', /none of patch/],
  ['a patch of no kind', { patch: { kind: 'span', id: 'x', at } }, /its kind is "span"/],
  ['a patch without an id', { patch: { kind: 'trace', at } }, /its id is/],
  ['a patch without a time', { patch: { kind: 'trace', id: 'x' } }, /event time/],
  [
    'tags that are no list',
    { patch: { kind: 'trace', id: 'x', at, tags: 5 } },
    /its tags is not a list of texts/,
  ],
  [
    'a level there is not',
    { patch: { kind: 'observation', id: 'x', traceId: 'x', at, level: 'BAD' } },
    /its level/,
  ],
  [
    'usage that is no number',
    { patch: { kind: 'observation', id: 'x', traceId: 'x', at, usage: { a: '1' } } },
    /usage/,
  ],
  [
    'tools without names',
    { patch: { kind: 'observation', id: 'x', traceId: 'x', at, tools: [{}] } },
    /its tools/,
  ],
  [
    'a pricing of nothing',
    { patch: { kind: 'observation', id: 'x', traceId: 'x', at, provenance: { pricing: {} } } },
    /provenance/,
  ],
  ['a score of a list', { patch: { kind: 'score', id: 'x', at, value: [1] } }, /its value/],
  ['a number too large', '{"patch":{"kind":"trace","id":"x","at":1,"input":1e999}}', /too large/],
  [
    'a value too deep',
    `{"patch":{"kind":"trace","id":"x","at":1,"input":${'['.repeat(9e4)}${']'.repeat(9e4)}}}`,
    /deeper/,
  ],
  [
    'a document without a body',
    { document: { kind: 'prompt', name: 'x', version: 1, labels: [], createdAt: at } },
    /lacks/,
  ],
  ['media without a length', { media: { id: 'x', contentType: 'image/png' } }, /lacks/],
];

it.each(BAD_LINES)('reports %s with its line and keeps all others', async (_, line, reason) => {
  const copy = referenceStore();
  const report = await importStore(copy, fileOf(HEADER, trace('a'), line, '', trace('b'), END));
  expect(report.rejected).toEqual([{ line: 3, reason: expect.stringMatching(reason) as string }]);
  expect(report).toMatchObject({ exportedAt: at, source: 'here', counts: { traces: 2 } });
  expect((await copy.traces.listTraces()).items).toHaveLength(2);
});

it('reports a line that is not UTF-8 instead of keeping other letters', async () => {
  const text = [HEADER, { patch: { kind: 'trace', id: 'a', at, name: 'é' } }, trace('b'), END];
  const bytes = new TextEncoder().encode(text.map((line) => `${JSON.stringify(line)}\n`).join(''));
  bytes[bytes.indexOf(0xc3)] = 0xff;
  const report = await importStore(referenceStore(), streamOf(bytes));
  expect(report.rejected).toMatchObject([{ line: 2 }]);
});

const HELLO = { id: '3_1gIbsr1bCvZ2KQgJ7DpT', contentType: 'text/plain', contentLength: 13 };
const bytesOf = (text: string) => ({ bytes: btoa(text) });

it.each([
  ['that is cut off', [{ media: HELLO }, bytesOf('Hello, ')], /13 bytes and 7 came/],
  ['with other bytes', [{ media: HELLO }, bytesOf('Hello, Moon!!')], /not those of 3_1g/],
  ['with too many bytes', [{ media: HELLO }, bytesOf('Hello, World! again')], /13 bytes and 19 came/],
  ['in no base64', [{ media: HELLO }, { bytes: 'SGVs*G8=' }, bytesOf('World!!!')], /not base64/],
  ['without a beginning', [bytesOf('Hello, '), bytesOf('World!')], /belong to no media/],
])('reports media %s', async (_, lines, reason) => {
  const copy = referenceStore();
  const report = await importStore(copy, fileOf(HEADER, ...lines, trace('b'), END));
  expect(report.rejected).toEqual([{ line: 2, reason: expect.stringMatching(reason) as string }]);
  expect(report.counts).toMatchObject({ media: 0, traces: 1 });
  expect(await copy.media.read(HELLO.id)).toBeNull();
});

it('reports media and documents for which a store has no place', async () => {
  const document = { kind: 'prompt', name: 'p', version: 1, body: 1, labels: [], createdAt: at };
  const lines = [HEADER, { media: HELLO }, bytesOf('Hello, World!'), { document }, trace('a'), END];
  const { traces, media } = referenceStore();
  expect(await importStore({ traces }, fileOf(...lines))).toMatchObject({
    counts: { traces: 1, media: 0, documents: 0 },
    rejected: [{ line: 2 }, { line: 4 }],
  });
  const small = { ...media, capabilities: { maxBytes: 5 } };
  expect((await importStore({ traces, media: small }, fileOf(...lines))).rejected[0]).toEqual({
    line: 2,
    reason: 'The media has 13 bytes and at most 5 are taken.',
  });
});

it('brings documents back exactly, with every version, label and time', async () => {
  const store = referenceStore();
  const prompt = { kind: 'prompt', name: 'p' } as const;
  await store.documents.write({ ...prompt, body: { text: 'a' }, labels: ['old'], createdAt: at });
  await store.documents.write({ ...prompt, body: null, createdAt: at + 0.5 });
  await store.documents.write({ ...prompt, body: ['c'], labels: ['production', 'old'] });
  await store.documents.setLabel({ ...prompt, version: 2, label: 'production' });
  const copy = referenceStore();
  for (let times = 0; times < 2; times += 1) {
    expect(await importStore(copy, exportStore(store))).toMatchObject({
      counts: { documents: 3 },
      rejected: [],
    });
    expect(await copy.documents.listVersions(prompt)).toEqual(await store.documents.listVersions(prompt));
  }
  expect((await copy.documents.read({ ...prompt, version: 1 }))?.createdAt).toBe(at);
});

it('adds documents, and never replaces or renumbers one', async () => {
  const store = referenceStore();
  const prompt = { kind: 'prompt', name: 'p' } as const;
  await store.documents.write({ ...prompt, body: 'one', labels: ['production'] });
  await store.documents.write({ ...prompt, body: 'mine' });
  const version = (number: number, body: string, labels: string[] = []) => ({
    document: { ...prompt, version: number, body, labels, createdAt: at },
  });
  const gap = { document: { kind: 'prompt', name: 'q', version: 2, body: 1, labels: [], createdAt: at } };
  const report = await importStore(
    store,
    fileOf(
      HEADER,
      version(1, 'one', ['old']),
      version(2, 'theirs'),
      version(3, 'three', ['production']),
      gap,
      END,
    ),
  );
  expect(report.rejected).toMatchObject([{ line: 3 }, { line: 5 }]);
  expect(report.counts.documents).toBe(2);
  expect(await store.documents.listVersions(prompt)).toMatchObject([
    { version: 3, body: 'three', labels: ['latest'] },
    { version: 2, body: 'mine' },
    { version: 1, labels: ['old', 'production'] },
  ]);
});

it.each(['gzip', 'none'] as const)(
  'keeps the beginning of a file that was cut off (%s)',
  async (compression) => {
    const { bytes } = await trafficFile(compression);
    const random = seededRandom(3);
    for (let n = 0; n < 20; n += 1) {
      const length = Math.floor((0.2 + 0.8 * random()) * (bytes.length - 2));
      const copy = referenceStore();
      const report = await importStore(copy, streamOf(bytes.subarray(0, length)));
      expect(report.rejected).toHaveLength(compression === 'gzip' ? 1 : report.rejected.length);
      expect(report.rejected.at(-1)?.reason).toMatch(/cut off|without its last line/);
      expect((await copy.traces.listTraces({ limit: 200 })).items.length).toBeGreaterThanOrEqual(
        report.counts.traces,
      );
    }
    const most = await importStore(referenceStore(), streamOf(bytes.subarray(0, bytes.length - 2)));
    expect(most.counts.observations).toBeGreaterThan(100);
  },
);

it('reports flipped bytes of a packed file', async () => {
  const { bytes } = await trafficFile('gzip');
  const place = Math.floor(bytes.length / 2);
  bytes[place] = (bytes[place] ?? 0) ^ 0xff;
  const { rejected } = await importStore(referenceStore(), streamOf(bytes));
  expect(rejected.at(-1)?.reason).toMatch(/damaged or cut off/);
});

it.each([
  ['an OTLP export', '{"resourceSpans":[]}'],
  ['text', 'hello\nworld\n'],
  ['nothing', ''],
  ['a list of lines without the first', JSON.stringify(trace('a'))],
])('refuses %s', async (_, text) => {
  const copy = referenceStore();
  await expect(importStore(copy, textStream(text))).rejects.toMatchObject({
    name: 'TransferError',
    code: 'not-an-export',
  });
  expect((await copy.traces.listTraces()).items).toEqual([]);
});

it('refuses bytes that are no text, and gzip of something else', async () => {
  const noise = Uint8Array.from({ length: 3000 }, (_, n) => (n * 7919) % 256);
  await expect(importStore(referenceStore(), streamOf(noise))).rejects.toMatchObject({
    code: 'not-an-export',
  });
  const packed = textStream('{"batch":[]}').pipeThrough(
    new CompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array>,
  );
  await expect(importStore(referenceStore(), packed)).rejects.toMatchObject({ code: 'not-an-export' });
  const half = new Uint8Array([0x1f, 0x8b, 8]);
  await expect(importStore(referenceStore(), streamOf(half))).rejects.toMatchObject({
    code: 'not-an-export',
  });
});

it('refuses a file of a newer version', async () => {
  const file = fileOf({ ...HEADER, version: 3 }, trace('a'), END);
  await expect(importStore(referenceStore(), file)).rejects.toMatchObject({
    code: 'unsupported-version',
    message: expect.stringContaining('version 3') as string,
  });
});

it('stops when its signal does, also while the file does not come', async () => {
  const { bytes } = await trafficFile('gzip');
  const aborted = { signal: AbortSignal.abort() };
  await expect(importStore(referenceStore(), streamOf(bytes), aborted)).rejects.toMatchObject({
    code: 'aborted',
  });

  for (const sent of [bytes.subarray(0, 800), bytes.subarray(0, 1), new Uint8Array()]) {
    const controller = new AbortController();
    let isCancelled = false;
    const stalled = new ReadableStream<Uint8Array>({
      start: (target) => (sent.length > 0 ? target.enqueue(sent) : undefined),
      cancel: () => void (isCancelled = true),
    });
    const importing = importStore(referenceStore(), stalled, { signal: controller.signal });
    setTimeout(() => controller.abort(), 10);
    await expect(importing).rejects.toMatchObject({ code: 'aborted' });
    expect(isCancelled).toBe(true);
  }
});

it('fails with what the file or the store fails with', async () => {
  const { bytes } = await trafficFile('gzip');
  const torn = (rest: Uint8Array) =>
    new ReadableStream<Uint8Array>({
      start: (target) => target.enqueue(rest),
      pull: () => Promise.reject(new TypeError('network lost')),
    });
  await expect(importStore(referenceStore(), torn(bytes.subarray(0, 900)))).rejects.toThrow('network lost');
  const store = referenceStore();
  await store.traces.close();
  await expect(importStore(store, streamOf(bytes))).rejects.toMatchObject({ code: 'closed' });
});

it('keeps to the batches a store takes, and tells how far it is', async () => {
  const { bytes } = await trafficFile('gzip');
  const { traces } = referenceStore();
  const sizes: number[] = [];
  const small = {
    ...traces,
    capabilities: { ...traces.capabilities, maxBatch: 50 },
    write: (...[patches, options]: Parameters<typeof traces.write>) => {
      sizes.push(patches.length);
      return traces.write(patches, options);
    },
  };
  const seen: ImportProgress[] = [];
  const { counts } = await importStore({ traces: small }, streamOf(bytes), {
    onProgress: (progress) => seen.push(progress),
  });
  expect(Math.max(...sizes)).toBe(50);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.at(-1)).toEqual({ ...counts, bytes: bytes.length });
});
