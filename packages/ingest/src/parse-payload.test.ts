import { readFileSync } from 'node:fs';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { IngestError } from './ingest-error.ts';
import { parsePayload } from './parse-payload.ts';
import type { RawPayload } from './parse-payload.ts';

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function recorded(path: string): Uint8Array {
  return Uint8Array.from(readFileSync(new URL(`../fixtures/${path}`, import.meta.url)));
}

const PROTOBUF = recorded('otlp-transport/retried-batch/002.bin');
const PACKED_PROTOBUF = recorded('otlp-transport/gzip-proto/001.bin');
const PACKED_JSON = recorded('otlp-transport/gzip-json/001.bin');
const JSON_TRACES = recorded('otlp-transport/exported-twice/001.json');

const observationsIn = ({ patches }: Awaited<ReturnType<typeof parsePayload>>) =>
  patches.filter((patch) => patch.kind === 'observation').length;

describe('a body that holds nothing readable is answered with the reason', () => {
  it.each<[what: string, payload: RawPayload, reason: RegExp]>([
    ['empty', { body: bytes('') }, /is empty/],
    ['packed emptiness', { body: gzipSync('') }, /unpacks to nothing/],
    ['garbage', { body: bytes('\u0000\u0001hello') }, /neither JSON nor an OTLP protobuf/],
    ['random text', { body: bytes('hello there') }, /neither JSON nor an OTLP protobuf/],
    [
      'garbage declared as protobuf',
      { body: bytes('hello'), contentType: 'application/x-protobuf' },
      /declared as/,
    ],
    ['HTML', { body: bytes('<!doctype html><p>502 Bad Gateway'), contentType: 'application/json' }, /HTML/],
    ['cut gzip of JSON', { body: PACKED_JSON.subarray(0, 400) }, /gzip body is damaged or cut off after \d+/],
    ['gzip of garbage', { body: gzipSync('hello there') }, /neither JSON/],
    ['a damaged gzip header', { body: Uint8Array.of(0x1f, 0x8b, 0xff, 0xff, 0xff) }, /gzip body is damaged/],
    ['invalid JSON', { body: bytes('{"batch": [\n  {,}\n]}') }, /byte 15 \(line 2\)/],
    ['cut JSON', { body: JSON_TRACES.subarray(0, 1000) }, /byte \d+ \(line 1\) the text ends/],
    ['other JSON', { body: bytes('{"hello": "world"}') }, /neither a Langfuse batch/],
    ['a JSON list', { body: bytes('[1, 2]') }, /neither a Langfuse batch/],
    ['a JSON batch that is no list', { body: bytes('{"batch": {}}') }, /neither a Langfuse batch/],
  ])('%s', async (_, payload, reason) => {
    expect(await parsePayload(payload)).toEqual({
      patches: [],
      media: [],
      rejected: [{ where: 'body', reason: expect.stringMatching(reason) }],
      ignored: null,
    });
  });

  it('for 50 MB of opening brackets', async () => {
    const body = new Uint8Array(50_000_000).fill('['.charCodeAt(0));

    const { rejected } = await parsePayload({ body });

    expect(rejected).toEqual([{ where: 'body', reason: expect.stringContaining('500 levels') }]);
  });

  it('when it is longer than the limit', async () => {
    const { rejected } = await parsePayload({ body: JSON_TRACES }, { maxBytes: 1000 });

    expect(rejected).toMatchObject([{ where: 'body', reason: expect.stringContaining('maxBytes') }]);
  });

  it('when it unpacks to more than the limit', async () => {
    const { rejected } = await parsePayload(
      { body: gzipSync(Buffer.alloc(5_000_000)) },
      { maxBytes: 1_000_000 },
    );

    expect(rejected).toMatchObject([{ where: 'body', reason: expect.stringContaining('1000000 bytes') }]);
  });
});

describe('what is whole of a body that is cut off is kept', () => {
  it('of protobuf', async () => {
    const parsed = await parsePayload({
      body: PROTOBUF.subarray(0, 1200),
      contentType: 'application/x-protobuf',
    });

    expect(observationsIn(parsed)).toBeGreaterThan(0);
    expect(parsed.rejected).toEqual([
      {
        where: 'body',
        reason: expect.stringMatching(/ends inside resourceSpans\[0\].scopeSpans\[0\].spans\[\d\]/),
      },
    ]);
  });

  it('of packed protobuf', async () => {
    const parsed = await parsePayload({ body: PACKED_PROTOBUF.subarray(0, -150), contentEncoding: 'gzip' });

    expect(observationsIn(parsed)).toBeGreaterThan(0);
    expect(parsed.rejected).toEqual([
      { where: 'body', reason: expect.stringContaining('gzip body is damaged') },
    ]);
  });

  it('without a fault when only the checksum is missing after JSON', async () => {
    const parsed = await parsePayload({ body: PACKED_JSON.subarray(0, -4) });

    expect(observationsIn(parsed)).toBe(6);
    expect(parsed.rejected).toEqual([]);
  });
});

