import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { greetingOf } from '@oriel/core/protocol';
import { referenceStore } from '@oriel/core';
import type { StoreError, TraceChange } from '@oriel/core';
import { httpStore } from './http-store.ts';
import type { ConnectionEvent, HttpStoreOptions } from './http-store-options.ts';

let random: MockInstance<() => number>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  random.mockRestore();
});

type Answer = (request: Request) => Response | Promise<Response>;

const value =
  (json: unknown, headers = {}): Answer =>
  () =>
    Response.json({ value: json }, { headers });
const refusal =
  (status: number, code?: string, headers = {}): Answer =>
  () =>
    Response.json({ error: { code, message: `It is ${code}.` } }, { status, headers });
const unreachable: Answer = () => Promise.reject(new TypeError('fetch failed'));
const lines =
  (...parts: string[]): Answer =>
  () =>
    new Response(parts.join('\n'), { headers: { 'content-type': 'application/x-ndjson' } });

const GREETING = value(greetingOf(referenceStore()), { 'oriel-position': 'p.0' });

/** A store whose server answers these in their order, after its greeting. */
async function storeAnswered(answers: readonly Answer[], options: Partial<HttpStoreOptions> = {}) {
  const requests: Request[] = [];
  const left = [...answers];
  const fetch = async (request: Request) => {
    const isGreeting = new URL(request.url).pathname === '/base/api/oriel';
    if (!isGreeting) requests.push(request);
    const answer = isGreeting ? GREETING : left.shift();
    if (!answer) throw new Error('Nobody expected another request.');
    return answer(request);
  };
  const store = await httpStore({ url: 'https://host.test/base/', fetch, ...options });
  const { traces, documents } = store;
  if (!documents) throw new Error('The greeting speaks of documents.');
  return { traces, documents, requests };
}

/** How a call ends, with the time it takes. */
async function outcome<Value>(
  call: Promise<Value>,
): Promise<{ readonly value?: Value; readonly error?: StoreError; readonly ms: number }> {
  const over: ({ readonly value: Value } | { readonly error: StoreError })[] = [];
  call.then(
    (answer) => over.push({ value: answer }),
    (error: StoreError) => over.push({ error }),
  );
  for (let ms = 0; ms < 200_000; ms += 50) {
    await vi.advanceTimersByTimeAsync(50);
    const [end] = over;
    if (end) return { ...end, ms: ms + 50 };
  }
  throw new Error('The call has no end.');
}

const PAGE = { items: [], nextCursor: null };
const DOCUMENT = { kind: 'prompt', name: 'p', body: 1 } as const;

describe('a call that fails', () => {
  it('is made again after growing waits, half of which are random here', async () => {
    const { traces, requests } = await storeAnswered([
      unreachable,
      refusal(503, 'unavailable'),
      refusal(502),
      value(PAGE),
    ]);
    const { value: page, ms } = await outcome(traces.listTraces({ limit: 2 }));
    expect(page).toEqual(PAGE);
    expect(requests).toHaveLength(4);
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(
      Array(4).fill('{"limit":2}'),
    );
    // 150 + 300 + 600
    expect(ms).toBe(1050);
  });

  it('is given up after four tries, with the reason', async () => {
    const { traces, requests } = await storeAnswered(Array<Answer>(5).fill(unreachable));
    const { error } = await outcome(traces.listTraces());
    expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    expect(error?.message).toContain('fetch failed');
    expect(requests).toHaveLength(4);
  });

  it('waits as long as the server asks, and not for one that asks for too much', async () => {
    const busy = (seconds: string) => refusal(429, 'unavailable', { 'retry-after': seconds });
    const patient = await storeAnswered([busy('5'), value(PAGE)]);
    expect(await outcome(patient.traces.listTraces())).toEqual({ value: PAGE, ms: 5150 });
    const { traces } = await storeAnswered([busy('3600')]);
    expect(await outcome(traces.listTraces())).toMatchObject({ error: { code: 'unavailable' }, ms: 50 });
  });

  it.each(['bad-query', 'bad-cursor', 'conflict', 'not-found', 'forbidden', 'storage-full', 'unsupported'])(
    'for the reason %s is not made again',
    async (code) => {
      const { traces } = await storeAnswered([refusal(400, code)]);
      expect((await outcome(traces.listTraces())).error).toMatchObject({ code, message: `It is ${code}.` });
    },
  );

  it('and would do something else the second time is made once, unless nothing was done', async () => {
    const once = await storeAnswered([unreachable]);
    expect((await outcome(once.documents.write(DOCUMENT))).error).toMatchObject({ code: 'unavailable' });
    const later = await storeAnswered([refusal(503, 'unavailable')]);
    expect((await outcome(later.documents.write(DOCUMENT))).error).toMatchObject({ code: 'unavailable' });
    const limited = await storeAnswered([refusal(429), value({ version: 1 })]);
    expect((await outcome(limited.documents.write(DOCUMENT))).value).toEqual({ version: 1 });
  });

  it('stops waiting when it is aborted, and when the store is closed', async () => {
    const { traces } = await storeAnswered([unreachable]);
    const stopping = new AbortController();
    const aborted = outcome(traces.listTraces({}, { signal: stopping.signal }));
    await vi.advanceTimersByTimeAsync(10);
    stopping.abort();
    expect((await aborted).error).toMatchObject({ code: 'aborted' });

    const closing = await storeAnswered([() => new Promise<Response>(() => undefined)]);
    const call = outcome(closing.traces.listTraces());
    await closing.traces.close();
    expect((await call).error).toMatchObject({ code: 'closed' });
  });

  it('gives up a server that says nothing for a minute', async () => {
    const silent: Answer = () => new Promise<Response>(() => undefined);
    const { traces } = await storeAnswered([silent], { retry: { attempts: 1 } });
    const { error, ms } = await outcome(traces.listTraces());
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(error?.message).toContain('silent for 60000 ms');
    expect(ms).toBe(60_000);
  });
});

