import type { TraceStore } from '../store/trace-store.ts';
import type { SubjectSource } from './chapter.ts';

/** How the suite gets at a store. */
export interface TraceStoreHarness {
  /** Opens an empty store. Called before each test. */
  create(settings: StoreSettings): Promise<TraceStore>;
  /** Opens the data of the last closed store again. Give it exactly when the store is durable. */
  readonly reopen?: ((settings: StoreSettings) => Promise<TraceStore>) | undefined;
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
}

const SETTINGS: StoreSettings = { idKeys: ['messageId', 'run_id'] };

export function traceStoreSubjects(harness: TraceStoreHarness): SubjectSource<TraceStoreSubject> {
  const { reopen } = harness;
  return {
    open: async () => ({
      store: await harness.create(SETTINGS),
      reopen: reopen && (() => reopen(SETTINGS)),
    }),
    close: ({ store }) => store.close(),
  };
}
