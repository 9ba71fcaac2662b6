import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { createRequests } from './requests.ts';
import type { Requests } from './requests.ts';
import type { LangfuseStoreOptions } from './langfuse-store-options.ts';

let random: MockInstance<() => number>;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
});
afterEach(() => {
  vi.useRealTimers();
  random.mockRestore();
});

/** An error as Langfuse's client throws it. */
function refused(statusCode: number | undefined, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error('refused'), { statusCode, rawResponse: { headers: new Headers(headers) } });
}

function requestsOf(options: Partial<LangfuseStoreOptions> = {}): Requests {
  return createRequests({ client: {} as LangfuseStoreOptions['client'], ...options });
}

const { signal } = new AbortController();

/** A server that answers these one after the other, and when it was asked. */
function server(...answers: readonly (Error | string)[]) {
  const left = [...answers];
  const times: number[] = [];
  const ask = () => {
    times.push(Date.now() - 1_000_000);
    const answer = left.shift() ?? 'done';
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { ask, times };
}

it('asks again after growing waits, half of which are random here', async () => {
  const { ask, times } = server(refused(503), refused(undefined), refused(500));
  const answer = requestsOf().send(ask, signal);
  await vi.runAllTimersAsync();
  expect(await answer).toBe('done');
  expect(times).toEqual([0, 250, 750, 1750]);
});

it('lets nobody ask before the time that a server says', async () => {
  const requests = requestsOf();
  const limited = server(refused(429, { 'retry-after': '10' }));
  const first = requests.send(limited.ask, signal);
  await vi.advanceTimersByTimeAsync(1);
  const other = server();
  const second = requests.send(other.ask, signal);
  await vi.runAllTimersAsync();
  expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  expect(limited.times).toEqual([0, 10_000]);
  expect(other.times).toEqual([10_000]);
});

it('does not wait for a server that asks for more than anybody has', async () => {
  const { ask, times } = server(refused(429, { 'retry-after': '3600' }));
  await expect(requestsOf().send(ask, signal)).rejects.toMatchObject({
    code: 'unavailable',
    retryable: true,
  });
  expect(times).toEqual([0]);
});

it('gives up after five tries, with the reason', async () => {
  const { ask, times } = server(...Array.from({ length: 6 }, () => refused(502)));
  const answer = requestsOf().send(ask, signal);
  const refusal = answer.catch(String);
  await vi.runAllTimersAsync();
  expect(await refusal).toContain('502');
  expect(times).toHaveLength(5);
});

it.each([
  [401, 'forbidden'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [400, 'bad-query'],
  [413, 'too-large'],
  [501, 'unsupported'],
])('makes a request that was refused with %i once', async (status, code) => {
  const { ask, times } = server(refused(status));
  await expect(requestsOf().send(ask, signal)).rejects.toMatchObject({ code, retryable: false });
  expect(times).toHaveLength(1);
});

it('makes only so many requests at a time, in the order they came', async () => {
  const requests = requestsOf({ concurrency: 2 });
  const started: number[] = [];
  const ends: (() => void)[] = [];
  const sent = [0, 1, 2, 3].map((n) =>
    requests.send(() => {
      started.push(n);
      return new Promise<void>((resolve) => ends.push(resolve));
    }, signal),
  );
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual([0, 1]);
  ends[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  await vi.advanceTimersByTimeAsync(0);
  ends[3]?.();
  await Promise.all(sent);
  expect(started).toEqual([0, 1, 2, 3]);
});

it('asks for nothing that is no longer wanted', async () => {
  const { ask, times } = server(refused(503));
  const stopping = new AbortController();
  const answer = requestsOf().send(ask, stopping.signal);
  const refusal = answer.catch(String);
  await vi.advanceTimersByTimeAsync(10);
  stopping.abort(new Error('no longer'));
  await vi.runAllTimersAsync();
  expect(await refusal).toContain('no longer');
  expect(times).toEqual([0]);
});