describe('a body is what its bytes are, whatever was declared', () => {
  it.each<[what: string, payload: RawPayload]>([
    ['protobuf declared as JSON', { body: PROTOBUF, contentType: 'application/json' }],
    ['JSON declared as protobuf', { body: JSON_TRACES, contentType: 'application/x-protobuf' }],
    ['JSON declared as packed', { body: JSON_TRACES, contentEncoding: 'gzip' }],
    ['packed JSON not declared', { body: PACKED_JSON }],
    ['packed protobuf declared as JSON', { body: PACKED_PROTOBUF, contentType: 'application/json' }],
    ['JSON packed with deflate', { body: deflateSync(JSON_TRACES), contentEncoding: 'deflate' }],
    [
      'JSON behind a byte order mark and a line break',
      { body: bytes(`\uFEFF\n${Buffer.from(JSON_TRACES).toString()}`) },
    ],
  ])('%s', async (_, payload) => {
    const parsed = await parsePayload(payload);

    expect(observationsIn(parsed)).toBe(6);
    expect(parsed.rejected).toEqual([]);
  });
});

it.each([
  ['GET', '/api/public/projects'],
  ['GET', '/api/public/v2/prompts/travel-system'],
  ['POST', '/api/public/v2/prompts'],
  ['POST', '/api/public/v2/datasets'],
  ['POST', '/api/public/dataset-items'],
  ['POST', '/api/public/dataset-run-items'],
  ['PATCH', '/api/public/media/6jopUGngP4kLvKu7NWWfvd'],
  ['POST', '/v1/metrics?x=1'],
])('passes over %s %s with a reason, which is no fault', async (method, path) => {
  const parsed = await parsePayload({ body: bytes('{}'), method, path });

  expect(parsed).toEqual({ patches: [], media: [], rejected: [], ignored: expect.stringMatching(/\.$/) });
});

it.each([
  ['an export', Uint8Array.of(0x0a, 0x00)],
  ['an export in JSON', new TextEncoder().encode('{"resourceSpans":[{"scopeSpans":null}]}')],
  ['a batch', new TextEncoder().encode('{"batch":[]}')],
])('passes over %s without items', async (_, body) => {
  expect((await parsePayload({ body })).ignored).toContain('no items');
});

it('announces media that a client is about to upload', async () => {
  const { media } = await parsePayload({
    body: recorded('langfuse-js-v3/media/001.json'),
    method: 'POST',
    path: '/api/public/media',
  });

  expect(media).toEqual([
    {
      id: 'ToemcVbqMZ8tWkd7cWMdwo',
      contentType: 'application/pdf',
      contentLength: 591,
      sha256: 'ToemcVbqMZ8tWkd7cWMdwo1Bup1ZjhcOvUNO9MJsdaQ=',
    },
  ]);
});

it('names uploaded bytes by their content', async () => {
  const body = recorded('langfuse-js-v3/media/007.bin');
  const { media } = await parsePayload({
    body,
    method: 'PUT',
    path: '/upload/any',
    contentType: 'image/png',
  });

  expect(media).toMatchObject([
    { id: '6jopUGngP4kLvKu7NWWfvd', contentType: 'image/png', contentLength: 2345 },
  ]);
});

it.each(['not an object', 7, null, { contentType: 'image/png', contentLength: 3 }])(
  'rejects %j as an announcement of media',
  async (value) => {
    const body = bytes(JSON.stringify(value));
    const { rejected } = await parsePayload({ body, method: 'POST', path: '/api/public/media' });

    expect(rejected).toMatchObject([{ where: 'body', reason: expect.stringContaining('sha256Hash') }]);
  },
);

it('gives spans without times the time they arrived', async () => {
  const span = { traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) };
  const body = bytes(JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }));

  const { patches } = await parsePayload({ body }, { now: () => 1000 });

  expect(patches).toMatchObject([{ kind: 'observation', at: 1000, startTime: 1000 }]);
});

it.each([0, -1, Number.NaN])('throws for the limit %d, which is a mistake in the call', async (maxBytes) => {
  const error = await parsePayload({ body: bytes('{}') }, { maxBytes }).catch((thrown: unknown) => thrown);

  expect(IngestError.is(error)).toBe(true);
  expect(error).toMatchObject({ code: 'bad-option', retryable: false });
});
