import { canonicalJson, scopedStore } from '@oriel/core';
import type { DocumentStore, JsonValue, Store } from '@oriel/core';
import type { Masker } from '@oriel/ingest';
import type { Access } from '../auth/access.ts';
import { ChangeHub } from '../live/change-hub.ts';
import { maskedTraces } from './masked-traces.ts';
import { mediaInScope } from './media-in-scope.ts';
import { readOnlyDocuments, readOnlyMedia, readOnlyTraces } from './read-only.ts';
import { scoringTraces } from './scoring-traces.ts';
import { someDocuments } from './some-documents.ts';

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

/** Opens windows on a store, as narrow as each access is; the masker is for those who read masked payloads. */
export function openWindows(store: Store, masker: Masker): Windows {
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
      const seen = storeFor(store, access, masker);
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
function keyOf({ scope, rights, masked = false, documents = [], holder }: Access): string {
  const whose = isScorer(rights) ? holder : null;
  const parts = { scope: scope ?? null, rights: [...rights].toSorted(), masked, documents, whose };
  return canonicalJson(parts as unknown as JsonValue);
}

/** Who may write scores of what it sees. */
function isScorer(rights: Access['rights']): boolean {
  return rights.has('read') && rights.has('score') && !rights.has('manage');
}

function storeFor(store: Store, access: Access, masker: Masker): Store {
  const { scope, rights, masked = false, holder } = access;
  const isWhole = scope === undefined && rights.has('manage');
  if (isWhole && !masked) return store;
  const scoped = scope ? scopedStore(store.traces, scope) : store.traces;
  const read = isWhole ? scoped : readOnlyTraces(scoped);
  const seen = isScorer(rights) ? scoringTraces({ seen: read, whole: store.traces, holder }) : read;
  const documents = store.documents && documentsFor(store.documents, access);
  return {
    traces: masked ? maskedTraces(seen, masker) : seen,
    ...(documents && { documents }),
    // Nobody can mask what is in a picture.
    ...(store.media &&
      !masked && { media: scope ? mediaInScope(store.media, scoped) : readOnlyMedia(store.media) }),
  };
}

/** Documents belong to no trace, so a scope shows those alone that it names. */
function documentsFor(store: DocumentStore, { scope, documents = [] }: Access): DocumentStore | null {
  if (!scope) return readOnlyDocuments(store);
  return documents.length === 0 ? null : someDocuments(store, documents);
}
