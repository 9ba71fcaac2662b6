import { scopedStore } from '../store/scoped-store.ts';
import type { StoreScope } from '../store/scoped-store.ts';
import type { TraceStore } from '../store/trace-store.ts';
import type { SubjectSource } from './chapter.ts';

/** How the suite gets at a store. */
export interface TraceStoreHarness {
  /** Opens an empty store. Called before each test. */
  create(settings: StoreSettings): Promise<TraceStore>;
  /** Opens the data of the last closed store again. Give it exactly when the store is durable. */
  readonly reopen?: ((settings: StoreSettings) => Promise<TraceStore>) | undefined;
  /** Opens a window on the store that was created last. Default: `scopedStore`. */
  readonly scoped?: ((store: TraceStore, scope: StoreScope) => Promise<TraceStore>) | undefined;
  /** How many of the generated queries are asked, over 0 and at most 1, where each takes its time. Default: all. */
  readonly share?: number | undefined;
}

/** How the suite wants a store to be opened. */
export interface StoreSettings {
  /** Metadata keys to declare to the store, for `resolveTraceId`. */
  readonly idKeys: readonly string[];
}

/** A store under test, and the way to open its data again if there is one. */
export interface TraceStoreSubject {
  readonly store: TraceStore;
  readonly reopen: (() => Promise<TraceStore>) | undefined;
  /** A window on the store. */
  readonly scoped: (scope: StoreScope) => Promise<TraceStore>;
  /** How many of the generated queries are asked, of all. */
  readonly share: number;
}

const SETTINGS: StoreSettings = { idKeys: ['messageId', 'run_id'] };

export function traceStoreSubjects(harness: TraceStoreHarness): SubjectSource<TraceStoreSubject> {
  const { reopen, scoped = async (store, scope) => scopedStore(store, scope), share = 1 } = harness;
  return {
    open: async () => {
      const store = await harness.create(SETTINGS);
      return {
        store,
        reopen: reopen && (() => reopen(SETTINGS)),
        scoped: (scope) => scoped(store, scope),
        share,
      };
    },
    close: ({ store }) => store.close(),
  };
}

/** Most stores tell their subscribers what changes. */
export function announcesChanges({ store }: TraceStoreSubject): boolean {
  return store.capabilities.announces !== false;
}
