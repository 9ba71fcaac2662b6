import { registerChapters } from './chapter.ts';
import { TRACE_STORE_CHAPTERS } from './trace-store-chapters.ts';
import { traceStoreSubjects } from './trace-store-subject.ts';
import type { TraceStoreHarness } from './trace-store-subject.ts';

/** Registers the tests that every `TraceStore` must pass. The store has to be writable. */
export function describeTraceStore(name: string, harness: TraceStoreHarness): void {
  const chapters = TRACE_STORE_CHAPTERS.filter(({ needs }) => needs !== 'reopen' || harness.reopen);
  registerChapters(`${name} keeps the TraceStore contract`, chapters, traceStoreSubjects(harness));
}
