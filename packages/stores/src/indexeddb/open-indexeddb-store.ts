import type { Bytes, DocumentStore, MediaStore, TraceStore } from '@oriel/core';
import type { RetentionPolicy } from '../retention/expired-traces.ts';
import { connect } from './connection.ts';
import { indexedDbDocuments } from './documents.ts';
import { indexedDbMedia } from './media.ts';
import { openTraces } from './open-traces.ts';
import type { TracesMemoryUsage } from './open-traces.ts';
import type { IndexedDbEvent } from './store-event.ts';

const DEFAULT_CACHE: Bytes = 32 * 1024 * 1024;

export interface OpenIndexedDbStoreOptions {
  /** Name of the database. Tabs and workers of a site that name the same one share what is in it. */
  readonly name: string;
  /** Metadata keys of traces that hold ids of the host's own, for `resolveTraceId`. Default: none. */
  readonly idKeys?: readonly string[] | undefined;
  /** How many bytes of patches to keep in memory, for payloads and updates. Default: 32 MiB. */
  readonly cacheBytes?: Bytes | undefined;
  /** Which traces are forgotten by themselves, a little after each change. Default: none. */
  readonly retention?: RetentionPolicy | undefined;
  /**
   * Whose databases it is, such as those of a storage bucket with a quota of its own; hold on to the bucket as long as the
   * store is open. Default: the site's.
   */
  readonly indexedDB?: IDBFactory | undefined;
  /** Called with what a host should know: no more room, damage, a newer version. Default: nobody is told. */
  readonly onEvent?: ((event: IndexedDbEvent) => void) | undefined;
}

/** All three contracts in one database. */
export interface IndexedDbStore {
  readonly traces: TraceStore;
  readonly documents: DocumentStore;
  readonly media: MediaStore;
  /** Resolves when all traces are read from the disk; rejects when they cannot be. */
  readonly whole: Promise<void>;
  /** What the traces take in memory now. Documents and media take nothing. */
  memoryUsage(): TracesMemoryUsage;
  /** Closes all three, and the connection. Safe to call twice. */
  close(): Promise<void>;
}

/**
 * A store in the browser that keeps everything across reloads and crashes, and is one for all tabs. Open it in a worker,
 * which does the folding and encoding; in a window it is for small uses.
 *
 * It resolves when the newest traces can be listed. Until all is read (`whole`), that list shows what was read so far and
 * its subscribers hear of the rest; all other answers wait.
 *
 * @example
 * const store = await openIndexedDbStore({ name: 'traces' });
 * serveIngestion(self, { store });
 *
 * @throws `unavailable` - there is no IndexedDB, or a tab of an older version does not let go of the database.
 * @throws `unsupported` - a newer version of this library wrote the database.
 */
export async function openIndexedDbStore({
  name,
  idKeys = [],
  cacheBytes = DEFAULT_CACHE,
  retention,
  indexedDB: factory = globalThis.indexedDB,
  onEvent = () => undefined,
}: OpenIndexedDbStoreOptions): Promise<IndexedDbStore> {
  const connection = await connect({
    name,
    factory,
    onLost: (loss) => onEvent({ type: loss }),
    onFull: () => void tellFull(onEvent),
  });
  let inUse = 3;
  const onClosed = () => {
    inUse -= 1;
    if (inUse === 0) connection.close();
  };
  try {
    const { traces, whole, memoryUsage } = await openTraces({
      name,
      connection,
      idKeys,
      cacheBytes,
      retention,
      onEvent,
      onClosed,
    });
    const documents = indexedDbDocuments(connection, onClosed);
    const media = indexedDbMedia(connection, onClosed);
    return {
      traces,
      documents,
      media,
      whole,
      memoryUsage,
      async close() {
        await Promise.all([traces.close(), documents.close(), media.close()]);
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function tellFull(onEvent: (event: IndexedDbEvent) => void): Promise<void> {
  const unknown: StorageEstimate = {};
  const estimate = 'storage' in navigator ? await navigator.storage.estimate().catch(() => unknown) : unknown;
  onEvent({ type: 'storage-full', usage: estimate.usage ?? null, quota: estimate.quota ?? null });
}
