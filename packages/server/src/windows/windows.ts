import { canonicalJson, scopedStore } from '@oriel/core';
import type { JsonValue, Store, TraceStore } from '@oriel/core';
import type { Access } from '../auth/access.ts';
import { ChangeHub } from '../live/change-hub.ts';
import { readOnlyDocuments, readOnlyMedia, readOnlyTraces } from './read-only.ts';

/** What somebody sees of the store: what is not in it does not exist for them. */
export interface Window {
  readonly store: Store;
  readonly changes: ChangeHub;
}

export interface Windows {
  /** The window of whoever has this access. All that have the same see through the same one. */
  of(access: Access): Window;
  /** Ends all live connections. */
  close(): void;
}

/** Beyond these, those that were not looked through for longest are forgotten; who comes back gets a new one. */
const MAX_WINDOWS = 1000;

/** Opens windows on a store, as narrow as each access is. */
export function openWindows(store: Store): Windows {
  const windows = new Map<string, Window>();

  function forgetOne(): void {
    const isIdle = ([, { changes }]: readonly [string, Window]) => changes.connections === 0;
    const idlest = [...windows].find(isIdle) ?? [...windows][0];
    if (!idlest) return;
    const [key, { changes }] = idlest;
    windows.delete(key);
    changes.close();
  }

  return {
    of(access) {
      const key = keyOf(access);
      const known = windows.get(key);
      if (known) {
        windows.delete(key);
        windows.set(key, known);
        return known;
      }
      if (windows.size >= MAX_WINDOWS) forgetOne();
      const seen = storeFor(store, access);
      const window = { store: seen, changes: new ChangeHub(seen.traces) };
      windows.set(key, window);
      return window;
    },
    close() {
      for (const { changes } of windows.values()) changes.close();
      windows.clear();
    },
  };
}

/** Everything that a window depends on. */
function keyOf({ scope, rights }: Access): string {
  const parts = { scope: scope ?? null, rights: [...rights].toSorted() };
  return canonicalJson(parts as unknown as JsonValue);
}

function storeFor(store: Store, { scope, rights }: Access): Store {
  const mayManage = rights.has('manage');
  // Documents and media belong to no trace, so no scope reaches them.
  if (scope) return { traces: scopedStore(store.traces, scope) };
  if (mayManage) return store;
  const traces: TraceStore = readOnlyTraces(store.traces);
  return {
    traces,
    ...(store.documents && { documents: readOnlyDocuments(store.documents) }),
    ...(store.media && { media: readOnlyMedia(store.media) }),
  };
}
