import { describeDocumentStore, describeMediaStore, describeTraceStore } from '@oriel/core/conformance';
import type { TraceStore } from '@oriel/core';
import type { StoreSettings } from '@oriel/core/conformance';
import { openFileStore } from './open-file-store.ts';
import type { FileStore, FileStoreOptions } from './open-file-store.ts';
import { newFolders } from './testing/new-folder.ts';

const newFolder = newFolders();

/** A part of a store that closes the whole of it, as the suite closes parts only. */
function part<Part extends { close(): Promise<void> }>(
  store: FileStore,
  of: (store: FileStore) => Part,
): Part {
  return { ...of(store), close: () => store.close() };
}

function traceStores(options: Omit<FileStoreOptions, 'folder'>) {
  let folder = '';
  const open = async (settings: StoreSettings): Promise<TraceStore> =>
    part(await openFileStore({ folder, ...options, ...settings }), ({ traces }) => traces);
  return {
    async create(settings: StoreSettings) {
      folder = await newFolder();
      return open(settings);
    },
    reopen: open,
  };
}

describeTraceStore('openFileStore', traceStores({}));
describeTraceStore(
  'openFileStore with tiny segments, a snapshot after every patch and no cache',
  traceStores({ segmentBytes: 2000, snapshotEvery: 1, cacheBytes: 0 }),
);
describeDocumentStore('openFileStore', {
  create: async () => part(await openFileStore({ folder: await newFolder() }), ({ documents }) => documents),
});
describeMediaStore('openFileStore', {
  create: async () => part(await openFileStore({ folder: await newFolder() }), ({ media }) => media),
});
