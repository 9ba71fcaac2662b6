import { StoreError } from '@oriel/core';
import type { Store, TraceStore } from '@oriel/core';

/** Reads that panels make. */
export type StoreRead = Exclude<keyof TraceStore, 'contract' | 'capabilities' | 'subscribe' | 'close'>;

/** The same store, except that one read is answered by `answer`, which may ask the real one. */
export function alteredStore(
  store: Store,
  read: StoreRead,
  answer: (ask: () => Promise<unknown>) => Promise<unknown>,
): Store {
  const traces = new Proxy(store.traces, {
    get(target, name: keyof TraceStore) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      const call = (member as (...args: unknown[]) => Promise<unknown>).bind(target);
      return name === read ? (...args: unknown[]) => answer(() => call(...args)) : call;
    },
  });
  return { ...store, traces };
}

/** A read that never answers. */
export function never(): Promise<never> {
  return new Promise(() => {});
}

/** Answers of a backend that is down `times` times, then up. */
export function outage(times: number) {
  let left = times;
  return (ask: () => Promise<unknown>): Promise<unknown> => {
    if (left === 0) return ask();
    left -= 1;
    return Promise.reject(new StoreError('unavailable', 'The backend is down.'));
  };
}

/** Answers of a backend that is down until that ends: panels ask it one thing or ten. */
export function lastingOutage() {
  let isDown = true;
  return {
    answer: (ask: () => Promise<unknown>): Promise<unknown> =>
      isDown ? Promise.reject(new StoreError('unavailable', 'The backend is down.')) : ask(),
    end: () => {
      isDown = false;
    },
  };
}
