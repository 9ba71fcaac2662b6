export type { LogFinding } from './log-findings.ts';
export { openFileStore } from './open-file-store.ts';
export type { FileStore, FileStoreMemory, FileStoreOptions, FileStoreReport } from './open-file-store.ts';
export type { RefRange } from './scan-segment.ts';
export type { RetentionPolicy } from '../retention/expired-traces.ts';
