import { referenceStore } from '@oriel/core';
import type { Bytes, DocumentStore, MediaStore, TraceStore } from '@oriel/core';
import { scratchMemory } from '../columns/scratch.ts';
import { engineTraceStore } from '../engine/engine-trace-store.ts';
import { TraceEngine } from '../engine/trace-engine.ts';
import { memoryPatchLog } from './memory-patch-log.ts';

export interface MemoryStoreOptions {
  /** Metadata keys of traces that hold ids of the host's own, for `resolveTraceId`. Default: none. */
  readonly idKeys?: readonly string[] | undefined;
}

/** What a memory store takes. */
export interface MemoryUsage {
  /** Columns, dictionaries and indexes: everything that lists and dashboards are answered from. */
  readonly structure: Bytes;
  /** Patches with their payloads; an estimate of the objects a client's patches are. */
  readonly patches: Bytes;
  /** Arrays kept for the next answers, shared by all stores of the page, worker or process. */
  readonly scratch: Bytes;
}

/** All three contracts, and what they take. */
export interface MemoryStore {
  readonly traces: TraceStore;
  readonly documents: DocumentStore;
  readonly media: MediaStore;
  /** What the traces take now. Documents and media take what was written. */
  memoryUsage(): MemoryUsage;
}

/**
 * A store in memory for tests, embeds and browsers that need not remember: a million observations in columns, payloads
 * apart. It keeps the patches it is given, so they must not be changed afterwards.
 *
 * @example
 * const store = memoryStore({ idKeys: ['messageId'] });
 * await store.traces.write(patches);
 */
export function memoryStore({ idKeys = [] }: MemoryStoreOptions = {}): MemoryStore {
  const log = memoryPatchLog();
  const engine = new TraceEngine({ log, idKeys });
  const { documents, media } = referenceStore();
  return {
    traces: engineTraceStore({ engine, durable: false }),
    documents,
    media,
    memoryUsage: () => ({
      structure: engine.memoryUsage,
      patches: log.memoryUsage,
      scratch: scratchMemory(),
    }),
  };
}
