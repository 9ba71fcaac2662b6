export { describeDocumentStore } from './describe-document-store.ts';
export type { DocumentStoreHarness } from './describe-document-store.ts';
export { describeMediaStore } from './describe-media-store.ts';
export type { MediaStoreHarness } from './describe-media-store.ts';
export { describeReadOnlyTraceStore } from './describe-read-only-trace-store.ts';
export type { ReadOnlyTraceStore, ReadOnlyTraceStoreHarness } from './describe-read-only-trace-store.ts';
export { describeScopedStore } from './describe-scoped-store.ts';
export { describeTraceStore } from './describe-trace-store.ts';
export type { StoreSettings, TraceStoreHarness } from './trace-store-subject.ts';
