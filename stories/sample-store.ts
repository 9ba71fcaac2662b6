import { StoreError, referenceStore } from '@oriel/core';
import type { Patch, Store, TraceStore } from '@oriel/core';

/** An in-memory store that holds the given patches. */
export async function storeOf(patches: readonly Patch[]): Promise<Store> {
  const store = referenceStore();
  const batch = store.traces.capabilities.maxBatch;
  for (let start = 0; start < patches.length; start += batch) {
    await store.traces.write(patches.slice(start, start + batch));
  }
  return store;
}

/** The same store for somebody who may only look. */
export function readOnlyStore(store: Store): Store {
  const refuse = () => Promise.reject(new StoreError('unsupported', 'This store is read-only.'));
  const capabilities = { ...store.traces.capabilities, writable: false };
  const traces = new Proxy(store.traces, {
    get(target, name: keyof TraceStore) {
      if (name === 'capabilities') return capabilities;
      if (name === 'write' || name === 'deleteTraces') return refuse;
      const member = target[name];
      return typeof member === 'function' ? (member as () => unknown).bind(target) : member;
    },
  });
  return { ...store, traces };
}

type Read = Exclude<keyof TraceStore, 'contract' | 'capabilities' | 'subscribe' | 'close'>;

/** The same store, except that the named reads never answer. */
export function pendingStore(store: Store, ...reads: readonly Read[]): Store {
  return withReads(store, reads, () => new Promise<never>(() => {}));
}

/** The same store, except that the named reads fail as often as told: `Infinity` for an outage that lasts. */
export function failingStore(store: Store, times: number, ...reads: readonly Read[]): Store {
  let left = times;
  return withReads(store, reads, (read) => {
    if (left === 0) return read();
    left -= 1;
    return Promise.reject(
      new StoreError('unavailable', 'The collector at traces.example.com does not answer.'),
    );
  });
}

function withReads(
  store: Store,
  reads: readonly Read[],
  answer: (read: () => Promise<unknown>) => Promise<unknown>,
): Store {
  const traces = new Proxy(store.traces, {
    get(target, name: keyof TraceStore) {
      const member = target[name];
      if (typeof member !== 'function') return member;
      const call = (member as (...args: unknown[]) => Promise<unknown>).bind(target);
      if (!reads.includes(name as Read)) return call;
      return (...args: unknown[]) => answer(() => call(...args));
    },
  });
  return { ...store, traces };
}
