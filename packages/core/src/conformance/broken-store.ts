import { referenceStore } from '../store/reference-store.ts';
import type { TraceStore } from '../store/trace-store.ts';
import type { StoreSettings } from './trace-store-subject.ts';

/** A store with one fault, and the chapter that has to catch it. */
export interface BrokenStore {
  readonly fault: string;
  readonly chapter: string;
  readonly create: (settings: StoreSettings) => TraceStore;
}

/** The reference store with some methods replaced. */
export function broken(
  chapter: string,
  fault: string,
  change: (store: TraceStore) => Partial<TraceStore>,
): BrokenStore {
  const create = (settings: StoreSettings) => {
    const store = referenceStore(settings).traces;
    return { ...store, ...change(store) };
  };
  return { chapter, fault, create };
}
