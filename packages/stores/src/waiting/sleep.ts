import type { Milliseconds } from '@oriel/core';

/** Resolves after a time; an aborted signal ends it early. */
export function sleep(length: Milliseconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, length);
    signal.addEventListener('abort', done, { once: true });
  });
}
