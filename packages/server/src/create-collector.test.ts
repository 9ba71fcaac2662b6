import { describe, expect, it } from 'vitest';
import { StoreError, referenceStore } from '@oriel/core';
import type { Store } from '@oriel/core';
import { createCollector } from './create-collector.ts';
import { openAccess } from './auth/access.ts';
import { BEARER, ORIGIN, testCollector } from './testing/test-collector.ts';

const TIME = '2026-01-31T12:00:00.000Z';

const event = (id: string, type: string, body: unknown, timestamp = TIME) => ({ id, type, timestamp, body });
const trace = (id: string) => event(`event-of-${id}`, 'trace-create', { id, name: 'turn' });
const score = (id: string, value: unknown) =>
  event(`event-of-${id}`, 'score-create', { id, traceId: 't', name: 'helpful', value, dataType: 'NUMERIC' });

/** A store whose every call on traces fails. */
function brokenStore(code: 'unavailable' | 'storage-full'): Store {
  const fail = () => Promise.reject(new StoreError(code, 'The disk /secret/path is gone.'));
  const { traces, ...rest } = referenceStore();
  return { ...rest, traces: { ...traces, write: fail, listTraces: fail } };
}

const quick = { retry: { attempts: 1 } };

describe('health', () => {
  it('needs no key', async () => {
    const response = await testCollector().send('GET', '/api/public/health', undefined, {
      authorization: '',
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'OK', version: '0.0.0' });
  });

  it('tells when the store cannot be asked', async () => {
    const { send } = testCollector({ store: brokenStore('unavailable') });
    const response = await send('GET', '/api/public/health');
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: 'UNAVAILABLE' });
  });
});

describe('a batch of events', () => {
  it('is answered event by event, and good ones are kept beside bad ones', async () => {
    const { ask, store } = testCollector();
    const answer = await ask('POST', '/api/public/ingestion', {
      batch: [
        trace('t'),
        score('s', 'five'),
        event('log', 'sdk-log', { log: 'hello' }),
        { type: 'trace-create' },
      ],
    });
    expect(answer).toEqual({
      successes: [{ id: 'event-of-t', status: 201 }],
      errors: [
        {
          id: 'event-of-s',
          status: 400,
          message: 'Invalid request data',
          error: expect.stringContaining('`body.value`') as string,
        },
        { id: 'unknown', status: 400, message: 'Invalid request data', error: expect.any(String) as string },
      ],
    });
    expect(await store.traces.readTrace('t')).toMatchObject({ trace: { name: 'turn' } });
  });

  it('is answered when it is empty', async () => {
    const response = await testCollector().send('POST', '/api/public/ingestion', { batch: [] });
    expect(response.status).toBe(207);
    expect(await response.json()).toEqual({ successes: [], errors: [] });
  });

  it.each([
    ['no JSON', '{"batch": ['],
    ['no batch', { events: [] }],
  ])('is refused when it is %s', async (_, body) => {
    const response = await testCollector().send('POST', '/api/public/ingestion', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ message: expect.any(String) as string });
  });

  it('may hold nothing but scores when a page sends it', async () => {
    const { send, store } = testCollector();
    const batch = [trace('t'), score('s', 5)];
    const response = await send('POST', '/api/public/ingestion', { batch }, { authorization: BEARER });
    expect(await response.json()).toEqual({
      successes: [{ id: 'event-of-s', status: 201 }],
      errors: [
        {
          id: 'event-of-t',
          status: 401,
          message: 'Authentication error',
          error: expect.stringContaining('Access Scope Denied') as string,
        },
      ],
    });
    expect(await store.traces.listScores()).toMatchObject({ items: [{ id: 's', value: 5 }] });
    expect((await store.traces.readTrace('t'))?.trace.name).toBeNull();
  });
});

describe('a score that names a config', () => {
  const config = { name: 'tone', dataType: 'NUMERIC', minValue: 1, maxValue: 5 };
  const judged = (body: object) => ({ traceId: 't', name: 'tone', value: 3, configId: 'tone', ...body });

  it.each([
    ['what the config allows', {}, 200, ''],
    ['a value beyond it', { value: 6 }, 400, 'the value is too large'],
    ['another name', { name: 'mood' }, 400, 'its name is'],
    ['another type', { value: 1, dataType: 'BOOLEAN' }, 400, 'its data type is NUMERIC'],
    ['a config that there is not', { configId: 'none' }, 400, 'there is no such config'],
  ])('with %s is answered at once', async (_, body, status, reason) => {
    const { send, store } = testCollector();
    await store.documents?.write({ kind: 'score-config', name: 'tone', body: config });
    const response = await send('POST', '/api/public/scores', judged(body));
    expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(reason)]);
    const batch = [event('e', 'score-create', judged(body))];
    const answer = await send('POST', '/api/public/ingestion', { batch }, { authorization: BEARER });
    const text = await answer.text();
    expect(text.includes('"status":201')).toBe(status === 200);
    // Who may not read learns nothing of configs.
    expect(text).not.toMatch(/no such config|too large|its name/);
  });
});

