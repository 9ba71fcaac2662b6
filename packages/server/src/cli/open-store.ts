import { join, resolve } from 'node:path';
import type { Store } from '@oriel/core';
import { openFileStore } from '@oriel/stores/file';
import { memoryStore } from '@oriel/stores/memory';
import type { CollectArguments } from './read-arguments.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Where everything is kept, for people. */
  readonly place: string;
  /** Where keys are kept; `null` for nowhere. */
  readonly keysFile: string | null;
  close(): Promise<void>;
}

/** Opens the store that was asked for. @param onTrouble - hears of damage, and of background work that failed. */
export async function openStore(
  { store, folder }: Pick<CollectArguments, 'store' | 'folder'>,
  onTrouble: (trouble: unknown) => void,
): Promise<OpenedStore> {
  if (store === 'memory') {
    const memory = memoryStore();
    return {
      store: memory,
      place: 'memory, until it ends',
      keysFile: null,
      close: () => memory.traces.close(),
    };
  }
  const place = resolve(folder);
  const opened = await openFileStore({ folder: place, onFinding: onTrouble });
  opened.report.findings.forEach(onTrouble);
  return { store: opened, place, keysFile: join(place, 'keys.json'), close: () => opened.close() };
}