describe('a big answer', () => {
  const whole = [
    '{"value":{"trace":{"id":"t"},"observations":[],"scores":[]}}',
    '{"items":[1,2]}',
    '{"items":[3]}',
  ];

  it('is put together from its lines', async () => {
    const { traces } = await storeAnswered([lines(...whole, '{"end":true}', '')]);
    expect((await outcome(traces.readTrace('t'))).value).toEqual({
      trace: { id: 't' },
      observations: [1, 2, 3],
      scores: [],
    });
  });

  it('that was cut off is asked for again', async () => {
    const { traces, requests } = await storeAnswered([
      lines(...whole, ''),
      lines(...whole, '{"en'),
      value(null),
    ]);
    expect((await outcome(traces.readTrace('t'))).value).toBeNull();
    expect(requests).toHaveLength(3);
  });
});

describe('a token', () => {
  const authorizations = (requests: readonly Request[]) =>
    requests.map(({ headers }) => headers.get('authorization'));

  it('is asked for again, once for all calls, when the server no longer takes it', async () => {
    let count = 0;
    const token = vi.fn<() => string>(() => `t${(count += 1)}`);
    const answer: Answer = ({ headers }) =>
      headers.get('authorization') === 'Bearer t1'
        ? new Response(null, { status: 401 })
        : Response.json({ value: PAGE });
    const { traces, requests } = await storeAnswered(Array<Answer>(6).fill(answer), { token });
    const answers = await Promise.all([1, 2, 3].map(() => outcome(traces.listTraces())));
    expect(answers.map((one) => one.value)).toEqual([PAGE, PAGE, PAGE]);
    expect(token).toHaveBeenCalledTimes(2);
    expect(authorizations(requests).map(String).toSorted()).toEqual([
      ...Array<string>(3).fill('Bearer t1'),
      ...Array<string>(3).fill('Bearer t2'),
    ]);
  });

  it('that is not taken the second time either is refused', async () => {
    const denied = Array<Answer>(2).fill(refusal(401, 'forbidden'));
    const { traces } = await storeAnswered(denied, { token: () => 'old' });
    expect((await outcome(traces.listTraces())).error).toMatchObject({ code: 'forbidden' });
  });

  it('that cannot be had fails the call, and the next call asks again', async () => {
    const token = vi
      .fn<() => string>()
      .mockReturnValueOnce('first')
      .mockImplementationOnce(() => {
        throw new Error('logged out');
      });
    token.mockReturnValue('second');
    const { traces } = await storeAnswered([() => new Response(null, { status: 401 }), value(PAGE)], {
      token,
      retry: { attempts: 1 },
    });
    expect((await outcome(traces.listTraces())).error).toMatchObject({ code: 'unavailable' });
    expect((await outcome(traces.listTraces())).value).toEqual(PAGE);
  });
});

