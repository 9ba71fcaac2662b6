import { registerChapters } from './chapter.ts';
import { scopeChapter } from './scope-chapter.ts';
import { traceStoreSubjects } from './trace-store-subject.ts';
import type { TraceStoreHarness } from './trace-store-subject.ts';

/** Registers the tests that every window on a store must pass: `scoped` of the harness opens them. */
export function describeScopedStore(name: string, harness: TraceStoreHarness): void {
  registerChapters(`${name} keeps to its scope`, [scopeChapter], traceStoreSubjects(harness));
}
