import type { FileStoreOptions } from '../open-file-store.ts';

/** So small that a kill meets every kind of work: appending, sealing, snapshots, rewriting. */
export const CRASH_OPTIONS: Omit<FileStoreOptions, 'folder'> = {
  segmentBytes: 24_000,
  snapshotEvery: 150,
  cacheBytes: 10_000,
};
