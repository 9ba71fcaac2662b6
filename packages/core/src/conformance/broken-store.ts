import { referenceStore } from '../store/reference-store.ts';
import type { TraceStore } from '../store/trace-store.ts';

/** A store with one fault, and the chapter that has to catch it. */
export interface BrokenStore {
  readonly fault: string;
  readonly chapter: string;
  readonly create: () => TraceStore;
}

/** The reference store with some methods replaced. */
export function broken(
  chapter: string,
  fault: string,
  change: (store: TraceStore) => Partial<TraceStore>,
): BrokenStore {
  const create = () => {
    const store = referenceStore().traces;
    return { ...store, ...change(store) };
  };
  return { chapter, fault, create };
}