describe('an export of OpenTelemetry', () => {
  const span = (spanId: string) => ({
    traceId: 'ab'.repeat(16),
    spanId,
    name: 'work',
    startTimeUnixNano: '1738324800000000000',
    endTimeUnixNano: '1738324801000000000',
  });
  const spans = (...list: unknown[]) => ({ resourceSpans: [{ scopeSpans: [{ spans: list }] }] });

  it.each(['/v1/traces', '/api/public/otel/v1/traces'])('is kept when it is sent to %s', async (path) => {
    const { send, store } = testCollector();
    const response = await send('POST', path, spans(span('cd'.repeat(8))));
    expect(await response.json()).toEqual({});
    expect(await store.traces.readTrace('ab'.repeat(16))).toMatchObject({ observations: [{ name: 'work' }] });
  });

  it('says how many spans were not kept, and keeps the others', async () => {
    const { ask, store } = testCollector();
    const answer = await ask('POST', '/v1/traces', spans(span('cd'.repeat(8)), { name: 'nobody' }));
    expect(answer).toEqual({
      partialSuccess: { rejectedSpans: '1', errorMessage: expect.stringContaining('spans[1]') as string },
    });
    expect((await store.traces.listTraces()).items).toHaveLength(1);
  });

  it('is answered in protobuf when it came so', async () => {
    const response = await testCollector().send('POST', '/v1/traces', 'garbage', {
      'content-type': 'application/x-protobuf',
    });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/x-protobuf');
    // Field 2, of a google.rpc.Status: its message.
    expect(new Uint8Array(await response.arrayBuffer())[0]).toBe(0x12);
  });

  it('says in protobuf, too, how many were not kept', async () => {
    const { send } = testCollector();
    // ExportTraceServiceRequest › ResourceSpans › ScopeSpans › Span with a name and no ids.
    const request = Uint8Array.of(0x0a, 0x07, 0x12, 0x05, 0x12, 0x03, 0x2a, 0x01, 0x78);
    const response = await send('POST', '/v1/traces', request, { 'content-type': 'application/x-protobuf' });
    expect(response.status).toBe(200);
    const [tag, length, rejectedTag, rejected, messageTag] = new Uint8Array(await response.arrayBuffer());
    expect([tag, rejectedTag, rejected, messageTag]).toEqual([0x0a, 0x08, 1, 0x12]);
    expect(length).toBeGreaterThan(20);
  });

  it('of metrics is taken and passed over', async () => {
    const { ask, store } = testCollector();
    expect(await ask('POST', '/v1/metrics', { resourceMetrics: [] })).toEqual({});
    expect((await store.traces.listTraces()).items).toEqual([]);
  });
});

it('is not well while it has no room for what is sent, and well again once it has', async () => {
  const { traces, ...rest } = referenceStore();
  let isFull = true;
  const write: typeof traces.write = (patches, options) =>
    isFull ? Promise.reject(new StoreError('storage-full', 'Full.')) : traces.write(patches, options);
  const { send } = testCollector({ store: { ...rest, traces: { ...traces, write } }, ingestion: quick });
  const health = async () => (await send('GET', '/api/public/health')).status;
  expect(await health()).toBe(200);
  await send('POST', '/api/public/ingestion', { batch: [trace('t')] });
  expect(await health()).toBe(503);
  isFull = false;
  await send('POST', '/api/public/ingestion', { batch: [trace('t')] });
  expect(await health()).toBe(200);
});

describe('what a sender is told of a store that fails', () => {
  it.each(['unavailable', 'storage-full'] as const)('is to come again later (%s)', async (code) => {
    const { send, events } = testCollector({ store: brokenStore(code), ingestion: quick });
    for (const [path, body] of [
      ['/api/public/ingestion', { batch: [trace('t')] }],
      [
        '/v1/traces',
        {
          resourceSpans: [
            { scopeSpans: [{ spans: [{ traceId: 'ab'.repeat(16), spanId: 'cd'.repeat(8) }] }] },
          ],
        },
      ],
    ] as const) {
      const response = await send('POST', path, body);
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await response.text()).not.toContain('/secret/path');
    }
    expect(events).toMatchObject([
      { type: 'failed', status: 503 },
      { type: 'failed', status: 503 },
    ]);
  });
});

describe('a collector', () => {
  it('refuses to be open to everybody by accident', () => {
    expect(() => createCollector({ store: referenceStore() })).toThrow(/openAccess/);
  });

  it('is open to everybody when that is meant', async () => {
    const collector = createCollector({ store: referenceStore(), authorize: openAccess() });
    const response = await collector(
      new Request(`${ORIGIN}/api/public/ingestion`, {
        method: 'POST',
        body: JSON.stringify({ batch: [trace('t')] }),
      }),
    );
    expect(response.status).toBe(207);
  });

  it('can be mounted below a path', async () => {
    const { send } = testCollector({ basePath: '/observability' });
    expect((await send('GET', '/observability/api/public/health')).status).toBe(200);
    expect((await send('GET', '/api/public/health')).status).toBe(404);
  });

  it('takes nothing in once it is closed', async () => {
    const { collector, send } = testCollector();
    await collector.close();
    expect((await send('POST', '/api/public/ingestion', { batch: [trace('t')] })).status).toBe(503);
  });
});
