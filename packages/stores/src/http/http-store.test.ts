import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import type { StoreError } from '@oriel/core';
import { httpStore } from './http-store.ts';
import { refusal, storeAnswered, unreachable, value } from './testing/scripted-server.ts';
import type { Answer } from './testing/scripted-server.ts';

let random: MockInstance<() => number>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  random.mockRestore();
});

const lines =
  (...parts: string[]): Answer =>
  () =>
    new Response(parts.join('\n'), { headers: { 'content-type': 'application/x-ndjson' } });

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
