import { StoreError, referenceStore } from '@oriel/core';
import type { DocumentStore, Patch, Store, TraceStore } from '@oriel/core';

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

type TraceRead = Exclude<keyof TraceStore, 'contract' | 'capabilities' | 'subscribe' | 'close'>;
type DocumentRead = Exclude<keyof DocumentStore, 'contract' | 'capabilities' | 'write' | 'close'>;

/** What a store is asked for: traces and what belongs to them, or documents. */
export type Read = TraceRead | DocumentRead;

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
    return outage();
  });
}

/** The same store, except that the named reads fail until somebody repairs it. */
export function brokenStore(store: Store, ...reads: readonly Read[]): { store: Store; repair: () => void } {
  let isBroken = true;
  return {
    store: withReads(store, reads, (read) => (isBroken ? outage() : read())),
    repair: () => {
      isBroken = false;
    },
  };
}

function outage(): Promise<never> {
  return Promise.reject(
    new StoreError('unavailable', 'The collector at traces.example.com does not answer.'),
  );
}

type Answer = (read: () => Promise<unknown>) => Promise<unknown>;

function withReads(store: Store, reads: readonly Read[], answer: Answer): Store {
  const { traces, documents } = store;
  return {
    ...store,
    traces: intercept(traces, reads, answer),
    ...(documents && { documents: intercept(documents, reads, answer) }),
  };
}

function intercept<Part extends object>(part: Part, reads: readonly Read[], answer: Answer): Part {
  return new Proxy(part, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      const call = (member as (...args: unknown[]) => Promise<unknown>).bind(target);
      if (!reads.some((read) => read === name)) return call;
      return (...args: unknown[]) => answer(() => call(...args));
    },
  });
}
