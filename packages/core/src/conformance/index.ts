export { describeTraceStore } from './describe-trace-store.ts';
export type { TraceStoreHarness } from './trace-store-subject.ts';
