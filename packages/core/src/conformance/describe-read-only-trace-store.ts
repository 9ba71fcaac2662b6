import type { TraceStore } from '../store/trace-store.ts';
import { registerChapters } from './chapter.ts';
import { readOnlyChapter } from './read-only-chapter.ts';
import { TRACE_STORE_CHAPTERS } from './trace-store-chapters.ts';
import { traceStoreSubjects } from './trace-store-subject.ts';
import type { StoreSettings } from './trace-store-subject.ts';

/** How the suite gets at a store that only shows what others write. */
export interface ReadOnlyTraceStoreHarness {
  /** Opens a store over an empty place, and the way to fill that place. Called before each test. */
  create(settings: StoreSettings): Promise<ReadOnlyTraceStore>;
  /** How many of the generated queries are asked, over 0 and at most 1, where each takes its time. Default: all. */
  readonly share?: number | undefined;
}

export interface ReadOnlyTraceStore {
  readonly store: TraceStore;
  /** What is written and deleted here, the store shows. Closed with it. */
  readonly source: TraceStore;
}

/** The chapters about writing itself. */
const ABOUT_WRITING = ['capabilities', 'writing', 'durability'];

/**
 * Registers the tests that a read-only `TraceStore` must pass: all chapters but those about writing, on what its source
 * was sent.
 */
export function describeReadOnlyTraceStore(name: string, harness: ReadOnlyTraceStoreHarness): void {
  const chapters = TRACE_STORE_CHAPTERS.filter(({ title }) => !ABOUT_WRITING.includes(title));
  const filled = traceStoreSubjects({
    share: harness.share,
    create: async (settings) => filledStore(await harness.create(settings)),
  });
  registerChapters(`${name} keeps the TraceStore contract`, chapters, filled);
  const bare = traceStoreSubjects({ create: async (settings) => bareStore(await harness.create(settings)) });
  registerChapters(`${name} keeps the TraceStore contract`, [readOnlyChapter], bare);
}

/** The store, with the ways to fill it that the chapters need. */
function filledStore({ store, source }: ReadOnlyTraceStore): TraceStore {
  return {
    ...store,
    write: (patches, options) => source.write(patches, options),
    deleteTraces: (traceIds, options) => source.deleteTraces(traceIds, options),
    close: () => closeBoth(store, source),
  };
}

function bareStore({ store, source }: ReadOnlyTraceStore): TraceStore {
  return { ...store, close: () => closeBoth(store, source) };
}

async function closeBoth(store: TraceStore, source: TraceStore): Promise<void> {
  await store.close();
  await source.close();
}
