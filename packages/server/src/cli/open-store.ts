import { join, resolve } from 'node:path';
import { LangfuseClient } from '@langfuse/client';
import type { Store } from '@oriel/core';
import { openFileStore } from '@oriel/stores/file';
import { langfuseStore } from '@oriel/stores/langfuse';
import { memoryStore } from '@oriel/stores/memory';
import type { CliSurroundings } from './cli-surroundings.ts';
import type { CollectArguments } from './read-arguments.ts';
import type { StoreKind } from './store-kinds.ts';

export interface OpenedStore {
  readonly store: Store;
  /** Where everything is kept, for people. */
  readonly place: string;
  /** Where keys are kept; `null` for nowhere. */
  readonly keysFile: string | null;
  close(): Promise<void>;
}

interface StoreSettings {
  readonly folder: string;
  readonly env: CliSurroundings['env'];
  /** Hears of damage, and of background work that failed. */
  readonly onTrouble: (trouble: unknown) => void;
}

const OPEN: Readonly<Record<StoreKind, (settings: StoreSettings) => Promise<OpenedStore>>> = {
  async file({ folder, onTrouble }) {
    const place = resolve(folder);
    const opened = await openFileStore({ folder: place, onFinding: onTrouble });
    opened.report.findings.forEach(onTrouble);
    return { store: opened, place, keysFile: join(place, 'keys.json'), close: () => opened.close() };
  },
  memory: () => Promise.resolve(unkept(memoryStore(), 'memory, until it ends')),
  async langfuse({ env, onTrouble }) {
    const baseUrl = env['LANGFUSE_BASE_URL'];
    const publicKey = env['LANGFUSE_PUBLIC_KEY'];
    const secretKey = env['LANGFUSE_SECRET_KEY'];
    if (!baseUrl || !publicKey || !secretKey) {
      throw new Error(
        'LANGFUSE_BASE_URL, LANGFUSE_PUBLIC_KEY and LANGFUSE_SECRET_KEY say which Langfuse server to look at. Set all three.',
      );
    }
    const client = new LangfuseClient({ baseUrl, publicKey, secretKey });
    return unkept(
      await langfuseStore({ client, onRejected: onTrouble }),
      `Langfuse at ${baseUrl}, which is only read`,
    );
  },
};

/** Opens the store that was asked for. */
export function openStore(
  { store, folder }: Pick<CollectArguments, 'store' | 'folder'>,
  env: CliSurroundings['env'],
  onTrouble: StoreSettings['onTrouble'],
): Promise<OpenedStore> {
  return OPEN[store]({ folder, env, onTrouble });
}

/** A store that has no folder for keys. */
function unkept(store: Store, place: string): OpenedStore {
  return { store, place, keysFile: null, close: () => store.traces.close() };
}
