import { StoreError, throwIfAborted } from '@oriel/core';
import type { EpochMs, Milliseconds } from '@oriel/core';

export interface RetryOptions {
  /** Most tries of one write, the first included. Default 5. */
  readonly attempts?: number | undefined;
  /** Longest wait before the second try; doubled for each one after. Default 200. */
  readonly baseMs?: Milliseconds | undefined;
  /** Longest wait of all. Default 30 000. */
  readonly maxMs?: Milliseconds | undefined;
}

/** What a pipeline takes from its surroundings. Tests bring their own. */
export interface Surroundings {
  readonly now: () => EpochMs;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Resolves after a time; an aborted signal ends it early. */
  readonly sleep: (ms: Milliseconds, signal?: AbortSignal) => Promise<void>;
}

export const SURROUNDINGS: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/** Tries a call again while the store says that it may succeed later. */
export type Retry = <Value>(call: () => Promise<Value>, signal?: AbortSignal) => Promise<Value>;

/**
 * Waits exponentially longer from try to try, for a random share of that time ("full jitter"), so that many senders
 * do not come back at once.
 *
 * @param onRetry - called before each wait.
 */
export function createRetry(options: RetryOptions, around: Surroundings, onRetry: () => void): Retry {
  const { attempts = 5, baseMs = 200, maxMs = 30_000 } = options;
  return async (call, signal) => {
    for (let attempt = 1; ; attempt += 1) {
      throwIfAborted({ signal });
      try {
        return await call();
      } catch (error) {
        if (attempt >= attempts || !StoreError.is(error) || !error.retryable) throw error;
      }
      onRetry();
      await around.sleep(around.random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1)), signal);
    }
  };
}