describe('opening a store', () => {
  const open = (answer: Answer) =>
    outcome(
      httpStore({
        url: 'https://host.test',
        fetch: async (request) => answer(request),
        retry: { attempts: 1 },
      }),
    );

  it.each<[string, Answer, string]>([
    [
      'speaks other versions',
      value({ protocol: 'oriel-store', versions: [2, 3], store: { traces: {} } }),
      'version 2, 3',
    ],
    ['is something else', value({ hello: 'world' }), 'no Oriel collector'],
    ['has no such page', () => new Response('<html>', { status: 404 }), 'no Oriel collector'],
  ])('fails with what to do when the server %s', async (_, answer, text) => {
    const { error } = await open(answer);
    expect(error).toMatchObject({ code: 'unsupported' });
    expect(error?.message).toContain(text);
  });
});

describe('live changes', () => {
  const changed = (id: string, ...traceIds: string[]) =>
    `event: change\nid: ${id}\ndata: ${JSON.stringify({ type: 'traces-written', traceIds })}\n\n`;
  const READY = 'event: ready\nid: p.0\ndata: {}\n\n';

  /** A connection that says these and ends, or stays. */
  const stream =
    (text: string, { ends = true } = {}): Answer =>
    () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(text));
          if (ends) controller.close();
        },
      });
      return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
    };

  async function subscribed(answers: readonly Answer[]) {
    const events: ConnectionEvent['type'][] = [];
    const opened = await storeAnswered(answers, { onConnection: ({ type }) => events.push(type) });
    const told: TraceChange[] = [];
    return { ...opened, events, told, listen: (change: TraceChange) => void told.push(change) };
  }

  const positions = (requests: readonly Request[]) =>
    requests.map(({ headers }) => headers.get('last-event-id'));

  it('go on after the last one when the connection is lost', async () => {
    const { traces, requests, events, told, listen } = await subscribed([
      stream(READY + changed('p.1', 'a')),
      unreachable,
      unreachable,
      stream(READY.replace('p.0', 'p.1') + changed('p.2', 'b'), { ends: false }),
    ]);
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    // 0.75, 1.5 and 3 s: longer each time, half of it random.
    for (const [wait, count] of [
      [749, 1],
      [1, 2],
      [1499, 2],
      [1, 3],
      [2999, 3],
      [1, 4],
    ] as const) {
      await vi.advanceTimersByTimeAsync(wait);
      expect(requests).toHaveLength(count);
    }
    expect(positions(requests)).toEqual(['p.0', 'p.1', 'p.1', 'p.1']);
    expect(told.flatMap(({ traceIds }) => traceIds)).toEqual(['a', 'b']);
    expect(events).toEqual(['live', 'lost', 'lost', 'lost', 'live']);
    end();
  });

  it('begin where the last answer stood, so that nothing is missed between', async () => {
    const { traces, requests, listen } = await subscribed([
      value(PAGE, { 'oriel-position': 'p.7' }),
      stream(READY, { ends: false }),
    ]);
    await traces.listTraces();
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(positions(requests)).toEqual([null, 'p.7']);
    end();
  });

  it('tell that everything that was shown may have changed when too much happened', async () => {
    const { traces, events, told, listen } = await subscribed([
      value({ items: [{ id: 'a' }, { id: 'b' }], nextCursor: null }),
      value({ items: [{ id: 'o', traceId: 'c' }], nextCursor: null }),
      stream(`${READY}event: reset\nid: q.9\ndata: {}\n\n`, { ends: false }),
    ]);
    await traces.listTraces();
    await traces.listObservations();
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(events).toEqual(['live', 'fell-behind']);
    expect(told).toEqual([{ type: 'traces-written', traceIds: ['a', 'b', 'c'] }]);
    end();
  });

  it('share one connection, which ends with the last subscriber and with the store', async () => {
    const { traces, requests, told, listen } = await subscribed([
      stream(READY + changed('p.1', 'a'), { ends: false }),
      stream(READY, { ends: false }),
    ]);
    const ends = [traces.subscribe(listen), traces.subscribe(listen)];
    await vi.advanceTimersByTimeAsync(0);
    expect(requests).toHaveLength(1);
    expect(told).toHaveLength(2);
    for (const end of ends) end();
    expect(requests[0]?.signal.aborted).toBe(true);
    traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(0);
    expect(positions(requests)).toEqual(['p.0', 'p.1']);
    await traces.close();
    expect(requests[1]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(2);
  });

  it('are connected to again when the server says nothing for a minute', async () => {
    const { traces, requests, listen } = await subscribed([
      stream(READY, { ends: false }),
      stream(READY, { ends: false }),
    ]);
    const end = traces.subscribe(listen);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(2000);
    expect(requests).toHaveLength(2);
    end();
  });
});
