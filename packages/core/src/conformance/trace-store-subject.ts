import type { TraceStore } from '../store/trace-store.ts';
import type { SubjectSource } from './chapter.ts';

/** How the suite gets at a store. */
export interface TraceStoreHarness {
  /** Opens an empty store. Called before each test. */
  create(): Promise<TraceStore>;
  /** Opens the data of the last closed store again. Give it exactly when the store is durable. */
  readonly reopen?: (() => Promise<TraceStore>) | undefined;
}

/** A store under test, and the way to open its data again if there is one. */
export interface TraceStoreSubject {
  readonly store: TraceStore;
  readonly reopen: (() => Promise<TraceStore>) | undefined;
}

export function traceStoreSubjects(harness: TraceStoreHarness): SubjectSource<TraceStoreSubject> {
  return {
    open: async () => ({
      store: await harness.create(),
      reopen: harness.reopen,
    }),
    close: ({ store }) => store.close(),
  };
}
