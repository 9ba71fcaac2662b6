export { langfuseStore } from './langfuse-store.ts';
export type {
  LangfuseReads,
  LangfuseRetryOptions,
  LangfuseStoreOptions,
  RejectedRecord,
} from './langfuse-store-options.ts';
export type { LangfuseReader, RequestOptions } from './langfuse-reader.ts';
