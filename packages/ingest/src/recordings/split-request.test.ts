import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parsePayload } from '../parse-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import { readRecording } from './read-recording.ts';
import { splitRequest } from './split-request.ts';

const encoder = new TextEncoder();

function request(path: string, body: unknown, changes: Partial<RawPayload> = {}): RawPayload {
  const json = encoder.encode(JSON.stringify(body));
  return {
    method: 'POST',
    path,
    contentType: 'application/json',
    contentEncoding: null,
    body: json,
    ...changes,
  };
}

function bodies(requests: readonly RawPayload[]): unknown[] {
  return requests.map(({ body }) => JSON.parse(new TextDecoder().decode(body)));
}

it('makes one request of each event of a batch, and keeps what stands beside the batch', () => {
  const parts = splitRequest(
    request('/api/public/ingestion', { batch: [{ id: 'a' }, { id: 'b' }], metadata: { batch_size: 2 } }),
  );

  expect(bodies(parts)).toEqual([
    { batch: [{ id: 'a' }], metadata: { batch_size: 2 } },
    { batch: [{ id: 'b' }], metadata: { batch_size: 2 } },
  ]);
});

it('makes one request of each span in JSON, each with its resource and scope', () => {
  const group = (resource: string, scope: string, ...spans: number[]) => ({
    resource,
    scopeSpans: [{ scope, spans }],
  });
  const parts = splitRequest(
    request('/v1/traces', {
      resourceSpans: [
        {
          resource: 'web',
          scopeSpans: [
            { scope: 'a', spans: [1, 2] },
            { scope: 'b', spans: [3] },
          ],
        },
        { resource: 'brain', scopeSpans: [{ scope: 'c', spans: [4] }] },
      ],
    }),
  );

  expect(bodies(parts)).toEqual([
    { resourceSpans: [group('web', 'a', 1)] },
    { resourceSpans: [group('web', 'a', 2)] },
    { resourceSpans: [group('web', 'b', 3)] },
    { resourceSpans: [group('brain', 'c', 4)] },
  ]);
});

it('makes one request of each log record', () => {
  const resourceLogs = [{ resource: 'web', scopeLogs: [{ scope: 'a', logRecords: [1, 2] }] }];

  expect(bodies(splitRequest(request('/v1/logs', { resourceLogs })))).toEqual([
    { resourceLogs: [{ resource: 'web', scopeLogs: [{ scope: 'a', logRecords: [1] }] }] },
    { resourceLogs: [{ resource: 'web', scopeLogs: [{ scope: 'a', logRecords: [2] }] }] },
  ]);
});

/** A field of protobuf: its number, and text or fields within. */
function field(number: number, ...content: readonly (string | readonly number[])[]): number[] {
  const bytes = content.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : [...part]));
  const length =
    bytes.length < 128 ? [bytes.length] : [(bytes.length % 128) | 128, Math.floor(bytes.length / 128)];
  return [number * 8 + 2, ...length, ...bytes];
}

const protobuf = { contentType: 'application/x-protobuf' };

it('cuts one request of each span out of protobuf, each with its resource, scope and schema', () => {
  const long = 'long '.repeat(100);
  const resource = field(1, 'web');
  const scope = field(1, 'sdk');
  const schema = field(3, 'https://schema');
  const spans = [
    ...field(
      1,
      resource,
      field(2, scope, field(2, long), field(2, 'second'), schema),
      field(2, field(2, 'third')),
    ),
    ...field(1, field(2, field(2, 'fourth'))),
  ];
  const parts = splitRequest(request('/v1/traces', null, { ...protobuf, body: Uint8Array.from(spans) }));

  // What is not repeated comes first, which protobuf allows.
  expect(parts.map(({ body }) => [...body])).toEqual([
    field(1, resource, field(2, scope, schema, field(2, long))),
    field(1, resource, field(2, scope, schema, field(2, 'second'))),
    field(1, resource, field(2, field(2, 'third'))),
    field(1, field(2, field(2, 'fourth'))),
  ]);
});

it('unpacks first, and says that the parts are not packed', () => {
  const body = gzipSync(JSON.stringify({ batch: [1, 2] }));
  const parts = splitRequest(request('/api/public/ingestion', null, { body, contentEncoding: 'gzip' }));

  expect(bodies(parts)).toEqual([{ batch: [1] }, { batch: [2] }]);
  expect(parts.map(({ contentEncoding }) => contentEncoding)).toEqual([null, null]);
});

it('leaves uploads and requests about other things whole', () => {
  const upload = request('/api/public/media/x', null, { method: 'PUT' });
  const prompt = request('/api/public/v2/prompts', { name: 'p' });

  expect(splitRequest(upload)).toEqual([upload]);
  expect(splitRequest(prompt)).toEqual([prompt]);
});

it.each(['gzip-proto', 'gzip-json'])(
  'cuts the recorded %s into one request for each of its spans',
  async (name) => {
    const folder = fileURLToPath(new URL(`../../fixtures/otlp-transport/${name}`, import.meta.url));
    const { requests } = await readRecording(folder);
    const spansOf = async (part: RawPayload) => {
      const { patches, rejected } = await parsePayload(part);
      expect(rejected).toEqual([]);
      return patches.flatMap((patch) => (patch.kind === 'observation' ? [patch.id] : []));
    };
    const whole = await Promise.all(requests.map(spansOf));
    const parts = await Promise.all(requests.flatMap(splitRequest).map(spansOf));

    expect(whole.flat().length).toBeGreaterThan(2);
    expect(parts).toEqual(whole.flat().map((id) => [id]));
  },
);
